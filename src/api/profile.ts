import type { Client } from './client.js';
import type { components } from './contract.js';

export type ApiCustomer = components['schemas']['Customer'];

/** Changes what is named and nothing else; the answer is the whole profile. A new e-mail address needs the password. */
export const updateCustomer = (
  client: Client,
  customerId: string,
  change: { firstName?: string; lastName?: string; locale?: string; email?: string; confirmationPassword?: string },
): Promise<ApiCustomer> => client('patch', '/customers/{customerId}', { params: { customerId }, body: change });
