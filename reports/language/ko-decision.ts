/** The sheet Decision. */
export const KO_DECISION = {
  Decision: '의사결정',
  'What to choose, and what it may cost': '무엇을 고르고 무엇을 치르는가',
  'Measures weighed against each other: change the yellow weights, and scores and ranks follow. Then what each contender falls short of the best of them, draw by draw.':
    '지표에 가중치를 주어 견준다. 노란 가중치를 바꾸면 점수와 순위가 따라 바뀐다. 이어서 후보마다 시행별로 최선에 못 미치는 폭을 보인다.',
  Weight: '가중치',
  'Share of all weights': '가중치 비중',
  'Swing, worst to best mean': '변동 폭, 최악에서 최선의 평균까지',
  'Largest ± of the row': '행의 최대 ±',
  'Contenders are all scenarios that are compared but the reference, which nobody can choose. Measures of which neither way is better have no part in this.':
    '후보는 고를 수 없는 참조안을 뺀 모든 비교 시나리오이다. 방향에 우열이 없는 지표는 들어가지 않는다.',
  'Nor have measures that do not say something of every contender, since these could not be scored alike: {measures}.':
    '모든 후보에 해당하지 않는 지표도 같은 기준으로 점수를 매길 수 없어 들어가지 않는다: {measures}.',
  '"{measure}" (not of {scenarios})': '"{measure}"(해당 없는 후보: {scenarios})',
  'A weight says what the whole swing of a measure, from the worst to the best mean, is worth beside the others; a small swing deserves a small weight. To begin with all weights are equal, which is no judgement.':
    '가중치는 지표가 최악의 평균에서 최선의 평균까지 변하는 폭 전체의 값어치를 다른 지표와 견준 것이다. 폭이 작으면 가중치도 작아야 한다. 처음에는 모두 같으며 이는 판단이 아니다.',
  'Regret is what a contender falls short of the best one in the same draw, so 0 is best in either direction. More than one can be best in a draw: where two are equal, both count.':
    '후회는 같은 시행에서 후보가 최선에 못 미치는 폭이며 방향과 관계없이 0이 가장 좋다. 한 시행에서 둘이 같으면 둘 다 최선으로 센다.',
  'Level of regret': '후회의 수준',
  'Ranking by weighted score': '가중 점수 순위',
  'Score of each mean, from 0 for the worst contender to 1 for the best':
    '평균의 점수, 가장 나쁜 후보 0에서 가장 좋은 후보 1까지',
  'Mean of each measure': '지표별 평균',
  'Mean regret: what is lost against the best of each draw':
    '평균 후회: 시행별 최선에 비해 잃는 것',
  'Regret in bad draws': '나쁜 시행에서의 후회',
  'Probability that no contender does better': '더 나은 후보가 없을 확률',
  'Columns of Draws that these figures read': '이 수치들이 읽는 시행 시트의 열',
  '0 worst, 1 best': '0 최악, 1 최선',
  '1 is the highest score': '1이 가장 높은 점수',
  'Weighted score': '가중 점수',
  'Swing, then scores': '폭, 이어서 점수',
  'Mean regret': '평균 후회',
  '95% of regret': '후회의 95%',
  'None is better': '더 나은 후보 없음',
  'Column; before it, of the best': '열, 그 앞은 최선의 열',
} as const;
