import { common } from './common.js';

/** Redeeming a gift: apart, for it is fetched by those who do. */
export const redeem = {
  ...common,
  'redeem.heading': 'Redeem a gift',
  'redeem.label': 'Gift code',
  'redeem.hint': 'Such as 7KQX-24MD',
  'redeem.check': 'Check the code',
  'redeem.checking': 'Checking the code…',
  'redeem.unknown': 'There is no gift with this code. Please check it.',
  'redeem.create': 'A gift for you: {title}. It begins now, lasts for {span} and does not renew.',
  'redeem.extend': 'A gift for you: {title}. You have this plan already: it goes on for {span} longer, and your next payment moves as far.',
  'redeem.create-untitled': 'A gift for you. It begins now and does not renew.',
  'redeem.extend-untitled': 'A gift for you. You have this plan already: it goes on for longer, and your next payment moves as far.',
  'redeem.confirm': 'Redeem the gift',
  'redeem.working': 'Redeeming your gift…',
  'redeem.other': 'Use another code',
  'redeem.back': 'Back',
  'redeem.done-heading': 'Enjoy your gift!',
  'redeem.done': 'Your gift is redeemed.',
  'redeem.done-until': 'Your gift is redeemed. You have access until {date}.',
  'redeem.done-soon': 'Your gift is redeemed. Your access opens in a moment.',
  'redeem.account': 'Go to my account',
  'redeem.refused.EXTERNALLY_MANAGED_SUBSCRIPTION':
    'You have this plan through another store. Please come back with your gift when it has ended there.',
  'redeem.refused.REDEEMED': 'This gift has been redeemed already.',
  'redeem.refused.INACTIVE_OFFER': 'What this gift is for is no longer available.',
  'redeem.refused.OFFER_GEO_RESTRICTED': 'What this gift is for is not available in your country.',
  'redeem.refused.PUBLISHER_GEO_RESTRICTED': 'Gifts cannot be redeemed in your country.',
  'redeem.refused.RECURRING_PROCESS_ALREADY_STARTED':
    'A payment for your plan is being made right now. Please come back when it is through.',
  'redeem.refused.MORE_THAN_ONE_MATCHING_SUBSCRIPTION': 'You have several plans of this kind, and we cannot tell which one to prolong.',
} as const;
