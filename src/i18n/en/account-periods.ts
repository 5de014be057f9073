/** What something costs, and how often. */
export const accountPeriods = {
  'price.every': '{price} per {period}',
  'price.plain': '{price}',
  'period.week': 'week',
  'period.month': 'month',
  'period.year': 'year',
  'period.season': 'season',
} as const;
