/** The sheet Summary. */
export const KO_SUMMARY = {
  'As of {date}; medians, means and 5% to 95% ranges over {draws} draws, in the unit that stands over each column.':
    '{date} 기준. 시행 {draws}회의 중앙값, 평균, 5~95% 범위이며 단위는 열 위에 적혀 있다.',
  'Changes are against "{baseline}", draw by draw; grey italics cannot be told from zero at this number of draws; ± is the Monte Carlo error.':
    '변화는 "{baseline}" 대비 시행별 변화이다. 회색 기울임은 이 시행 수로 0과 구별할 수 없으며 ±는 몬테카를로 오차이다.',
  'Chances of what others decide are priors of the authors, no forecasts: see Conditions.':
    '상대방의 결정 확률은 예측이 아니라 작성자의 사전 판단이다. 조건 시트를 참조한다.',
  'Sentences are written from what the engine computed; table and charts are formulas over all draws, and Checks compares both.':
    '문장은 엔진이 계산한 값으로 적고, 표와 차트는 모든 시행에 대한 수식이며, 검산 시트가 둘을 견준다.',
  'Change ±': '변화 ±',

  '{measure}: {change}': '{measure} {change}',
  '{measure}: not to be told from zero': '{measure} 0과 구별되지 않음',
  '"{baseline}" against "{reference}", on average: {items}.':
    '"{reference}" 대비 "{baseline}"의 평균: {items}.',
  '{scenario} {change}': '{scenario} {change}',
  'under {least}': '{least} 미만',
  'between {least} and 0': '{least}에서 0 사이',
  '{measure}, on average against "{baseline}": {clauses}.':
    '"{baseline}" 대비 {measure}의 평균 변화: {clauses}.',
  'not to be told apart with {draws} draws: {list}': '시행 {draws}회로 구별되지 않음 {list}',
  '{names} and {count} more': '{names} 외 {count}개',
  '{change} ({low} to {high})': '{change} ({low}~{high})',
  'Measured by {measure}, an offer pays if it raises the chance of "{success}" by: {clauses}.':
    '{measure} 기준으로 제안이 이득이 되려면 높여야 하는 "{success}"의 확률: {clauses}.',
  '{offer} {rise} points': '{offer} {rise}%p',
  '{offer} {rise} points (±{error})': '{offer} {rise}%p(±{error})',
  'nothing, as it costs nothing: {list}': '비용 없음 {list}',
  'no rise is enough: {list}': '어떤 확률로도 손해 {list}',

  'Changes against the baseline': '기준안 대비 변화',
  'Changes of {measure}': '{measure}의 변화',
  'Not told from zero': '0과 구별되지 않음',
  'Down to 5%': '5%까지 아래로',
  'Up to 95%': '95%까지 위로',
  '{measure}: nothing can be told from the baseline': '{measure}: 기준안과 구별되는 것이 없음',
  '{measure}: {scenario} moves it most, {change}':
    '{measure}: 가장 크게 움직이는 것은 {scenario}, {change}',
  '{measure}: none is better, {scenario} is worst, {change}':
    '{measure}: 나은 것이 없고 가장 나쁜 것은 {scenario}, {change}',
  '{measure}: {scenario} is best, {change}': '{measure}: 가장 좋은 것은 {scenario}, {change}',
  'Rises of the chance that pay for an offer': '제안이 이득이 되는 확률 상승 폭',
  'Rise, points': '높이는 폭, %p',
  'Rises that pay': '이득이 되는 상승 폭',
  'To pay for itself, {offer} needs the smallest rise: {rise} points':
    '제값을 하는 데 가장 작은 상승이 필요한 제안: {offer}, {rise}%p',
  'By how many points each offer must raise the chance of success to pay for itself':
    '각 제안이 제값을 하려면 성공 확률을 높여야 하는 %p',
  'Points by which the chance of success must rise': '높여야 하는 성공 확률, %p',

  'Medians and 5% to 95% ranges over {draws} draws, in the unit beside each measure; a column for each scenario.':
    '시행 {draws}회의 중앙값과 5~95% 범위. 단위는 지표 옆에 표시하고, 시나리오마다 한 열을 둔다.',
  'Monte Carlo error, largest of the row': '행의 최대 몬테카를로 오차',
  '"{baseline}" is baseline and reference at once; what each other scenario adds stands in the changes.':
    '"{baseline}"이(가) 기준안이자 참조안이다. 다른 시나리오의 효과는 변화 항목에 나온다.',
  'What "{baseline}" (the baseline) costs against "{reference}" (the reference) stands in its column, in the blocks of changes against the reference; what each other scenario adds, in the changes against the baseline.':
    '"{baseline}"(기준안)이 "{reference}"(참조안)에 비해 치르는 비용은 참조안 대비 변화 항목의 해당 열에 있고, 다른 시나리오가 더하는 효과는 기준안 대비 변화 항목에 있다.',
  'Changes are paired by draw: both scenarios see the same draw, and the mean of the differences is shown. The error of each single figure, and every range, is on the sheets Comparison and Against baseline.':
    '변화는 같은 시행끼리 짝지어 구한 차이의 평균이다. 수치별 오차와 모든 범위는 비교 시트와 기준안 대비 시트에 있다.',
  'As drawn, the chances of what others decide are priors of the authors, not forecasts: read them together with the blocks below, which impose or select an outcome.':
    '조건 없음에서 상대방의 결정 확률은 예측이 아니라 작성자의 사전 판단이다. 결과를 부과하거나 선택한 아래 항목과 함께 읽어야 한다.',
  'Share of draws': '시행 비율',
  'each measure': '지표별 수준',
  'change against the reference': '참조안 대비 변화',
  'change against the baseline': '기준안 대비 변화',
  'probability of beating the baseline': '기준안보다 나을 확률',
  'probability of meeting the target': '목표 달성 확률',
  'target {bound}': '목표 {bound}',
  '% of draws': '시행의 %',

  'What each offer must achieve to pay for itself, measured by: {measure}':
    '각 제안이 제값을 하려면 달성해야 할 것. 판단 지표: {measure}',
  'Must raise the probability of success by': '성공 확률을 높여야 하는 폭',
  'no draws': '시행 없음',
  'costs nothing here': '비용 없음',
  'success gains nothing': '성공해도 이득 없음',
  'never pays here': '어떤 경우에도 손해',
  'pays from +{points} points': '+{points}%p 이상이면 이득',
  'What the baseline does': '기준안의 영향',
  'What offers must achieve': '제안이 달성해야 할 것',
  'What scenarios change': '시나리오의 효과',
  'What is not sure': '확실하지 않은 것',
  'better with {list}': '더 나음: {list}',
  'higher with {list}': '더 높음: {list}',
  'worse with {list}': '더 나쁨: {list}',
  'lower with {list}': '더 낮음: {list}',
  'no change with {list}': '변화 없음: {list}',
  'Whether it is better or worse: nine draws of ten lie on both sides of zero for {list}.':
    '나은지 나쁜지: 시행 열에 아홉이 0의 양쪽에 걸친 시나리오는 {list}.',
  '1 where more is better, -1 where less is': '클수록 좋으면 1, 작을수록 좋으면 -1',
  'Mean change of {measure} against the baseline in each scenario, with the range from 5% to 95%; pale where it cannot be told from zero':
    '시나리오별 {measure}의 기준안 대비 평균 변화와 5~95% 범위. 옅은 색은 0과 가릴 수 없음',
  '{measure}, {unit}: mean change, 5% to 95%; pale: not to be told from zero':
    '{measure}, {unit}: 평균 변화와 5~95%. 옅은 색: 0과 가릴 수 없음',
  Worse: '나쁨',
} as const;
