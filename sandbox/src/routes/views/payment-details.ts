import type { z } from '@hono/zod-openapi';
import type { PaymentDetails } from '../../contract/account.js';
import type { StoredDetails } from '../../db/payment-details.js';

export const detailsView = (row: StoredDetails): z.infer<typeof PaymentDetails> => ({
  id: row.id,
  customerId: row.customerId,
  paymentGateway: row.gateway,
  paymentMethod: row.method,
  paymentMethodSpecificParams: row.params,
  paymentMethodId: row.paymentMethodId,
  active: row.active,
  bound: row.bound,
});
