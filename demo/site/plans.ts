/** A plan on the site's front page: its words are the site's, its price comes from the platform. */
export interface Plan {
  offerId: string;
  title: string;
  pitch: readonly string[];
  period: string;
  price: string;
}

const PLANS = [
  {
    offerId: 'S274093615_DE',
    title: 'Monthly',
    pitch: ['14 days free', 'Everything, on three screens', 'Cancel whenever you like'],
    period: 'a month',
  },
  {
    offerId: 'S598310247_DE',
    title: 'Annual',
    pitch: ['Three months less to pay', 'Everything, on three screens', 'One payment a year'],
    period: 'a year',
  },
] as const;

/** The plans with today's prices; without the platform they show none. */
export async function loadPlans(apiBase: string): Promise<Plan[]> {
  return Promise.all(PLANS.map(async (plan) => ({ ...plan, price: await priceOf(apiBase, plan.offerId).catch(() => '') })));
}

async function priceOf(apiBase: string, offerId: string): Promise<string> {
  const response = await fetch(`${apiBase}/offers/${offerId}`);
  const { responseData } = (await response.json()) as { responseData: { customerPriceInclTax: number; customerCurrency: string } };
  const { customerPriceInclTax, customerCurrency } = responseData;
  return new Intl.NumberFormat('en', { style: 'currency', currency: customerCurrency }).format(customerPriceInclTax);
}
