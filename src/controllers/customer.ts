import { readCustomer, type Customer } from '../account/customer.js';
import { Resource } from '../session/resource.js';
import type { Kit } from './kit.js';

/** The signed-in customer's profile, shared by all elements and read at first need; `undefined` while nobody is signed in. */
export function customerOf(kit: Kit): Resource<Customer> | undefined {
  const { state, customer } = kit.session;
  if (state.status !== 'authenticated') return undefined;
  const { customerId } = state;
  const resource = kit.store(`customer/${customerId}`, () => new Resource((signal) => readCustomer(customer, customerId, signal)));
  void resource.load();
  return resource;
}
