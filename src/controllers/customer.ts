import { readCustomer, type Customer } from '../account/customer.js';
import { Resource } from '../session/resource.js';
import type { Kit } from './kit.js';

/** The signed-in customer's profile, shared by all elements and read at first need; `undefined` while nobody is signed in. */
export function customerOf(kit: Kit): Resource<Customer> | undefined {
  const resource = kit.customerStore('profile', (id) => new Resource((signal) => readCustomer(kit.session.customer, id, signal)));
  void resource?.load();
  return resource;
}
