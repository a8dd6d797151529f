/** The phrases with which the engine names distributions. */
export const KO_DISTRIBUTIONS = {
  'exactly {value}': '정확히 {value}',
  'uniform {low} to {high}': '균등분포 {low}~{high}',
  'triangular {low}, {mode}, {high}': '삼각분포 {low}, {mode}, {high}',
  'PERT {low}, {mode}, {high}': 'PERT 분포 {low}, {mode}, {high}',
  'normal, mean {mean}, sd {sd}, 90% in {low} to {high}':
    '정규분포, 평균 {mean}, 표준편차 {sd}, 90% 구간 {low}~{high}',
  'normal, mean {mean}, sd {sd}, within {low} to {high}':
    '절단 정규분포, 평균 {mean}, 표준편차 {sd}, 범위 {low}~{high}',
  'lognormal, 90% in {low} to {high}': '로그정규분포, 90% 구간 {low}~{high}',
  'beta {alpha}, {beta} from {low} to {high}': '베타분포 {alpha}, {beta}, 범위 {low}~{high}',
  'one of {options}': '다음 중 하나: {options}',
  'one of {count} values, {low} to {high}': '값 {count}개 중 하나, {low}~{high}',
} as const;
