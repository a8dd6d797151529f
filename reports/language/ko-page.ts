/** The HTML page and the Markdown summary. */
export const KO_PAGE = {
  'Skip to the content': '본문으로 건너뛰기',
  'Show {rows} rows': '{rows}행 보기',
  '{rows} rows are too many for a page: they stand on the sheet {name} of the workbook.':
    '{rows}행은 웹 페이지에 담기에 너무 많아 통합문서의 {name} 시트에 둔다.',
  'This page shows the workbook as it was computed. What can be chosen or changed there stands still here.':
    '이 웹 페이지는 계산된 통합문서를 그대로 보여 준다. 통합문서에서 고르거나 바꿀 수 있는 것도 여기서는 고정되어 있다.',
  'How the workbook computes these columns': '통합문서가 이 열을 계산하는 수식',
  Column: '열',
  'Other choices': '다른 선택',
  '{count} more can be chosen in the workbook.': '통합문서에서 {count}개를 더 고를 수 있다.',
  'Measure: {name}': '지표: {name}',
  'Scenario: {name}': '시나리오: {name}',
  'First cell': '첫 셀',
  Offer: '제안',
  'Cost if it fails': '실패할 때의 비용',
  'Gain from success': '성공의 이득',
  '+{rise} points': '+{rise}%p',
  'median (5% to 95%)': '중앙값(5~95%)',
  '{middle} ({low} to {high})': '{middle}({low}~{high})',
  'Mean change against "{baseline}"': '"{baseline}" 대비 변화의 평균',
  'Draw by draw, with the Monte Carlo error of the mean; "=" is no change in any draw, "≈" a change that these draws cannot tell from none; a zero without "=" is a change that rounds to nothing.':
    '시행별 변화와 평균의 몬테카를로 오차. "="는 어느 시행에서도 변화가 없음, "≈"는 이 시행 수로 0과 구별할 수 없는 변화이며, "=" 없는 0은 반올림하면 0이 되는 변화이다.',
  'Left out here for length: {measures} measures, {scenarios} scenarios.':
    '길이 때문에 뺀 것: 지표 {measures}개, 시나리오 {scenarios}개.',
  'Every figure with its error, range and source: {workbook}':
    '모든 수치와 오차, 범위, 출처: {workbook}',
} as const;
