// @ts-check
/* Which page an address shows. */
import { campaignPage, campaignsPage, newCampaignPage } from './campaigns.js';
import { customerPage, customersPage } from './customers.js';
import { deliveriesPage, deliveryPage } from './deliveries.js';
import { eventsPage } from './events.js';
import { keysPage } from './keys.js';
import { newOfferPage, offerPage, offersPage } from './offers.js';
import { paymentsPage, transactionsPage } from './sales.js';
import { settingsPage } from './settings.js';
import { startPage } from './start.js';
import { TEXTS } from './texts.js';
import { webhooksPage } from './webhooks.js';

/** @type {readonly (readonly [RegExp, (view: import('./app.js').View) => Promise<Node>])[]} */
export const PAGES = [
  [/^$/, startPage],
  [/^offers$/, offersPage],
  [/^offers\/new$/, newOfferPage],
  [/^offers\/(\w+)$/, offerPage],
  [/^coupons$/, campaignsPage],
  [/^coupons\/new$/, newCampaignPage],
  [/^coupons\/(\d+)$/, campaignPage],
  [/^customers$/, customersPage],
  [/^customers\/(\d+)$/, customerPage],
  [/^payments$/, paymentsPage],
  [/^transactions$/, transactionsPage],
  [/^events$/, eventsPage],
  [/^webhooks$/, webhooksPage],
  [/^deliveries$/, deliveriesPage],
  [/^deliveries\/(\d+)$/, deliveryPage],
  [/^settings(?:\/(\w+))?$/, settingsPage],
  [/^keys$/, keysPage],
];

/** The ways from the side. */
export const NAVIGATION = /** @type {const} */ ([
  ['', TEXTS.start.title],
  ['offers', TEXTS.offers.title],
  ['coupons', TEXTS.campaigns.title],
  ['customers', TEXTS.customers.title],
  ['payments', TEXTS.payments.title],
  ['transactions', TEXTS.transactions.title],
  ['events', TEXTS.events.title],
  ['webhooks', TEXTS.webhooks.title],
  ['deliveries', TEXTS.deliveries.title],
  ['keys', TEXTS.keys.title],
  ['settings', TEXTS.settings.title],
]);
