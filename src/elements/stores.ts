/** Where viewers manage what they bought in a store. */
export const STORES = {
  apple: 'https://apps.apple.com/account/subscriptions',
  android: 'https://play.google.com/store/account/subscriptions',
  roku: 'https://my.roku.com/account/subscriptions',
  amazon: 'https://www.amazon.com/yourmembershipsandsubscriptions',
  samsung: 'https://www.samsungcheckout.com/',
  vizio: 'https://www.vizio.com/',
} as const;

export type StoreName = keyof typeof STORES;

/** The store by the platform's name of it, if it is one we know. */
export const storeNamed = (name: string | undefined): StoreName | undefined =>
  name === 'google' ? 'android' : name !== undefined && Object.hasOwn(STORES, name) ? (name as StoreName) : undefined;
