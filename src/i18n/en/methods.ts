/** Names of the ways to pay, by the platform's names for them. */
export const methods = {
  'method.card': 'Card',
  'method.googlepay': 'Google Pay',
  'method.applepay': 'Apple Pay',
  'method.paypal': 'PayPal',
  'method.ideal': 'iDEAL',
  'method.bancontact_card': 'Bancontact',
  'method.bancontact_mobile': 'Bancontact',
  'method.gcash': 'GCash',
  'method.manual': 'Without payment',
  'method.apple': 'Apple App Store',
  'method.android': 'Google Play',
  'method.roku': 'Roku',
  'method.amazon': 'Amazon',
  'method.samsung': 'Samsung',
  'method.vizio': 'Vizio',
} as const;
