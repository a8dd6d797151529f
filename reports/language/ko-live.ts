/** The sheets Live model, Live inputs, Live path and Live draws. */
export const KO_LIVE = {
  'Live model': '실시간 모형',
  'Live inputs': '실시간 입력',
  'Live path': '실시간 경로',
  'Live draws': '실시간 시행',

  'The model, to be tried out': '직접 시험하는 모형',
  'One path of the whole model as formulas: choose a scenario and a draw in the yellow cells, change assumptions on the sheet Live inputs, and all of it is computed again.':
    '모형 전체의 한 경로를 수식으로 담았다. 노란 칸에서 시나리오와 시행을 고르고 실시간 입력 시트에서 가정을 바꾸면 전부 다시 계산된다.',
  'The central path holds every uncertainty at its central value and every shock at its median. Check says whether this path equals what the engine computed, to a billionth.':
    '중심 경로는 모든 불확실성을 중심값에, 모든 충격을 중앙값에 둔다. 검산은 이 경로가 엔진의 계산과 10억분의 1까지 같은지를 말한다.',
  'Not all is computed here: of {all} systems of equations, {fixed} hold what the engine found on the central path of the scenario. Whether that still solves them is checked below.':
    '모두를 여기서 계산하지는 않는다. 연립방정식 {all}개 가운데 {fixed}개는 시나리오의 중심 경로에서 엔진이 찾은 값을 담는다. 그 값이 여전히 해인지는 아래에서 검산한다.',
  'Change assumptions: Live inputs': '가정 바꾸기: 실시간 입력',
  'See every step: Live path': '모든 단계 보기: 실시간 경로',
  'This path': '이 경로',
  'The engine': '엔진',
  Difference: '차이',
  Check: '검산',
  State: '상태',
  none: '없음',
  'changed by you': '사용자가 바꿈',
  DIFFERS: '다름',
  'NOT SOLVED': '풀리지 않음',
  VIOLATED: '어긋남',
  'Number of the run': '실행 번호',
  'Number of the draw; 0 is the central path': '시행 번호, 0은 중심 경로',
  'Assumptions changed by you': '사용자가 바꾼 가정',
  'Largest difference that is rounding, as a share of the number':
    '반올림으로 볼 수 있는 최대 차이, 수에 대한 비율',
  'The same as a share of the largest number of the measure': '지표의 가장 큰 수에 대한 같은 비율',
  'All systems of equations are solved, in every step': '모든 연립방정식이 기간마다 풀렸다',
  'All checks of the model hold, in every step': '모형의 모든 검사식이 기간마다 성립한다',
  'Measures that equal what the engine computed, of {count}':
    '엔진의 계산과 같은 지표 수, 전체 {count}개',

  'Assumptions that you can change': '바꿀 수 있는 가정',
  'Type a number into a yellow cell, in the unit of its row: the live model computes with it. Empty it to go back.':
    '노란 칸에 그 행의 단위로 수를 넣으면 실시간 모형이 그 값으로 계산한다. 비우면 되돌아간다.',
  'Results are on the sheet Live model, where scenario and draw are chosen too.':
    '결과는 실시간 모형 시트에 있으며, 시나리오와 시행도 거기서 고른다.',
  'Your value': '사용자 값',
  'In use': '사용 중인 값',
  'Where from': '어디에서',
  'In use, in base units': '사용 중인 값, 기본 단위',
  'Base units in one unit': '한 단위에 든 기본 단위',
  'Row of Live draws': '실시간 시행 시트의 행',
  'path of the scenario': '시나리오의 경로',
  'the study': '연구',
  you: '사용자',

  'What feeds the live model': '실시간 모형에 들어가는 것',
  'What can be chosen, what the engine computed, and values of inputs and shocks.':
    '고를 수 있는 것, 엔진이 계산한 것, 입력과 충격의 값.',
  'To try other values, use the sheet Live inputs: formulas read these cells.':
    '다른 값을 시험하려면 실시간 입력 시트를 쓴다. 수식이 이 칸들을 읽는다.',
  'Scenario and condition': '시나리오와 조건',
  Number: '번호',
  'What can be chosen': '고를 수 있는 것',
  'What the engine computed on the central path of each scenario':
    '시나리오별 중심 경로에서 엔진이 계산한 것',
  'Where the sheet Draws holds what the engine computed in each draw: the column':
    '엔진이 시행별로 계산한 것이 있는 시행 시트의 열',
  'Which value or path a scenario takes, where they differ: the row of the block below':
    '값이나 경로가 다를 때 시나리오가 쓰는 것: 아래 묶음의 행',
  Block: '묶음',
  Paths: '경로',
  Values: '값',
  Input: '입력',
  'In the scenarios': '쓰는 시나리오',
  Drawn: '추출',
  'Central path': '중심 경로',
  'Values of inputs, in base units': '입력의 값, 기본 단위',
  'Paths of inputs, in base units': '입력의 경로, 기본 단위',
  Shock: '충격',
  'Shocks, in base units': '충격, 기본 단위',

  'The model as formulas': '수식으로 적은 모형',
  'One path of the whole model: a row for each variable and element, a column for each step.':
    '모형 전체의 한 경로. 변수와 원소마다 한 행, 기간마다 한 열이다.',
  'Values are in base units: divide by Factor to get the unit of the row.':
    '값은 기본 단위이다. 배수로 나누면 행의 단위가 된다.',
  'Constant: what never changes; of an input with a schedule, its row on the sheet Live draws.':
    '상수: 변하지 않는 값. 일정이 있는 입력은 실시간 시행 시트의 행 번호이다.',
  'Grey columns: what was before the first step.': '회색 열: 첫 기간 이전의 값.',
  Variable: '변수',
  Factor: '배수',
  Constant: '상수',
  'part of {name}': '{name}의 부분',
  '1 where all searches found a solution': '모든 탐색이 해를 찾으면 1',
  '1 where all checks hold': '모든 검사식이 성립하면 1',
  '{name}, tried': '{name}, 시도값',
  'value in between': '중간값',
  residual: '잔차',
  'size of the residual': '잔차의 크기',
  'whether it is solved': '풀렸는지',
  slope: '기울기',
  elimination: '소거',
  step: '걸음',
  'at the end: {what}': '마지막: {what}',
  'step {round}: {what}': '{round}번째: {what}',
  '{count} more': '외 {count}개',
  'Whether the values that the engine found solve for {names}': '엔진이 찾은 값이 {names}의 해인지',
  "Search for {names}: up to {steps} steps of Newton's method":
    '{names} 탐색: 뉴턴법 최대 {steps}걸음',
  'What paths come to': '경로의 집계',
  Time: '시간',
  Shocks: '충격',
  'Numbers that formulas name': '수식이 이름으로 부르는 수',
  'What measures follow over time': '지표가 시간에 따라 보는 것',
  'Checks of the model: 1 where one holds': '모형의 검사식: 성립하면 1',
} as const;
