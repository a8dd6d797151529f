import { expect, test } from 'vitest';
import { spokenSetting } from '../../reports/spoken-setting.ts';

test.each([
  ['25%', '25%'],
  ['2 trn KRW', '2조 원'],
  ['0 trn KRW', '0원'],
  ['5 bn USD', '50억 달러'],
  ['7 Mt/year', '700만 톤/년'],
  ['28500 people', '28,500명'],
  ['120 days', '120일'],
  ['3', '3'],
  ['yes', '예'],
  ['no', '아니요'],
  ['never', '없음'],
  ['start', '처음'],
  ['2025-04-09', '2025-04-09'],
  ['2028-01', '2028-01'],
  ['3 to 7 USD/MMBtu', '3~7달러/MMBtu'],
  ['20% from start; 0% from 2025-07-01', '처음부터 20%; 2025-07-01부터 0%'],
  ['2 bn USD/year from 2026-01', '2026-01부터 20억 달러/년'],
  [
    '25% from 2025-04-09; asked: deferral from 2025-05-01, span 120 days, meanwhile 10% (in force)',
    '2025-04-09부터 25%; asked: 유예, 2025-05-01부터, 120일 동안, 그동안 10% (시행 중)',
  ],
  [
    'review: snap_back on 2027-10-01, to 25% when ships.spent < 0.25 * ships.owed (in force)',
    'review: 원상 복귀, 2027-10-01에, 25%로 변경, 조건 ships.spent < 0.25 * ships.owed (시행 중)',
  ],
  [
    'soft: phase_in from start, to 2026-01 (announced)',
    'soft: 단계적 도입, 처음부터, 2026-01까지 (발표됨)',
  ],
  ['top: cap at 20%, from 2026-01 (suspended)', 'top: 상한, 20%, 2026-01부터 (정지됨)'],
  ['off: sunset on 2026-01 (in force)', 'off: 일몰, 2026-01에 (시행 중)'],
  ['triangular: [3, 4.3, 7]', 'triangular: [3, 4.3, 7]'],
])('what is set as %s is %s in Korean', (text, said) => {
  expect(spokenSetting('ko', text)).toBe(said);
  expect(spokenSetting('en', text)).toBe(text);
});
