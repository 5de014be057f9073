import type { Client } from '../api/client.js';
import { getCustomer } from '../api/account.js';
import type { ApiCustomer } from '../api/profile.js';

/** Who somebody is, as far as the platform knows. Names are empty when it does not. */
export interface Customer {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly country: string;
  /** Language and country, such as `de_DE`; empty when the platform does not say. */
  readonly locale: string;
  /** Unix seconds. */
  readonly memberSince: number | undefined;
}

export const readCustomer = async (client: Client, customerId: string, signal?: AbortSignal): Promise<Customer> =>
  customerFromApi(await getCustomer(client, customerId, signal));

export function customerFromApi({ id, email, firstName, lastName, country, locale, regDate }: ApiCustomer): Customer {
  // The platform writes `2025-11-03 09:12:44`, in UTC.
  const since = Date.parse(`${regDate.replace(' ', 'T')}Z`) / 1000;
  const memberSince = Number.isFinite(since) ? since : undefined;
  return { id: String(id), email, firstName, lastName, country, locale: locale ?? '', memberSince };
}
