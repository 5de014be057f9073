/** What an issuer does with a payment by a card. */
export type CardOutcome =
  | 'authorised'
  | 'refused'
  | 'error'
  /** 3-D Secure 2: a look at the browser, no question. */
  | 'frictionless'
  /** 3-D Secure 2: a look at the browser, then a question. */
  | 'fingerprint'
  /** 3-D Secure 2: a question at once. */
  | 'challenge'
  /** The bank's own page, reached by a link. */
  | 'redirect'
  /** The bank's own page, reached by a form. */
  | 'redirect-post';

/** What happens when a renewal is charged to a card. */
export type Renewals = 'accepted' | 'refused' | 'needs-authentication';

export interface TestCard {
  number: string;
  variant: string;
  outcome: CardOutcome;
  /** Empty where the card has none, and any is taken. */
  code: string;
  renewals: Renewals;
  /** Whether Adyen's own test platform does the same with this number. */
  origin: 'adyen' | 'sandbox';
  /** For people: what happens. */
  says: string;
}

const card = (number: string, variant: string, outcome: CardOutcome, says: string, more: Partial<TestCard> = {}): TestCard => ({
  number,
  variant,
  outcome,
  code: variant === 'amex' ? '7373' : '737',
  renewals: 'accepted',
  origin: 'adyen',
  says,
  ...more,
});

const ASKS = '3-D Secure with a question: the password is “password”, any other is refused';

/** The expiry of every test card; no other is right, as on Adyen's test platform. */
export const EXPIRY = { month: '03', year: '2030' } as const;

/** Every number with an outcome; a number that is not here is refused. Brand and last four digits tell what happens at renewals. */
export const CARDS: readonly TestCard[] = [
  card('5555444433331111', 'mc', 'authorised', 'is accepted'),
  card('5555555555554444', 'mc', 'authorised', 'is accepted'),
  card('2222400070000005', 'mc', 'authorised', 'is accepted'),
  card('4111111111111111', 'visa', 'authorised', 'is accepted'),
  card('4111111145551142', 'visa', 'authorised', 'is accepted'),
  card('4988438843884305', 'visa', 'authorised', 'is accepted'),
  card('370000000000002', 'amex', 'authorised', 'is accepted'),
  card('5201281505129736', 'mc', 'frictionless', '3-D Secure without a question'),
  card('5000550000000029', 'mc', 'fingerprint', ASKS, { code: '' }),
  card('5454545454545454', 'mc', 'fingerprint', ASKS),
  card('4917610000000000', 'visa', 'fingerprint', ASKS),
  card('371449635398431', 'amex', 'fingerprint', ASKS),
  card('4212345678910006', 'visa', 'challenge', '3-D Secure with a question at once'),
  card('5212345678901234', 'mc', 'redirect', 'goes to the bank’s page and back, by a link'),
  card('4212345678901237', 'visa', 'redirect-post', 'goes to the bank’s page and back, by a form'),
  card('6703444444444449', 'bcmc', 'redirect', 'Bancontact: goes to the bank’s page and back', { code: '' }),
  card('4000620000000007', 'visa', 'refused', 'is refused, whatever the name', { origin: 'sandbox' }),
  card('4000020000000000', 'visa', 'error', 'ends in an error', { origin: 'sandbox' }),
  card('4000000000000341', 'visa', 'authorised', 'is accepted now and refused at every renewal', {
    origin: 'sandbox',
    renewals: 'refused',
  }),
  card(
    '4000002500003155',
    'visa',
    'authorised',
    'is accepted now; renewals are refused until the viewer enters it again and authenticates',
    {
      origin: 'sandbox',
      renewals: 'needs-authentication',
    },
  ),
];

export interface HolderName {
  name: string;
  outcome: 'authorised' | 'refused' | 'error' | 'cancelled';
  code: number;
  reason: string;
}

const refuses = (name: string, code: number, reason: string): HolderName => ({ name, outcome: 'refused', code, reason });

/** Cardholder names that decide the outcome of any card, with the codes and reasons of Adyen's test platform. */
export const HOLDER_NAMES: readonly HolderName[] = [
  { name: 'APPROVED', outcome: 'authorised', code: 1, reason: '' },
  { name: 'ERROR', outcome: 'error', code: 4, reason: 'Acquirer Error' },
  { name: 'UNKNOWN', outcome: 'error', code: 0, reason: 'Unknown' },
  { name: 'FRAUD_CANCELLED', outcome: 'cancelled', code: 22, reason: 'FRAUD-CANCELLED' },
  refuses('DECLINED', 2, 'Refused'),
  refuses('REFERRAL', 3, 'Referral'),
  refuses('BLOCK_CARD', 5, 'Blocked Card'),
  refuses('CARD_EXPIRED', 6, 'Expired Card'),
  refuses('INVALID_AMOUNT', 7, 'Invalid Amount'),
  refuses('INVALID_CARD_NUMBER', 8, 'Invalid Card Number'),
  refuses('ISSUER_UNAVAILABLE', 9, 'Issuer Unavailable'),
  refuses('NOT_SUPPORTED', 10, 'Not supported'),
  refuses('NOT_3D_AUTHENTICATED', 11, '3D Not Authenticated'),
  refuses('NOT_ENOUGH_BALANCE', 12, 'Not enough balance'),
  refuses('ACQUIRER_FRAUD', 14, 'Acquirer Fraud'),
  refuses('CANCELLED', 15, 'Cancelled'),
  refuses('SHOPPER_CANCELLED', 16, 'Shopper Cancelled'),
  refuses('INVALID_PIN', 17, 'Invalid Pin'),
  refuses('PIN_TRIES_EXCEEDED', 18, 'Pin tries exceeded'),
  refuses('PIN_VALIDATION_NOT_POSSIBLE', 19, 'Pin validation not possible'),
  refuses('FRAUD', 20, 'FRAUD'),
  refuses('NOT_SUBMITTED', 21, 'Not Submitted'),
  refuses('TRANSACTION_NOT_PERMITTED', 23, 'Transaction Not Permitted'),
  refuses('CVC_DECLINED', 24, 'CVC Declined'),
  refuses('RESTRICTED_CARD', 25, 'Restricted Card'),
  refuses('REVOCATION_OF_AUTH', 26, 'Revocation Of Auth'),
  refuses('DECLINED_NON_GENERIC', 27, 'Declined Non Generic'),
  refuses('WITHDRAWAL_AMOUNT_EXCEEDED', 28, 'Withdrawal amount exceeded'),
  refuses('WITHDRAWAL_COUNT_EXCEEDED', 29, 'Withdrawal count exceeded'),
  refuses('ISSUER_SUSPECTED_FRAUD', 31, 'Issuer Suspected Fraud'),
  refuses('AVS_DECLINED', 32, 'AVS Declined'),
  refuses('AUTHENTICATION_REQUIRED', 38, 'Authentication required'),
];
