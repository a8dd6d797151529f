/** The sheet Assurance. */
export const KO_ASSURANCE = {
  'How far this may be relied on, and who answers for it': '어디까지 믿을 수 있고 누가 책임지는가',
  'In the spirit of the AQuA Book of the UK government. Yellow is filled in by hand: a run cannot know it.':
    '영국 정부의 분석 품질 보증 지침(AQuA Book)을 따랐다. 노란 칸은 실행이 알 수 없으므로 사람이 적는다.',
  'What it says': '뜻',
  'By hand': '직접 기입',
  'Purpose: {question}': '목적: {question}',

  'Verification: is the model computed as it was meant?':
    '계산 확인: 모형이 뜻한 대로 계산되었는가?',
  'Checks of the model': '모형의 점검 조건',
  'Held in each of {simulations} simulations x {draws} draws x {steps} steps, {times} times in all: where one does not hold, there is no workbook.':
    '시뮬레이션 {simulations}회 x 시행 {draws}회 x {steps}기간마다 모두 {times}번 성립했다. 하나라도 어긋나면 통합문서가 만들어지지 않는다.',
  'Unknowns solved for': '풀어서 구한 미지수',
  'Solved to their tolerance in each of them: where one is not, there is no workbook.':
    '그때마다 허용오차 안에서 풀렸다. 하나라도 풀리지 않으면 통합문서가 만들어지지 않는다.',
  'Checks of this workbook': '통합문서의 검산',
  'Hold, of {count}; counted anew whenever the workbook is computed.':
    '{count}건 가운데 성립하는 것. 통합문서를 계산할 때마다 다시 센다.',
  'The model has none.': '모형에 점검 조건이 없다.',
  'Model tests': '모형 시험',
  'Stand beside the model. A run does not run them: "parley test {study}" does. Outcome and date:':
    '모형과 함께 두었다. 실행할 때 돌리지 않으며 "parley test {study}" 명령으로 돌린다. 결과와 날짜:',
  'A check: the run ends with an error where it does not hold.':
    '점검 조건: 성립하지 않으면 실행이 오류로 끝난다.',

  'Validation: is it the right model?': '검증: 알맞은 모형인가?',
  'Published estimates that count': '집계하는 발표치',
  "Each beside the study's own answer to the same question; none was tuned to.":
    '같은 물음에 대한 본 연구의 답과 나란히 둔다. 맞추려고 조정한 것은 없다.',
  Inside: '부합하는 것',
  'To half a unit of the last digit that was printed.': '발표된 마지막 자리의 절반까지 허용한다.',
  'Used in calibration': '보정에 쓴 것',
  'Say nothing about the model, and do not count.':
    '모형에 대해 말해 주는 것이 없으므로 집계하지 않는다.',
  'Not run': '실행하지 않은 것',
  'This run leaves their scenarios out.': '이번 실행에 그 시나리오가 빠졌다.',
  Outside: '벗어난 것',
  'Each with one line why on the sheet Validation; the names below lead there.':
    '이유는 검증 시트에 한 줄씩 적었다. 아래 이름을 누르면 그리로 간다.',
  '{title}, {unit}: published {published}, here {median} ({low} to {high})':
    '{title}, {unit}: 발표치 {published}, 본 연구 {median} ({low}~{high})',

  'Assumptions: what does it rest on?': '가정: 무엇에 근거하는가?',
  'The model assumes nothing.': '모형에 가정이 없다.',
  'Values with a source': '출처가 있는 값',
  'The study lists no source.': '본 연구는 출처를 두지 않았다.',
  '{count} sources, the oldest of {first}, the newest of {last}.':
    '출처 {count}건. 가장 오래된 것은 {first}, 가장 새로운 것은 {last}.',
  'Later than the study, each with a reason: {count}.':
    '연구 기준일 이후 자료(저마다 이유를 적음): {count}건.',
  'Values on judgement': '판단에 근거한 값',
  'Each with its reasoning in the column Why.': '저마다 근거 열에 이유를 적었다.',
  'Uncertain values': '불확실한 값',
  'Drawn from the distributions stated there; the others are the same in every draw.':
    '적힌 분포에서 추출한다. 나머지는 모든 시행에서 같다.',
  'Strongest drivers on judgement': '판단에 근거한 주요 요인',
  'Of the {count} that move "{measure}" most in "{scenario}": {names}.':
    '"{scenario}"에서 "{measure}"에 가장 크게 작용하는 {count}개 가운데: {names}.',

  'Uncertainty: how sure are the figures?': '불확실성: 수치는 얼마나 확실한가?',
  'The error is that of the number of draws. Ranges tell of the uncertainties that were drawn; that the model is another than the world is in none of them.':
    '오차는 시행 수에서 온다. 범위는 추출한 불확실성만 나타내며, 모형이 현실과 다른 데서 오는 불확실성은 담지 않는다.',
  'Monte Carlo error of the median in "{scenario}", {median}; 5% to 95%: {low} to {high}.':
    '"{scenario}"의 중앙값 {median}의 몬테카를로 오차. 5%~95%: {low}~{high}.',
  '{median} in "{scenario}", in every draw.': '"{scenario}"에서 모든 시행에 {median}.',

  'Repeatability: does it come out again?': '재현성: 다시 해도 같은가?',
  'Sampling: {sampling}; seed {seed}; engine {engine}, numerics {numerics}.':
    '표본추출: {sampling}, 시드 {seed}, 엔진 {engine}, 수치 계산 {numerics}.',
  Lock: '잠금',
  'none read': '없음',
  'as locked': '잠근 그대로',
  'not as locked': '잠근 것과 다름',
  '"parley lock {study}" writes down what comes out, for later runs to be held to.':
    '"parley lock {study}" 명령이 결과를 적어 두어 나중 실행과 견주게 한다.',
  'All input files are those that were locked, with {draws} draws.':
    '모든 입력 파일이 시행 {draws}회로 잠근 것과 같다.',
  'Changed since the study was locked: {files}.': '잠근 뒤에 바뀐 것: {files}.',
  'Outcome and date of "parley verify {study}":': '"parley verify {study}"의 결과와 날짜:',

  'Known limits': '알려진 한계',
  'The study states none. They belong into "limits:" of study.yaml; there is no model without.':
    '본 연구가 밝힌 한계가 없다. 한계가 없는 모형은 없으므로 study.yaml의 "limits:"에 적는다.',
  'Scenarios that say what they leave out, on the sheet Scenarios: {count}.':
    '시나리오 시트에 빠진 것을 밝힌 시나리오: {count}개.',

  'Sign-off': '서명',
  Role: '역할',
  'What is confirmed': '확인하는 것',
  'Name and signature': '이름과 서명',
  Analyst: '분석자',
  'Did the work. The figures are what the model and the inputs named here yield; the limits are complete.':
    '분석했다. 수치는 여기 적힌 모형과 입력에서 나온 것이며 한계를 빠짐없이 적었다.',
  'Analytical assurer': '품질 보증자',
  'Had no part in it. Verification and validation are in proportion to what hangs on the answer.':
    '분석에 참여하지 않았다. 계산 확인과 검증이 답의 무게에 걸맞다.',
  Commissioner: '의뢰자',
  'Asked the question. It is the right one, and what the answer leaves open is understood.':
    '물음을 던졌다. 물음이 옳으며 답이 남겨 둔 것을 안다.',
  Approver: '승인자',
  'Answers for its use. It is fit for the purpose named above, and for no other.':
    '쓰임을 책임진다. 위에 적힌 목적에만 알맞다.',
} as const;
