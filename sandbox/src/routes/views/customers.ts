import type { z } from '@hono/zod-openapi';
import type { Customer } from '../../contract/account.js';
import type { StoredCustomer } from '../../db/customers.js';

const stamp = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

export function customerView(row: StoredCustomer): z.infer<typeof Customer> {
  const { id, email, firstName, lastName, country, locale, currency, lastIp, externalId, externalData } = row;
  return {
    id,
    email,
    firstName,
    lastName,
    country,
    locale,
    currency,
    regDate: stamp(row.registeredAt),
    lastLoginDate: stamp(row.lastLoginAt),
    lastUserIp: lastIp,
    externalId,
    externalData,
  };
}
