/** All tables. Their SQL is in `migrations/`; unit and meaning of each column are said here. */
export * from './schema/accounts.js';
export * from './schema/publisher.js';
export * from './schema/catalogue.js';
export * from './schema/people.js';
export * from './schema/purchases.js';
export * from './schema/lifecycle.js';
export * from './schema/log.js';
export * from './schema/webhooks.js';
