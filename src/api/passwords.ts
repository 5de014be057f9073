import type { Client } from './client.js';

/** Has the platform send a link that leads to `resetUrl`, or to its own page. */
export async function requestReset(client: Client, publisherId: string, customerEmail: string, resetUrl?: string): Promise<void> {
  await client('put', '/customers/passwords', { body: { customerEmail, publisherId, ...(resetUrl ? { resetUrl } : {}) } });
}

export async function setPassword(
  client: Client,
  publisherId: string,
  customerEmail: string,
  resetPasswordToken: string,
  newPassword: string,
): Promise<void> {
  await client('patch', '/customers/passwords', { body: { publisherId, customerEmail, resetPasswordToken, newPassword } });
}
