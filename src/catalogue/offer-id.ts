/** The part of an offer's id that is the same in every country: `S274093615` of `S274093615_DE` (platform contract, 1.8). */
export const shortId = (offerId: string): string => offerId.split('_')[0] ?? offerId;
