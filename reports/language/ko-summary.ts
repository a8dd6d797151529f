/** The sheet Summary. */
export const KO_SUMMARY = {
  'What each scenario does': '시나리오별 결과',
  'Medians and 5% to 95% ranges over {draws} draws, in the unit beside each measure; a column for each scenario.':
    '시행 {draws}회의 중앙값과 5~95% 범위. 단위는 지표 옆에 표시하고, 시나리오마다 한 열을 둔다.',
  'Monte Carlo error, largest of the row': '몬테카를로 오차, 행의 최댓값',
  '"{baseline}" is baseline and reference at once; what each other scenario adds stands in the changes.':
    '"{baseline}"이(가) 기준안이자 참조안이다. 다른 시나리오의 효과는 변화 항목에 나온다.',
  'What "{baseline}" (the baseline) costs against "{reference}" (the reference) stands in its column, in the blocks of changes against the reference; what each other scenario adds, in the changes against the baseline.':
    '"{baseline}"(기준안)이 "{reference}"(참조안)에 비해 치르는 비용은 참조안 대비 변화 항목의 해당 열에 있고, 다른 시나리오가 더하는 효과는 기준안 대비 변화 항목에 있다.',
  'Changes are paired by draw: both scenarios see the same draw, and the median of the differences is shown. The error of each single figure, and every range, is on the sheet Comparison.':
    '변화는 같은 시행끼리 짝지어 구한 차이의 중앙값이다. 수치별 오차와 모든 범위는 비교 시트에 있다.',
  'As drawn, the chances of what others decide are priors of the authors, not forecasts: read them together with the blocks below, which impose or select an outcome.':
    '조건 없음에서 상대방의 결정 확률은 예측이 아니라 작성자의 사전 판단이다. 결과를 부과하거나 선택한 아래 항목과 함께 읽어야 한다.',
  'Share of draws': '시행 비율',
  'Median change': '변화의 중앙값',
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
  'Mean cost / mean gain': '평균 비용 / 평균 이득',
  'In words': '말로 풀면',
  'Interval of that rise, draw by draw': '시행별로 구한 그 폭의 범위',
  'Cost if it fails ({failure}); positive is worse': '실패할 때의 비용({failure}), 양수가 나쁨',
  'Gain from success ({success}); positive is better': '성공의 이득({success}), 양수가 좋음',
  'no draws': '시행 없음',
  'costs nothing here': '비용 없음',
  'success gains nothing': '성공해도 이득 없음',
  'never pays here': '어떤 경우에도 손해',
  'pays from +{points} points': '+{points}%p 이상이면 이득',
} as const;
