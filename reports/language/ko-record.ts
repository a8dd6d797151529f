/** The sheets Contents and Provenance, and the foot of each page. */
export const KO_RECORD = {
  'What was run': '실행 내용',
  Sheets: '시트',
  'How to read the numbers': '수치를 읽는 법',
  Draw: '시행',
  'One joint value of everything uncertain. All scenarios see the same draws, so they are compared draw by draw.':
    '불확실한 모든 값의 한 조합. 모든 시나리오가 같은 시행을 쓰므로 시행별로 비교한다.',
  Baseline: '기준안',
  'The scenario that every offer is judged against.': '모든 제안을 견주는 시나리오.',
  Reference: '참조안',
  'The world before the question arose, that levels are compared with.':
    '문제가 생기기 전의 상태. 수준을 이와 비교한다.',
  '5% and 95%': '5%와 95%',
  'One draw in twenty lies below the first, one in twenty above the second.':
    '시행 스무 번 가운데 한 번은 앞의 값보다 작고, 한 번은 뒤의 값보다 크다.',
  'Levels and changes': '수준과 변화',
  '0.0': '0.0',
  'A zero without a sign is nothing, or rounds to nothing at the decimals shown; the cell holds all digits.':
    '부호 없는 0은 0이거나 보이는 자릿수에서 반올림하면 0이 되는 수이다. 칸에는 모든 자릿수가 들어 있다.',
  'Standard error of a figure from drawing a limited number of draws. It says nothing about whether the model is right.':
    '시행 수가 한정되어 생기는 수치의 표준오차. 모형이 옳은지는 말해 주지 않는다.',
  'All draws': '모든 시행',
  'on the sheet {name}': '{name} 시트',
  'As of': '기준 시점',
  Horizon: '분석 기간',
  '{count} steps of one {step}, from {first}': '{first}부터 {step} 단위 {count}기간',
  Sampling: '표본추출',
  Seed: '시드',
  'Engine version': '엔진 버전',
  'Results digest': '결과 해시',

  'How to repeat this run': '이 실행을 재현하는 법',
  'No unit. The same files, seed, draws and versions give the same digest, bit for bit.':
    '단위 없음. 파일, 시드, 시행 수, 버전이 같으면 해시가 비트까지 같다.',
  What: '항목',
  'The run': '실행',
  Study: '연구',
  'First step': '첫 기간',
  Steps: '기간 수',
  '{count} (one {step} each)': '{count} ({step} 단위)',
  'Version of the numerics': '수치 계산 버전',
  'Results digest (SHA-256)': '결과 해시 (SHA-256)',
  'Input files and their SHA-256, line ends as LF': '입력 파일과 SHA-256, 줄 끝은 LF',
  'Page {page} of {pages}': '{page} / {pages} 쪽',
} as const;
