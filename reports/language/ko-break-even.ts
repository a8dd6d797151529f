/** The sheet Break-even. */
export const KO_BREAK_EVEN = {
  'Break-even': '손익분기',
  'What each offer must achieve to pay for itself': '각 제안이 제값을 하려면 달성해야 할 것',
  'Measured by: {title}, in {unit}; rises are in percentage points of probability.':
    '판단 지표: {title}, 단위 {unit}. 확률을 높이는 폭은 %p이다.',
  'Cost: what is lost against "{baseline}" (the baseline) where the offer fails ({failure}). Gain: what success ({success}) adds to the offer. Both are means over the draws; positive cost is worse, positive gain is better.':
    '비용: 제안이 실패할 때({failure}) "{baseline}"(기준안)에 비해 잃는 것. 이득: 성공({success})이 제안에 더하는 것. 둘 다 시행의 평균이며, 비용은 양수가 나쁘고 이득은 양수가 좋다.',
  'The rise is mean cost over mean gain, since a probability is raised before the draw is known; its 5% and 95% are those of the ratio draw by draw. ± is the Monte Carlo error of the figure before it.':
    '시행을 알기 전에 확률을 높여야 하므로 높여야 하는 폭은 평균 비용을 평균 이득으로 나눈 값이다. 5%와 95%는 시행별 비율의 것이다. ±는 바로 앞 수치의 몬테카를로 오차이다.',
  'Must raise the chance of success by, points': '성공 확률을 높여야 하는 폭, %p',
  'Rise ±': '높이는 폭 ±',
  'Rise draw by draw, {level}': '시행별 높이는 폭, {level}',
  'Rise, {level} ±': '높이는 폭, {level} ±',
  Cost: '비용',
  Gain: '이득',
  '{side}, mean': '{side}, 평균',
  '{side}, mean ±': '{side}, 평균 ±',
  '{side}, {level}': '{side}, {level}',
  '{side}, {level} ±': '{side}, {level} ±',
  'Column of Draws: the baseline without success': '시행 시트의 열: 성공 없는 기준안',
  'Column of Draws: the offer without success': '시행 시트의 열: 성공 없는 제안',
  'Column of Draws: the offer with success': '시행 시트의 열: 성공한 제안',
  'Points in certainty; levels': '확실성의 %p, 수준',
  'Costs are differences of means': '비용은 평균의 차이이다',
  'Gains are differences of means': '이득은 평균의 차이이다',
} as const;
