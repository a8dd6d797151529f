/** The sheets Drivers and Correlations. */
export const KO_DRIVERS = {
  'Which uncertainties matter': '어떤 불확실성이 중요한가',
  'Rank correlation (Spearman, from -1 to 1, no unit) of each uncertainty with each measure, for the baseline as drawn.':
    '조건 없는 기준안에서 각 불확실성과 각 지표의 순위상관계수(스피어만, -1~1, 단위 없음).',
  'Sorted by size within each measure; the {count} strongest are in bold and say "top {count}". A correlation within two Monte Carlo errors of zero says nothing.':
    '지표별로 크기순으로 정렬했다. 가장 강한 {count}개는 굵게 쓰고 "상위 {count}"로 표시했다. 0에서 몬테카를로 오차의 두 배 안에 있는 상관은 의미가 없다.',
  'Uncertainties that are drawn together (see the sheet Assumptions) share what they move: part of the correlation of one may be the work of another.':
    '함께 추출한 불확실성(가정 시트 참조)은 영향을 나누어 가진다. 하나의 상관 가운데 일부는 다른 것의 영향일 수 있다.',
  Rank: '순위',
  'Rank correlation': '순위상관계수',
  Strength: '강도',
  'top {count}': '상위 {count}',
  'does not vary': '변하지 않음',
  'within Monte Carlo error': '몬테카를로 오차 이내',
  'higher value, higher measure': '값이 클수록 지표가 커짐',
  'higher value, lower measure': '값이 클수록 지표가 작아짐',

  'Largest size': '최대 크기',
  'Every uncertainty against every measure': '모든 불확실성과 모든 지표',
  'Rank correlation (Spearman, from -1 to 1, no unit), for the baseline as drawn; bold from 0.20 on, in either direction.':
    '조건 없는 기준안의 순위상관계수(스피어만, -1~1, 단위 없음). 절댓값 0.20 이상은 굵게 표시했다.',
} as const;
