/** The sheets Trajectories, Bands, Distributions and Histograms. */
export const KO_TIME_AND_SPREAD = {
  'How each scenario moves over time': '시나리오별 시간 경로',
  'Median over the draws, {step} by {step}; the unit stands in each heading. Percentile bands are on the sheet Bands.':
    '{step} 단위로 구한 시행의 중앙값. 단위는 각 제목에 있다. 분위 구간은 분위 구간 시트에 있다.',
  Trajectory: '경로',
  'Percentile bands over time': '시간에 따른 분위 구간',
  'Only the first paths are printed; all of them stand in the workbook.':
    '처음 경로만 인쇄되며, 모든 경로는 통합문서에 있다.',
  'Quantiles over the draws in each {step}, in the unit that the row names; runs as drawn, no condition imposed.':
    '{step} 단위로 구한 시행의 분위수. 단위는 행에 적혀 있다. 조건을 부과하지 않은 실행이다.',

  'How outcomes spread': '결과의 분포',
  'Moments and quantiles over the draws, in the unit that the row names; runs as drawn, no condition imposed. ± is the Monte Carlo error of the figure before it.':
    '시행의 적률과 분위수. 단위는 행에 적혀 있다. 조건을 부과하지 않은 실행이며 ±는 바로 앞 수치의 몬테카를로 오차이다.',
  'Mean ±': '평균 ±',
  'Standard deviation': '표준편차',
  'Standard deviation ±': '표준편차 ±',
  'Quantiles, largest ±': '분위수, 최대 ±',
  Minimum: '최솟값',
  Maximum: '최댓값',

  'Where the draws fall': '시행이 놓이는 곳',
  'Share of draws in each bin, in % of the draws of the scenario as drawn; bins are in the unit that stands in each heading.':
    '계급별 시행 비율, 조건 없는 시나리오 시행의 %. 계급의 단위는 각 제목에 있다.',
  'All scenarios share the bins of a measure. A bin holds its lower edge, not its upper one; the first and the last are as wide as the smallest and the largest draw ask for.':
    '한 지표의 계급은 모든 시나리오에 공통이다. 계급은 하한을 포함하고 상한을 포함하지 않으며, 첫 계급과 마지막 계급의 폭은 가장 작은 시행과 가장 큰 시행에 맞춘다.',
  '{title} ({unit})': '{title} ({unit})',
  'All bins': '모든 계급',
  'Bin from': '계급 하한',
  'Bin to': '계급 상한',
  'No draws.': '시행 없음.',
  'No draws to compare.': '비교할 시행 없음.',

  'Medians of {path}': '{path} 중앙값',
  'Medians of {path} in every scenario, step by step': '모든 시나리오의 {path} 중앙값, 기간별',
  '{path}: {low} in every scenario in {day}': '{path}: {day} 모든 시나리오에서 {low}',
  '{path}: from {low} ({lowest}) to {high} ({highest}) in {day}':
    '{path}: {day} {low}({lowest})부터 {high}({highest})까지',
  'Spread of {measure}': '{measure}의 분포',
  'Shares of the draws of every scenario in common bins of {measure}':
    '{measure}의 공통 구간에 든 모든 시나리오의 시행 비율',
  '{measure}: {low} to {high} in nine of ten draws of "{baseline}"':
    '{measure}: "{baseline}" 시행 열에 아홉은 {low}~{high}',
} as const;
