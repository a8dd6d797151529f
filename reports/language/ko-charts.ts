/** The charts of the dashboard and the tables behind them. */
export const KO_CHARTS = {
  'Only the first rows are printed; all of them stand in the workbook.':
    '처음 행만 인쇄되며, 모든 행은 통합문서에 있다.',
  'How the chosen path spreads over the draws of the chosen scenario, with its median and that of the baseline':
    '고른 시나리오의 시행에서 고른 경로가 퍼지는 모습, 그 중앙값과 기준안의 중앙값',
  '5% to 95%': '5~95%',
  '25% to 75%': '25~75%',
  '5% to 25%': '5~25%',
  '75% to 95%': '75~95%',
  'Baseline, median': '기준안, 중앙값',
  'Baseline, 50%': '기준안, 50%',
  'Rows of Bands before those of the scenario': '분위 구간 시트에서 시나리오 앞의 행 수',
  'Rows of Bands before those of the baseline': '분위 구간 시트에서 기준안 앞의 행 수',
  Step: '기간',
  '{path}: {median} in {day} ({low} to {high})': '{path}: {day} {median} ({low}~{high})',
  '{path}: {median} in {day} ({low} to {high}); {baseline}: {compared}':
    '{path}: {day} {median} ({low}~{high}), {baseline} {compared}',

  'All scenarios': '모든 시나리오',
  'All scenarios on the chosen measure': '고른 지표의 모든 시나리오',
  'Scenario and its median': '시나리오와 중앙값',
  'Mean change of the measure': '지표 변화의 평균',
  'Mean change of the other measure': '다른 지표 변화의 평균',
  '{number} {scenario}: {median}': '{number} {scenario}: {median}',
  'Bars of all scenarios': '모든 시나리오의 막대',
  'Median and 5% to 95% range of every scenario on the chosen measure':
    '고른 지표에 대한 모든 시나리오의 중앙값과 5~95% 범위',
  'Half the mark of a median, as a share': '중앙값 표시의 절반, 비율',
  'From the lowest to the highest': '최저에서 최고까지',
  'Median of the baseline': '기준안의 중앙값',
  '{measure}, {changeUnit} from the median of the baseline':
    '{measure}, 기준안 중앙값과의 차이, {changeUnit}',
  'Share of the chart that is near': '가깝다고 보는 거리, 그림에 대한 비율',
  'Near across': '가로로 가까운 거리',
  'Near upwards': '세로로 가까운 거리',
  Across: '가로',
  Upwards: '세로',
  'Near {number}': '{number}번과 가까움',
  'First that is near': '가까운 첫 번째',
  'Half the mark of a median': '중앙값 표시의 절반',
  'Before the median': '중앙값 앞',
  'After the median': '중앙값 뒤',
  'Below the median': '중앙값 아래',
  'The median': '중앙값',
  'Above the median': '중앙값 위',
  chosen: '선택',
  others: '나머지',
  '{scenario}: {median} ({low} to {high})': '{scenario}: {median} ({low}~{high})',
  '{scenario}: {median}, {change} against {baseline} on average':
    '{scenario}: {median}, {baseline} 대비 평균 {change}',
  '{scenario}: {median}, not to be told from {baseline}':
    '{scenario}: {median}, {baseline} 대비 구별되지 않음',

  'Number of bins': '계급 수',
  Bin: '계급',
  '1 where labelled': '이름표가 있으면 1',
  'Share of draws, scenario': '시행 비율, 시나리오',
  'Share of draws, baseline': '시행 비율, 기준안',
  'Share of draws, %': '시행 비율, %',
  'Share that is rounding': '반올림으로 보는 비율',
  'Exact width of a bin': '계급의 정확한 폭',
  'The same, where the draws are not all alike': '시행이 모두 같지 않을 때의 같은 값',
  'Width of a bin': '계급의 폭',
  'First bin from': '첫 계급의 하한',
  'Share of draws beyond the bins': '계급 밖 시행의 비율',
  'Lowest value to show': '보일 최솟값',
  'Highest value to show': '보일 최댓값',
  'Shares of the draws of the chosen scenario and of the baseline in common bins':
    '공통 계급에서 고른 시나리오와 기준안의 시행 비율',
  '{scenario}: {low} to {high} in nine of ten draws':
    '{scenario}: 열 시행 가운데 아홉에서 {low}~{high}',
  'Higher than {baseline} in {share} of draws': '시행의 {share}에서 {baseline} 대비 높음',
  'Better than {baseline} in {share} of draws': '시행의 {share}에서 {baseline} 대비 나음',
  'Share of draws below each value': '각 값 아래의 시행 비율',
  'Which share of the draws lies below each value, in the chosen scenario and in the baseline':
    '고른 시나리오와 기준안에서 각 값 아래에 놓이는 시행의 비율',
  'Share of draws below, %': '그 아래의 시행 비율, %',
  'One draw in twenty lies below {low}, one above {high}':
    '시행 스무 번 가운데 한 번은 {low} 미만, 한 번은 {high} 초과',

  'What moves the measure': '지표를 움직이는 것',
  'How far the mean of the chosen measure moves between the fifths of draws where an uncertainty is lowest and highest':
    '불확실성이 가장 낮은 5분의 1 시행과 가장 높은 5분의 1 시행 사이에서 고른 지표의 평균이 움직이는 폭',
  'What moves each measure most, by column of draws':
    '지표마다 가장 크게 움직이는 것, 시행의 열 순서',
  'Measure and scenario': '지표와 시나리오',
  'Driver {rank}': '요인 {rank}',
  'Mean where {rank} is lowest': '{rank}순위 요인이 가장 낮을 때의 평균',
  'Mean where {rank} is highest': '{rank}순위 요인이 가장 높을 때의 평균',
  'In its lowest fifth': '가장 낮은 5분의 1',
  'In its highest fifth': '가장 높은 5분의 1',
  Driver: '요인',
  '1 where there is one': '있으면 1',
  'Lowest, against the mean': '가장 낮을 때, 평균 대비',
  'Highest, against the mean': '가장 높을 때, 평균 대비',
  'Change of the mean, {changeUnit}': '평균의 변화, {changeUnit}',
  'No uncertainty clearly moves it in {scenario}': '{scenario}: 뚜렷이 움직이는 불확실성 없음',
  '"{driver}" moves it most: {low} where lowest, {high} where highest':
    '가장 크게 움직이는 것은 "{driver}": 가장 낮을 때 {low}, 가장 높을 때 {high}',

  'Parts of the mean change': '변화 평균의 구성',
  'The mean change of the chosen scenario against the baseline, parted by where the draws meet: {condition}':
    '기준안 대비 고른 시나리오의 변화 평균을 시행이 다음을 충족하는지에 따라 나눔: {condition}',
  'The mean change from the reference to the baseline and on to the chosen scenario':
    '참조안에서 기준안으로, 다시 고른 시나리오로 가는 변화의 평균',
  'Draws with the condition, scenario': '조건이 있는 시행, 시나리오',
  'Draws with the condition, baseline': '조건이 있는 시행, 기준안',
  'Mean change': '변화의 평균',
  'Mean change, {changeUnit}': '변화의 평균, {changeUnit}',
  'Raises it': '높임',
  'Lowers it': '낮춤',
  'All together': '합계',
  '1 for all together': '합계이면 1',
  From: '시작값',
  To: '끝값',
  Start: '아래 끝',
  End: '위 끝',
  Change: '변화',
  'beyond 0': '0 이상',
  'short of 0': '0 미만',
  'Up to the bar': '막대까지',
  'In both': '둘 다',
  'Only in the scenario': '시나리오만',
  'Only in the baseline': '기준안만',
  'In neither': '둘 다 아님',
  '{part}: {change}': '{part}: {change}',
  '{change} on average against {baseline}, by where this is met: {met}':
    '{baseline} 대비 평균 {change}, 충족 여부별: {met}',
  '{baseline}, against {reference}': '{baseline}, {reference} 대비',
  '{scenario}, against {baseline}': '{scenario}, {baseline} 대비',
  '{scenario}, against {reference}': '{scenario}, {reference} 대비',
  '{scenario}: {change} on average against {reference}':
    '{scenario}: {reference} 대비 평균 {change}',

  'One measure against another': '한 지표와 다른 지표',
  'Mean changes against the baseline of every scenario but the reference, on the chosen measure and on the other one':
    '참조안을 뺀 모든 시나리오의 기준안 대비 변화 평균, 고른 지표와 다른 지표',
  '{scenario}: {across} on average; {otherMeasure}: {up}':
    '{scenario}: 평균 {across}, {otherMeasure} {up}',
} as const;
