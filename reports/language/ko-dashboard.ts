/** The dashboard and its charts. */
export const KO_DASHBOARD = {
  Dashboard: '대시보드',
  'One scenario, one measure': '한 시나리오, 한 지표',
  'Choose in the yellow cells: every number and chart follows. Medians and ranges over the draws; changes are paired draw by draw.':
    '노란 칸에서 고르면 모든 수치와 그림이 따라 바뀐다. 시행에 걸친 중앙값과 범위이며, 변화는 같은 시행끼리 짝지은 값이다.',
  'There are too many draws to keep in the workbook, so that nothing can be chosen here.':
    '시행이 너무 많아 통합문서에 담지 않았으므로 여기서는 고를 수 없다.',
  'Other measure': '다른 지표',
  'Over time': '시간 경로',
  'the path of the measure': '지표의 경로',
  'Teal and navy: the chosen scenario. Grey: the baseline. Outlined: the reference. Pale blue: all others, numbered alike in every chart.':
    '청록과 남색: 고른 시나리오. 회색: 기준안. 테두리만: 참조안. 옅은 파랑: 나머지, 모든 그림에서 번호가 같다.',
  'Bars of ranges hold nine draws of ten and are parted at the median. The numbers behind the charts are on the sheet Chart data.':
    '범위 막대는 시행 열 번 가운데 아홉 번을 담고 중앙값에서 나뉜다. 그림의 수치는 그림 자료 시트에 있다.',
  '{number} points': '{number}%p',
  'Change against the baseline': '기준안 대비 변화',
  'Mean change against the baseline': '기준안 대비 평균 변화',
  'Draws better than the baseline': '기준안보다 나은 시행',
  '90% range {low} to {high}': '90% 범위 {low}~{high}',
  'Monte Carlo error {error}': '몬테카를로 오차 {error}',

  'Path over time': '시간에 따른 경로',
  'How the chosen path spreads over the draws of the chosen scenario, with its median and that of the baseline':
    '고른 시나리오의 시행에 걸친 경로의 분포, 그 중앙값과 기준안의 중앙값',
  '5% to 95%': '5~95%',
  '25% to 75%': '25~75%',
  'Baseline, median': '기준안 중앙값',
  '{path}: {median} in {day} ({low} to {high})': '{path}: {day} {median} ({low}~{high})',
  '{path}: {median} in {day} ({low} to {high}); {baseline}: {compared}':
    '{path}: {day} {median} ({low}~{high}), {baseline}: {compared}',
  'All scenarios': '모든 시나리오',
  'Median and 5% to 95% range of every scenario on the chosen measure':
    '고른 지표에서 모든 시나리오의 중앙값과 5~95% 범위',
  '{scenario}: {median} ({low} to {high})': '{scenario}: {median} ({low}~{high})',
  '{scenario}: {median}, {change} against {baseline} on average':
    '{scenario}: {median}, {baseline} 대비 평균 {change}',
  '{scenario}: {median}, not to be told from {baseline}':
    '{scenario}: {median}, {baseline} 대비 차이를 가릴 수 없음',
  '{number} {scenario}: {median}': '{number} {scenario}: {median}',
  '{measure}, {unit}': '{measure}, {unit}',
  '{measure}, {changeUnit}': '{measure}, {changeUnit}',
  '{measure}, {unit}; from': '{measure}, {unit}, 구간 시작',
  'Chosen scenario': '고른 시나리오',
  'Other scenarios': '다른 시나리오',

  'Parts of the mean change': '평균 변화의 구성',
  'In both': '둘 다',
  'Only in the scenario': '시나리오에서만',
  'Only in the baseline': '기준안에서만',
  'In neither': '둘 다 아님',
  'All draws': '모든 시행',
  'All together': '합계',
  'Raises it': '높임',
  'Lowers it': '낮춤',
  'The mean change of the chosen scenario against the baseline, parted by where the draws meet: {condition}':
    '고른 시나리오의 기준안 대비 평균 변화를 시행이 조건을 만족하는지에 따라 나눈 것: {condition}',
  'The mean change from the reference to the baseline and on to the chosen scenario':
    '참조안에서 기준안으로, 다시 고른 시나리오로 가는 평균 변화',
  'Mean change, {changeUnit}': '평균 변화, {changeUnit}',
  '{change} on average against {baseline}, by where this is met: {met}':
    '{baseline} 대비 평균 {change}, 다음이 성립하는지에 따라: {met}',
  '{baseline}, against {reference}': '{baseline}, {reference} 대비',
  '{scenario}, against {baseline}': '{scenario}, {baseline} 대비',
  '{scenario}, against {reference}': '{scenario}, {reference} 대비',
  '{scenario}: {change} on average against {reference}':
    '{scenario}: {reference} 대비 평균 {change}',
  '{part}: {change}': '{part}: {change}',

  'What moves the measure': '지표를 움직이는 것',
  'How far the mean of the chosen measure moves between the fifths of draws where an uncertainty is lowest and highest':
    '불확실성이 가장 낮은 5분의 1과 가장 높은 5분의 1의 시행에서 고른 지표의 평균이 움직이는 폭',
  'Change of the mean, {changeUnit}': '평균의 변화, {changeUnit}',
  'In its lowest fifth': '가장 낮은 5분의 1',
  'In its highest fifth': '가장 높은 5분의 1',
  'No uncertainty clearly moves it in {scenario}': '{scenario}: 뚜렷이 움직이는 불확실성 없음',
  '{driver} moves it most: {low} where lowest, {high} where highest':
    '가장 크게 움직이는 것은 {driver}: 낮을 때 {low}, 높을 때 {high}',

  'Shares of the draws of the chosen scenario and of the baseline in common bins':
    '공통 구간에 든 고른 시나리오와 기준안의 시행 비율',
  'Share of draws, %': '시행 비율, %',
  '{scenario}: {low} to {high} in nine of ten draws': '{scenario}: 시행 열에 아홉은 {low}~{high}',
  'Higher than {baseline} in {share} of draws': '시행의 {share}에서 {baseline}보다 높음',
  'Better than {baseline} in {share} of draws': '시행의 {share}에서 {baseline}보다 나음',
  'Share of draws below each value': '값보다 낮은 시행의 비율',
  'Which share of the draws lies below each value, in the chosen scenario and in the baseline':
    '고른 시나리오와 기준안에서 각 값보다 낮은 시행의 비율',
  'Share of draws below, %': '아래에 있는 시행의 비율, %',
  'One draw in twenty lies below {low}, one above {high}':
    '시행 스무 번에 한 번은 {low} 아래, 한 번은 {high} 위',

  'One measure against another': '한 지표와 다른 지표',
  'Mean changes against the baseline of every scenario but the reference, on the chosen measure and on the other one':
    '참조안을 뺀 모든 시나리오의 기준안 대비 평균 변화, 고른 지표와 다른 지표',
  '{scenario}: {across} on average; {otherMeasure}: {up}':
    '{scenario}: 평균 {across}, {otherMeasure}: {up}',
  'Other measure, {otherChangeUnit}': '다른 지표, {otherChangeUnit}',
} as const;
