import { resolveConfig } from '../../../src/config.js';
import { kitOf } from '../../../src/controllers/kit.js';
import { answer, give, type Reply } from '../network.js';
import { PUBLISHER, type World } from '../page.js';

/** Who this platform knows. */
const CUSTOMER = 7;
let issued = 0;

/** Tokens as the platform hands them out. */
function tokens() {
  const claims = btoa(JSON.stringify({ customerId: CUSTOMER, publisherId: Number(PUBLISHER) }));
  return { jwt: `eyJhbGciOiJSUzI1NiJ9.${claims}.signature-${++issued}`, refreshToken: `refresh-${issued}` };
}

const CONSENT = { name: 'terms', version: '2', value: 'terms', label: 'I accept the terms', required: true };

/** A gift that can still be changed, and its purchase. */
const GIFT = {
  id: 660_315_927,
  code: '7KQX-24MD',
  offerId: 'S274093615_DE',
  deliveryDetails: { recipientEmail: 'friend@example.com', deliveryDate: Math.floor(Date.now() / 1000) + 7 * 86_400, personalNote: '' },
  sentAt: null,
  redeemedAt: null,
};
const BOUGHT = {
  transactionId: 'T640218859',
  transactionDate: 1_767_225_612,
  offerId: GIFT.offerId,
  offerTitle: 'Nordlicht Monthly',
  publisherSiteName: 'Nordlicht TV',
  transactionPriceExclTax: '8.3900',
  transactionPriceInclTax: '9.9900',
  applicableTax: '1.6000',
  taxRate: '0.1900',
  transactionCurrency: 'EUR',
  discountValue: '0.0000',
  couponCode: null,
  customerEmail: 'viewer@example.com',
  customerCountry: 'DE',
  paymentMethod: 'card',
  targetType: 'giftId',
  targetId: GIFT.id,
};

/** What the customer pays with, and for what. */
const CARD = {
  id: 839_204_417,
  customerId: CUSTOMER,
  paymentGateway: 'adyen',
  paymentMethod: 'card',
  paymentMethodSpecificParams: { variant: 'visa', lastCardFourDigits: '4242', holderName: 'Mara Vogt', cardExpirationDate: '03/2099' },
  paymentMethodId: 1,
  active: true,
  bound: false,
};
const PLAN = {
  offerId: 'S274093615_DE',
  offerTitle: 'Nordlicht Monthly',
  offerType: 'S',
  status: 'active',
  expiresAt: Math.floor(Date.now() / 1000) + 7 * 86_400,
  customerCurrency: 'EUR',
  paymentMethod: 'card',
  isExternallyManaged: false,
  inTrial: false,
};

/** A platform that says yes to everything at once, so that a test is about the one call that goes wrong. */
const YES: readonly (readonly [method: string, path: RegExp, reply: Reply])[] = [
  ['POST', /\/auths$/, (call) => give(tokens())(call)],
  ['POST', /\/auths\/refresh_token$/, (call) => give(tokens())(call)],
  ['POST', /\/customers$/, (call) => give({ ...tokens(), customerId: CUSTOMER })(call)],
  ['PUT', /\/customers\/passwords$/, give({ success: true })],
  ['PATCH', /\/customers\/passwords$/, give({ success: true })],
  ['GET', /\/locales$/, give({ country: 'DE', currency: 'EUR', locale: 'de_DE', ipAddress: '203.0.113.24' })],
  ['GET', /\/publishers\/\d+\/consents$/, give({ consents: [{ ...CONSENT, broadcasterId: Number(PUBLISHER), enabledByDefault: true }] })],
  [
    'GET',
    /\/customers\/\d+\/consents$/,
    give({
      consents: [
        { ...CONSENT, customerId: String(CUSTOMER), state: 'accepted', version: '1', newestVersion: '2', needsUpdate: true, date: 0 },
      ],
    }),
  ],
  ['PUT', /\/customers\/\d+\/consents$/, give({ success: true })],
  [
    'GET',
    /\/capture\/status$/,
    give({
      isCaptureEnabled: true,
      shouldCaptureBeDisplayed: true,
      settings: [{ key: 'companyName', enabled: true, required: true, answer: null }],
    }),
  ],
  ['PUT', /\/customers\/\d+\/capture$/, give({ success: true })],
  ['GET', /\/payment_details$/, give({ paymentDetails: [CARD] })],
  ['POST', /\/payment-details\/finalize$/, give({ paymentDetails: CARD })],
  ['DELETE', /\/payment_details\/\d+$/, give({ paymentDetailsId: String(CARD.id) })],
  ['GET', /\/customers\/\d+\/offers$/, give({ items: [PLAN] })],
  ['GET', /\/payment-methods$/, give({ paymentMethods: [{ id: 2, methodName: 'paypal', paymentGateway: 'paypal', logoUrl: '' }] })],
  ['GET', /\/customers\/\d+\/transactions$/, give({ items: [BOUGHT] })],
  ['GET', /\/gifts\/\d+$/, give(GIFT)],
  ['PATCH', /\/gifts\/\d+$/, give(GIFT)],
  ['DELETE', /\/refresh_tokens$/, give({ success: true })],
  [
    'PATCH',
    /\/customers\/\d+$/,
    give({ id: CUSTOMER, email: 'new@example.com', firstName: 'Mara', lastName: '', country: 'DE', regDate: '2025-11-03 09:12:44' }),
  ],
  [
    'GET',
    /\/customers\/\d+$/,
    give({ id: CUSTOMER, email: 'viewer@example.com', firstName: '', lastName: '', country: 'DE', regDate: '2025-11-03 09:12:44' }),
  ],
];

export function agree(): void {
  for (const rule of YES) answer(...rule);
}

export function signIn({ scope }: World): void {
  kitOf(scope, resolveConfig(scope.config.state)).session.signIn(tokens());
}
