/** The sheet Checks, and what other sheets have it check. */
export const KO_CHECKS = {
  Checks: '검산',
  'What must hold in this workbook': '이 통합문서에서 성립해야 하는 것',
  'Every row is a formula over the sheet that it names: TRUE where it holds, FALSE where it does not.':
    '모든 행은 적힌 시트에 대한 수식이다. 성립하면 TRUE, 아니면 FALSE이다.',
  'Numbers that are to be equal may differ by the tolerance, as a share of their size. They show whether the workbook is whole, not whether the model is right.':
    '같아야 하는 수는 크기에 대한 허용오차만큼 다를 수 있다. 통합문서가 온전한지를 보일 뿐 모형이 옳은지는 보이지 않는다.',
  Tolerance: '허용오차',
  Sheet: '시트',
  'What must hold': '성립해야 하는 것',
  Holds: '성립',
  'All {count} checks hold': '검산 {count}건이 모두 성립한다',
  'Only {held} of {count} checks hold': '검산 {count}건 가운데 {held}건만 성립한다',
  'The mean of every column of draws is the one that the engine computed':
    '시행의 모든 열의 평균이 엔진이 계산한 값과 같다',
  'Every draw is counted once': '모든 시행이 한 번씩 세어졌다',
  'Quantiles never fall from one to the next': '분위수가 앞의 것보다 작아지지 않는다',
  'Chances lie between 0 and 1': '확률이 0과 1 사이에 있다',
  'The mean change is the mean of the scenario minus that of the other':
    '변화의 평균이 시나리오의 평균에서 비교 대상의 평균을 뺀 값이다',
  'Draws that are better and draws that are equal are no more than all draws':
    '나은 시행과 같은 시행의 합이 전체 시행을 넘지 않는다',
  'No weight is below zero, and one is above it': '음수인 가중치가 없고 하나는 0보다 크다',
  'All scores lie between 0 and 1': '모든 점수가 0과 1 사이에 있다',
  'Somebody has the first rank': '1위가 있다',
  'No regret is below zero': '음수인 후회가 없다',
  'Every draw has a best contender on every measure': '모든 시행에 지표마다 최선의 후보가 있다',
  'Probabilities lie between 0 and 1': '확률이 0과 1 사이에 있다',
  'Means are those of the sheet {name}': '평균이 {name} 시트의 것과 같다',
  'Quantiles never fall from the smallest draw to the largest':
    '가장 작은 시행에서 가장 큰 시행까지 분위수가 작아지지 않는다',
  'No draw is an error': '오류인 시행이 없다',
  'Draws are numbered from 1 on, without a gap': '시행 번호가 1부터 빠짐없이 이어진다',
  'All bins hold all draws: {title}': '계급의 합이 전체 시행이다: {title}',
} as const;
