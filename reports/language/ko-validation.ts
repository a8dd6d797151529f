/** The sheet Validation. */
export const KO_VALIDATION = {
  'How the study compares with what others published': '다른 기관의 발표치와의 비교',
  'Nothing was tuned to meet these numbers. A row that was used in calibration is labelled so and does not count; a row that is outside stays, with one line why.':
    '이 수치에 맞추려고 조정한 것은 없다. 보정에 쓴 행은 그렇게 표시하고 집계에서 뺀다. 벗어난 행도 그대로 두고 이유를 한 줄로 적는다.',
  'Inside means: where one number was published, the 5% to 95% range of the study holds it; where a range was published, the median of the study lies in it; each to half a unit of the last printed digit.':
    '부합의 뜻: 발표치가 하나이면 본 연구의 5~95% 범위가 이를 포함하고, 범위로 발표했으면 본 연구의 중앙값이 그 안에 있다. 두 경우 모두 발표된 마지막 자리의 절반까지 허용한다.',
  'Each answer is computed draw by draw, then summarised. Scenarios that only this sheet asks for were run once, as drawn; what they set is on the sheets Scenarios and Levers.':
    '답은 시행별로 계산한 뒤 요약한다. 이 시트에만 쓰는 시나리오는 조건 없이 한 번 실행했으며, 그 설정은 시나리오 시트와 정책수단 시트에 있다.',
  'What was estimated': '추정 대상',
  By: '발표 기관',
  'Published, lowest': '발표치, 최저',
  'Published, highest': '발표치, 최고',
  'Study, median': '본 연구, 중앙값',
  'Study, 5%': '본 연구, 5%',
  'Study, 95%': '본 연구, 95%',
  Verdict: '판정',
  Counts: '집계 포함',
  'Why it differs or agrees': '다르거나 같은 이유',
  'Scenario and comparison': '시나리오와 비교 대상',
  inside: '부합',
  outside: '벗어남',
  'not run': '미실행',
  yes: '예',
  'no: used in calibration': '아니요: 보정에 사용',
  'no: not run': '아니요: 미실행',
  'The study names no published estimate to be held beside.':
    '본 연구는 비교할 발표치를 두지 않았다.',
  'Inside {inside} of the {all} published estimates that count.':
    '집계하는 발표치 {all}건 가운데 {inside}건이 부합한다.',
  'Used in calibration: {count}.': '보정에 쓴 것: {count}건.',
  'Not run, since this run leaves their scenarios out: {count}.':
    '이번 실행에 시나리오가 빠져 계산하지 않은 것: {count}건.',
  '{scenario}: level': '{scenario}: 수준',
  '{scenario}: relative change against {other}': '{scenario}: {other} 대비 변화율',
  '{scenario}: difference against {other}': '{scenario}: {other} 대비 차이',
} as const;
