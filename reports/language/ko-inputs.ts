/** The sheets Scenarios, Levers, Measures, Assumptions, Equations and Sources. */
export const KO_INPUTS = {
  'What the scenarios are': '시나리오 설명',
  'In words, without a unit: one row for each scenario, in the order of the study; what each sets is on the sheet Levers.':
    '단위 없이 글로 적는다. 연구의 순서대로 시나리오마다 한 행. 설정값은 정책수단 시트에 있다.',
  'Scenarios whose part is validation are compared with no other; they run for the sheet Validation alone.':
    '역할이 검증용인 시나리오는 다른 시나리오와 비교하지 않으며 검증 시트만을 위해 실행한다.',
  Part: '역할',
  'What happens': '내용',
  'Not modelled': '모형에 없는 것',
  'Builds on': '바탕 시나리오',
  Author: '작성자',
  File: '파일',

  Lever: '정책수단',
  'What each scenario sets': '시나리오별 설정',
  'Value of every lever in every scenario, as a quantity with its unit, its dated schedule, or its terms.':
    '모든 시나리오의 정책수단 값. 단위가 있는 수량, 날짜별 일정 또는 조항을 보인다.',
  'A value that differs from the baseline starts with ≠, is bold and stands on yellow.':
    '기준안과 다른 값은 ※로 시작하고 노란 바탕에 굵게 쓴다.',
  '≠ {value}': '※ {value}',
  'Levers that some scenario sets otherwise than the baseline':
    '기준안과 달리 정한 시나리오가 있는 정책수단',
  'Levers that are the same in every scenario': '모든 시나리오에서 같은 정책수단',

  Kind: '종류',
  Reads: '읽는 이름',
  Better: '좋은 방향',
  Target: '목표',
  'Formula or meaning': '수식 또는 뜻',
  'What scenarios are compared on': '시나리오를 비교하는 지표',
  'Definition, unit, direction and target of each measure; then the trajectories reported and the conditions compared under.':
    '지표별 정의, 단위, 방향, 목표. 이어서 보고하는 경로와 비교에 쓰는 조건.',
  trajectory: '경로',
  'Over time, on the sheets Trajectories and Bands.':
    '시간에 따른 값. 경로 시트와 분위 구간 시트에 있다.',
  measure: '지표',
  higher: '높을수록',
  lower: '낮을수록',
  neither: '없음',
  condition: '조건',
  'Imposed: every scenario that leaves this open runs once more with it set, on the same draws.':
    '부과: 이를 정하지 않은 모든 시나리오를 같은 시행으로 한 번 더 실행한다.',
  'Selected: only the draws where this holds; which draws these are differs between scenarios.':
    '선택: 이것이 성립하는 시행만 쓴다. 선택되는 시행은 시나리오마다 다르다.',

  'What the model assumes': '모형의 가정',
  'Value of the central path, distribution and its 5% and 95% points, each in the unit that the row names; shocks come last.':
    '중심 경로의 값, 분포, 5%와 95% 지점. 단위는 행에 적혀 있다. 충격은 끝에 둔다.',
  'Source leads to the sheet Sources; "judgement" means that no source could be had, and Why gives the reasoning. A shock is drawn anew at every step.':
    '출처를 누르면 출처 시트로 간다. "판단"은 출처를 구할 수 없었다는 뜻이며 근거 열에 이유를 적었다. 충격은 기간마다 새로 추출한다.',
  Assumption: '가정',
  Distribution: '분포',
  'Drawn together with': '함께 추출하는 값',
  Why: '근거',
  'Set otherwise by': '달리 정한 시나리오',
  'Drawn together with: rank correlation (Spearman) asked for, and the one that these draws reach. Distributions stay what they are; what is not named is drawn independently.':
    '함께 추출하는 값: 요구한 순위상관계수(스피어만)와 이번 시행에서 나온 값. 분포 자체는 바뀌지 않으며, 적히지 않은 것은 서로 독립으로 추출한다.',
  judgement: '판단',
  'Shock: a new value at every step': '충격: 기간마다 새로운 값',
  '{names}: {rank} asked': '{names}: 요구 {rank}',
  '{names}: {rank} asked, {low} reached': '{names}: 요구 {rank}, 실제 {low}',
  '{names}: {rank} asked, {low} to {high} reached': '{names}: 요구 {rank}, 실제 {low}~{high}',
  'Judgement stands behind {judged} of {all} values; to list them, filter Source for it.':
    '값 {all}개 가운데 {judged}개가 판단에 근거한다. 출처 열에서 "판단"으로 걸러 볼 수 있다.',
  'Judged cells, where each cell has its own evidence: {cells}.':
    '셀마다 근거가 따로 있는 표에서 판단에 근거한 셀: {cells}.',
  '{name} {judged} of {all}': '{name} {all}개 중 {judged}개',

  Equation: '방정식',
  Over: '집합',
  'Starts at': '초깃값',
  'solves 0 = {residual}, from {guess}': '0 = {residual} 의 해, 시작값 {guess}',
  'How the model computes': '모형의 계산식',
  'Every equation as written, with the unit of its result; a name alone belongs to the same module.':
    '모든 방정식을 작성된 그대로 보이고 결과의 단위를 적는다. 모듈 이름이 없는 이름은 같은 모듈의 것이다.',

  Publisher: '발행 기관',
  Date: '날짜',
  Address: '주소',
  Note: '비고',
  'Assumptions that rest on it': '근거로 삼은 가정 수',
  'Estimates held beside': '비교한 추정치 수',
  'Later than the study: {reason}': '연구 기준일 이후 자료: {reason}',
  'Where the numbers come from': '수치의 출처',
  'Each source once, as known on {date}; its name leads to its address.':
    '{date} 기준으로 알려진 출처를 한 번씩 적는다. 이름을 누르면 주소로 간다.',
} as const;
