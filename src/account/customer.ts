import type { Client } from '../api/client.js';
import { getCustomer } from '../api/account.js';

/** Who somebody is, as far as the platform knows. Names are empty when it does not. */
export interface Customer {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly country: string;
  /** Unix seconds. */
  readonly memberSince: number | undefined;
}

export async function readCustomer(client: Client, customerId: string, signal?: AbortSignal): Promise<Customer> {
  const { id, email, firstName, lastName, country, regDate } = await getCustomer(client, customerId, signal);
  // The platform writes `2025-11-03 09:12:44`, in UTC.
  const since = Date.parse(`${regDate.replace(' ', 'T')}Z`) / 1000;
  return { id: String(id), email, firstName, lastName, country, memberSince: Number.isFinite(since) ? since : undefined };
}
