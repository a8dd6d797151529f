/** The sheets Drivers and Correlations. */
export const KO_DRIVERS = {
  'Which uncertainties matter': '어떤 불확실성이 중요한가',
  'What each measure comes to, in its unit, where an uncertainty lies in its lowest and in its highest fifth: means over the draws of the baseline.':
    '불확실성이 가장 낮은 5분의 1과 가장 높은 5분의 1에 있을 때 각 지표의 값. 기준안 시행의 평균이며 단위는 지표의 단위이다.',
  'At most {count} for each measure, the one that moves it furthest first. Left out is what does not vary or cannot be told from chance: a rank correlation (Spearman, from -1 to 1) within {errors} of its Monte Carlo errors. All of them are on the sheet Correlations, those of other scenarios on the dashboard.':
    '지표마다 많아야 {count}개를 크게 움직이는 순서로 적었다. 변하지 않거나 우연과 가릴 수 없는 것, 곧 순위상관계수(스피어만, -1~1)가 몬테카를로 오차의 {errors}배 안에 있는 것은 뺐다. 전체는 상관관계 시트에, 다른 시나리오의 것은 대시보드에 있다.',
  'Uncertainties that are drawn together (see the sheet Assumptions) share what they move: part of the work of one may be that of another.':
    '함께 추출한 불확실성(가정 시트 참조)은 영향을 나누어 가진다. 하나의 영향 가운데 일부는 다른 것의 영향일 수 있다.',
  Rank: '순위',
  'Mean where it is lowest': '가장 낮을 때 평균',
  'Mean where it is highest': '가장 높을 때 평균',
  'Lowest ±': '낮을 때 ±',
  'Highest ±': '높을 때 ±',
  'Rank correlation': '순위상관계수',
  'Rank correlation ±': '순위상관계수 ±',

  'Largest size': '최대 크기',
  'Every uncertainty against every measure': '모든 불확실성과 모든 지표',
  'Rank correlation (Spearman, from -1 to 1, no unit), for the baseline as drawn; bold from 0.20 on, in either direction.':
    '조건 없는 기준안의 순위상관계수(스피어만, -1~1, 단위 없음). 절댓값 0.20 이상은 굵게 표시했다.',
} as const;
