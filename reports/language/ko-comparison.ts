/** The sheet Comparison. */
export const KO_COMPARISON = {
  '5%, Monte Carlo error': '5%, 몬테카를로 오차',
  '95%, Monte Carlo error': '95%, 몬테카를로 오차',
  'Change against baseline, median': '기준안 대비 변화, 중앙값',
  'Change against baseline, Monte Carlo error': '기준안 대비 변화, 몬테카를로 오차',
  'Change against baseline, 5%': '기준안 대비 변화, 5%',
  'Change against baseline, 95%': '기준안 대비 변화, 95%',
  'Change against reference, median': '참조안 대비 변화, 중앙값',
  'Change against reference, Monte Carlo error': '참조안 대비 변화, 몬테카를로 오차',
  'Change against reference, 5%': '참조안 대비 변화, 5%',
  'Change against reference, 95%': '참조안 대비 변화, 95%',
  'Beats baseline, % of draws': '기준안보다 나음, 시행의 %',
  'Beats baseline, Monte Carlo error, points': '기준안보다 나음, 몬테카를로 오차, %p',
  'Equals baseline, % of draws': '기준안과 같음, 시행의 %',
  'Meets target, % of draws': '목표 달성, 시행의 %',
  'Meets target, Monte Carlo error, points': '목표 달성, 몬테카를로 오차, %p',
  'Every scenario on every measure': '모든 시나리오의 모든 지표',
  'One row for each measure, condition and scenario. Levels and changes are in the unit that the row names.':
    '지표, 조건, 시나리오마다 한 행. 수준과 변화는 그 행에 적힌 단위로 나타낸다.',
  'Changes are paired: each draw of a scenario minus the same draw of the baseline or the reference, under the same condition. The median of the changes need not be the change of the medians.':
    '변화는 짝지은 값이다. 같은 조건에서 시나리오의 각 시행에서 기준안 또는 참조안의 같은 시행을 뺀다. 변화의 중앙값이 중앙값의 변화와 같을 필요는 없다.',
  'A blank means that the figure cannot be had: no draws are selected, the two runs do not hold the same draws, or the measure has no target.':
    '빈칸은 수치를 구할 수 없다는 뜻이다. 선택된 시행이 없거나, 두 실행의 시행이 서로 다르거나, 지표에 목표가 없는 경우이다.',
} as const;
