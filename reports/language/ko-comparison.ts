/** The sheets Comparison, Against baseline, Against reference and Draws. */
export const KO_COMPARISON = {
  'Scenarios side by side, under each condition': '조건별로 나란히 본 시나리오',
  'Every scenario on every measure': '모든 시나리오의 모든 지표',
  'One row for each condition, measure and scenario, in the unit that the row names; ± is the Monte Carlo error of the figure before it.':
    '조건, 지표, 시나리오마다 한 행. 단위는 행에 적혀 있고 ±는 바로 앞 수치의 몬테카를로 오차이다.',
  'Filter Condition and Measure for the part that you look for. The last columns lead to the draws of a row and to the definition of its measure; they do not print.':
    '조건과 지표를 필터로 골라 찾는 부분을 본다. 마지막 열들은 그 행의 시행과 지표의 정의로 이어지며 인쇄하지 않는다.',
  'A blank means that the figure cannot be had: no draws are selected, or the measure has no target.':
    '빈칸은 수치를 구할 수 없다는 뜻이다. 선택된 시행이 없거나 지표에 목표가 없는 경우이다.',
  '{figure} ±': '{figure} ±',
  Level: '수준',
  'Clear beyond, ±': '뚜렷함의 기준, ±',
  'Target is': '목표 부호',
  'Meets the target, % of draws': '목표 달성, 시행의 %',
  'Meets the target ±, points': '목표 달성 ±, %p',
  'Mean, computed by the engine': '평균, 엔진 계산값',
  'Column of Draws': '시행 시트의 열',

  'What each scenario changes against "{title}"': '"{title}" 대비 시나리오별 변화',
  'Each draw of a scenario minus the same draw of "{title}" (the {role}), under the same condition, in the unit that the row names; ± is the Monte Carlo error.':
    '같은 조건에서 시나리오의 각 시행에서 "{title}"({role})의 같은 시행을 뺀 값. 단위는 행에 적혀 있고 ±는 몬테카를로 오차이다.',
  'n/a': '해당 없음',
  'Not applicable (n/a): {measures}, where the scenario or the condition sets otherwise than {levers}. The figure then follows from what is set: {where}.':
    '해당 없음: {measures}. 시나리오나 조건의 설정이 {levers}와 다른 경우로, 수치는 설정에서 따라 나온다: {where}.',
  'Levels are medians over the draws, changes are means: where a scenario only moves a chance, most draws change by nothing, and the median of the changes would hide what the others do.':
    '수준은 시행의 중앙값이고 변화는 평균이다. 시나리오가 확률만 움직이면 대부분의 시행은 변하지 않으므로 변화의 중앙값은 나머지 시행의 변화를 감춘다.',
  'Grey italics: not to be told from zero at this number of draws, since it lies within {count} Monte Carlo errors of zero.':
    '회색 기울임: 0에서 몬테카를로 오차의 {count}배 안에 있어 이 시행 수로는 0과 구별할 수 없다.',
  'The median of the changes need not be the change of the medians: where an offer only moves the chance of a deal, most draws change by nothing and the mean says more.':
    '변화의 중앙값이 중앙값의 변화와 같을 필요는 없다. 제안이 타결 확률만 움직이면 대부분의 시행은 변하지 않으므로 평균이 더 많은 것을 말해 준다.',
  'Left out: the scenario itself, and selections that do not hold the same draws in both scenarios.':
    '제외: 그 시나리오 자신, 두 시나리오의 시행이 서로 다른 선택.',
  '{figure} of the change against {name}': '{name} 대비 변화의 {figure}',
  'Column of the other, {name}': '{name}의 열',
  'Better: +1 more, −1 less': '좋은 방향: +1 많을수록, −1 적을수록',
  'Draws at': '시행 위치',
  Definition: '정의',
  'Better than {name}, % of draws': '{name} 대비 나음, 시행의 %',
  'Better ±, points': '나음 ±, %p',
  'Equal to {name}, % of draws': '{name} 대비 같음, 시행의 %',
  'Equal ±, points': '같음 ±, %p',

  'The figures of this workbook are values that the engine computed from all of these draws; none of them is a formula over draws.':
    '이 통합문서의 수치는 엔진이 이 시행 전부로 계산한 값이며, 시행에 대한 수식이 아니다.',
  'The {draws} draws of {columns} outcomes are too many for a workbook; a run writes them to a file with --draws-file.':
    '결과 {columns}개의 시행 {draws}회는 통합문서에 담기에 너무 많다. --draws-file로 실행하면 파일로 쓴다.',
  'The {draws} draws of {columns} outcomes are too many for a workbook; they are in the file {file}.':
    '결과 {columns}개의 시행 {draws}회는 통합문서에 담기에 너무 많아 {file} 파일에 있다.',

  'Every draw': '모든 시행',
  'One row for each draw, one column for each measure of each scenario under each condition, in the unit that stands above it.':
    '시행마다 한 행, 조건별 시나리오별 지표마다 한 열. 단위는 열 위에 적혀 있다.',
  'Draw k is the same draw in every column. Figures on other sheets are formulas over these columns. Only the first rows and columns print.':
    '한 행은 모든 열에서 같은 시행이다. 다른 시트의 수치는 이 열들에 대한 수식이다. 처음 몇 행과 열만 인쇄된다.',
  'A blank is a draw that the condition does not select in that scenario.':
    '빈칸은 그 시나리오에서 조건이 선택하지 않은 시행이다.',
  'Best of the contenders': '견줄 시나리오 가운데 최선',
} as const;
