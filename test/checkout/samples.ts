import type { Offer } from '../../src/checkout/offer.js';
import type { Methods } from '../../src/api/payment-methods.js';
import type { Order } from '../../src/checkout/order.js';

export const euro = (minor: number) => ({ minor, currency: 'EUR' });

export const monthly: Offer = {
  id: 'S1_DE',
  title: 'Monthly',
  description: '',
  price: euro(999),
  term: { kind: 'recurring', unit: 'month', count: 1 },
  trial: undefined,
  promotion: undefined,
  giftable: true,
};

export const order: Order = {
  id: 1,
  offerId: 'S1_DE',
  country: 'DE',
  total: euro(999),
  price: euro(839),
  discount: euro(0),
  discountType: 'none',
  discountPeriods: 0,
  tax: euro(160),
  taxRate: 0.19,
  serviceFee: euro(0),
  methodFee: euro(0),
  needsDetails: true,
  gift: false,
  coupon: undefined,
  placedAt: Date.UTC(2031, 0, 31, 12) / 1000,
};

export const methods: Methods = { adyen: { card: 1 }, paypal: 2, free: 8, coupon: 9 };
