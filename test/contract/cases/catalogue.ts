import assert from 'node:assert/strict';
import { getEntitlement, getOffer } from '../../../src/api/catalogue.js';
import { getCaptureStatus, saveCapture } from '../../../src/api/capture.js';
import { cases } from '../case.js';
import { refused, type TestedPlatform } from '../platform.js';

const MONTHLY = 'S274093615_DE';

/** An offer that the publisher sells, whoever it is. */
async function anyOffer({ guest, publisherId }: TestedPlatform) {
  const [offer] = await guest('get', '/offers', { query: { publisherId: Number(publisherId), pageLimit: 1 } });
  assert.ok(offer, 'the publisher has an offer');
  return offer;
}

export const catalogueCases = [
  ...cases('listOffers', 'read', {
    'what a publisher sells, a page at a time': async (platform) => {
      const query = { publisherId: Number(platform.publisherId), pageLimit: 2 };
      const pages = await Promise.all([1, 2].map((page) => platform.guest('get', '/offers', { query: { ...query, page } })));
      for (const page of pages) assert.ok(page.length <= 2 && page.every((offer) => offer.active));
      const ids = pages.flat().map((offer) => offer.longId);
      assert.equal(new Set(ids).size, ids.length);
    },
    'a page of no size': ({ guest }) =>
      refused(guest('get', '/offers', { query: { pageLimit: 0 } }), { status: 400, platform: 'REQ0002', kit: 'invalid-request' }).then(
        () => undefined,
      ),
  }),
  ...cases('getOffer', 'read', {
    'an offer by its long id': async (platform) => {
      const { longId } = await anyOffer(platform);
      const offer = await getOffer(platform.guest, longId);
      assert.equal(offer.offerId, longId);
      assert.ok(offer.customerPriceInclTax >= offer.customerPriceExclTax);
    },
    'an offer nobody knows': ({ guest }) =>
      refused(getOffer(guest, 'S999999999_DE'), { status: 422, platform: "doesn't exist", kit: 'offer-not-found' }).then(() => undefined),
  }),
  ...cases('getOffer', 'sandbox', {
    'one of every kind': async ({ guest }) => {
      const ids = ['S274093615', 'S615027743', 'S401772935', 'P830557164', 'P830557165', 'E719204458', 'R346610927', 'A502938117'];
      for (const id of ids) assert.equal((await getOffer(guest, id)).offerId, `${id}_DE`);
    },
    'no longer sold, and not sold here': async ({ guest }) => {
      await refused(getOffer(guest, 'S118840376_DE'), { status: 422, platform: 'inactive', kit: 'offer-inactive' });
      await refused(getOffer(guest, 'S913365520_DE'), { status: 422, platform: 'blocked for country', kit: 'offer-geo-blocked' });
    },
  }),
  ...cases('getOfferV2', 'read', {
    'an offer with all its localisations, by its short id': async (platform) => {
      const { id } = await anyOffer(platform);
      const offer = await platform.guest('get', '/v2/offers/{offerId}', { params: { offerId: id } });
      assert.deepEqual([offer.id, offer.active], [id, true]);
    },
  }),
  ...cases('getOfferForCustomer', 'sandbox', {
    'a trial for a newcomer, who has nothing yet': async (platform) => {
      const { email, client } = await platform.newcomer();
      const params = { offerId: MONTHLY, customerEmail: email };
      const { trialAvailable, accessGranted } = await client('get', '/offers/{offerId}/customers/{customerEmail}', { params });
      assert.deepEqual({ trialAvailable, accessGranted }, { trialAvailable: true, accessGranted: false });
    },
  }),
  ...cases('getEntitlement', 'write', {
    'a newcomer has no access': async (platform) => {
      const { client } = await platform.newcomer();
      assert.equal((await getEntitlement(client, (await anyOffer(platform)).longId)).accessGranted, false);
    },
  }),
  ...cases('getCaptureStatus', 'write', {
    'the questions for a newcomer': async (platform) => {
      const { id, client } = await platform.newcomer();
      const { isCaptureEnabled, settings } = await getCaptureStatus(client, id);
      assert.ok(!isCaptureEnabled || settings.length > 0);
    },
  }),
  ...cases('saveCapture', 'sandbox', {
    'answers are kept, also those that were there before': async (platform) => {
      const { id, client } = await platform.newcomer();
      await saveCapture(client, id, { firstName: 'Ida', lastName: 'Holm', birthDate: '1990-02-28', phoneNumber: '+49 40 123456' });
      await saveCapture(client, id, { city: 'Kiel', customAnswers: [{ questionId: 'custom_2', question: '', value: 'North' }] });
      const { settings } = await getCaptureStatus(client, id);
      const answers = Object.fromEntries(settings.map(({ key, answer }) => [key, answer]));
      assert.deepEqual(answers['firstNameLastName'], { firstName: 'Ida', lastName: 'Holm' });
      assert.deepEqual([answers['birthDate'], answers['custom_2']], ['1990-02-28', 'North']);
      assert.equal((answers['address'] as { city: string }).city, 'Kiel');
    },
    'a day that is none, and a number that is none': async (platform) => {
      const { id, client } = await platform.newcomer();
      const expected = { status: 400, platform: 'REQ0001', kit: 'invalid-request' } as const;
      await refused(saveCapture(client, id, { birthDate: '1990-02-30' }), expected);
      await refused(saveCapture(client, id, { phoneNumber: 'call me' }), expected);
    },
  }),
];
