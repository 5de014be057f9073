import { saveConsents } from '../api/customer-consents.js';
import { toCleengError } from '../api/errors.js';
import type { ConsentMemory, ConsentRecord } from './consents.js';
import type { Session } from './session.js';

/**
 * Stores what the signed-in customer has answered. Until the platform has it, it is kept; what the platform refuses for good, because the
 * publisher has changed the text meanwhile, is dropped, for then it is asked for anew.
 */
export async function storeConsents(session: Session, records: readonly ConsentRecord[], memory: ConsentMemory): Promise<void> {
  const customerId = session.requireCustomerId();
  if (records.length === 0) return memory.forget(customerId);
  memory.keep(customerId, records);
  try {
    await saveConsents(
      session.customer,
      customerId,
      records.map(({ name, version, state: answer }) => ({ name, version, state: answer })),
    );
    memory.forget(customerId);
  } catch (thrown) {
    const error = toCleengError(thrown);
    if (error.code === 'invalid-request') memory.forget(customerId);
    throw error;
  }
}
