import { z } from '@hono/zod-openapi';
import { PaymentDetails } from './account.js';
import { NumberLike, operation } from './envelope.js';

const tag = 'Payments';

/** Data of Adyen's that the platform passes through as it is. */
const passedThrough = <S extends z.ZodRawShape>(shape: S) => z.object(shape).catchall(z.any());

/** Money that moved, or a free purchase. Amounts are decimals of `currency`. */
export const Payment = z
  .object({
    id: z.number().int(),
    orderId: z.number().int(),
    status: z.string(),
    totalAmount: z.number(),
    amount: z.number(),
    taxValue: z.number(),
    paymentMethodFee: z.number(),
    customerServiceFee: z.number(),
    currency: z.string(),
    country: z.string(),
    customerId: z.number().int(),
    paymentGateway: z.string(),
    paymentMethod: z.string(),
    externalPaymentId: z.union([z.string(), z.number()]),
    couponId: z.union([z.string(), z.number()]).nullable(),
    offerType: z.string(),
    rejectedReason: z.string().nullable(),
    refundedReason: z.string().nullable(),
    paymentDetailsId: z.number().int().nullable(),
    paymentOperation: z.string(),
  })
  .openapi('Payment');

/** What the Drop-in is made of. */
export const AdyenPaymentMethods = z
  .object({
    amount: z.object({ currency: z.string(), value: z.number().int() }),
    countryCode: z.string(),
    clientKey: z.string(),
    region: z.string(),
    shopperStatement: z.string(),
    paymentMethods: z.array(passedThrough({ type: z.string(), name: z.string() })),
  })
  .openapi('AdyenPaymentMethods');

export const getAdyenPaymentMethods = operation({
  id: 'getAdyenPaymentMethods',
  method: 'post',
  path: '/connectors/adyen/payment-methods',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'Data for the Drop-in',
  body: z.object({ orderId: NumberLike.optional() }),
  data: AdyenPaymentMethods,
});

const AdyenAction = passedThrough({ type: z.string() }).openapi('AdyenAction');

/** An action means: not finished, whatever else is there. */
const PaymentOutcome = z.object({ payment: Payment.optional(), action: AdyenAction.optional() }).openapi('AdyenOutcome');
const DetailsOutcome = z
  .object({ paymentDetails: PaymentDetails.optional(), action: AdyenAction.optional() })
  .openapi('AdyenDetailsOutcome');

/** An absolute address to come back to: of the web, or of an app's own scheme. */
const ReturnUrl = z
  .url()
  .max(1024)
  .refine((url) => !/^(javascript|data|vbscript|blob|file|about):/i.test(url), { error: 'Invalid param returnUrl' });
const PageUrl = ReturnUrl.openapi({ example: 'https://shop.example/thank-you' });

/** What the Drop-in hands over, and what the shop wishes about 3-D Secure. */
const attempt = {
  paymentMethod: z.looseObject({ type: z.string() }),
  returnUrl: ReturnUrl,
  browserInfo: z.looseObject({}).optional(),
  billingAddress: z.looseObject({}).optional(),
  origin: z.string().optional(),
  enable3DSRedirectFlow: z.boolean().optional(),
  attemptAuthentication: z.enum(['always', 'never', 'preferNo']).optional(),
  customerIP: z.string().optional(),
};

/** What the Drop-in's action came to: `redirectResult`, `threeDSResult`, or `payload`. */
const finished = { details: z.looseObject({}), paymentData: z.string().optional() };

const pages = { successUrl: PageUrl, cancelUrl: PageUrl, errorUrl: PageUrl };

export const payWithAdyen = operation({
  id: 'payWithAdyen',
  method: 'post',
  path: '/connectors/adyen/initial-payment',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Pay an order; an action in the answer means that it is not finished',
  body: z.object({ orderId: NumberLike, ...attempt, captchaValue: z.string().optional() }),
  data: PaymentOutcome,
});

export const finalizeAdyenPayment = operation({
  id: 'finalizeAdyenPayment',
  method: 'post',
  path: '/connectors/adyen/initial-payment/finalize',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Finish a payment after 3-D Secure or a redirect',
  body: z.object({ orderId: NumberLike, ...finished }),
  data: PaymentOutcome,
});

export const addAdyenPaymentDetails = operation({
  id: 'addAdyenPaymentDetails',
  method: 'post',
  path: '/connectors/adyen/payment-details',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Add payment details; an action in the answer means that it is not finished',
  body: z.object({ paymentMethodId: NumberLike, ...attempt }),
  data: DetailsOutcome,
});

export const finalizeAdyenPaymentDetails = operation({
  id: 'finalizeAdyenPaymentDetails',
  method: 'post',
  path: '/connectors/adyen/payment-details/finalize',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Finish adding payment details after 3-D Secure or a redirect',
  body: z.object({ paymentMethodId: NumberLike, ...finished }),
  data: DetailsOutcome,
});

const PayPalToken = z.object({ redirectUrl: z.string() }).openapi('PayPalToken');

export const createPayPalToken = operation({
  id: 'createPayPalToken',
  method: 'post',
  path: '/connectors/paypal/v1/tokens',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Start a PayPal payment',
  body: z.object({ orderId: NumberLike, ...pages, captchaValue: z.string().optional() }),
  data: PayPalToken,
});

export const createPayPalDetailsToken = operation({
  id: 'createPayPalDetailsToken',
  method: 'post',
  path: '/connectors/paypal/v1/payment_details/tokens',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Start adding PayPal as payment details',
  body: z.object({ paymentMethodId: NumberLike, ...pages }),
  data: PayPalToken,
});

export const payWithoutDetails = operation({
  id: 'payWithoutDetails',
  method: 'post',
  path: '/payments',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Finish a purchase that needs no payment details',
  body: z.object({ orderId: NumberLike, captchaValue: z.string().optional() }),
  data: Payment,
});
