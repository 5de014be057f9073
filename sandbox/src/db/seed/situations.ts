import { addPeriod, parsePeriod } from '../../rules/periods.js';
import { longId } from '../offers.js';
import type { Holding } from '../holdings.js';
import type { Annals } from './annals.js';
import type { Story } from './story.js';

const DAY = 86_400;

/** A subscription that was paused when its period ended, and comes back when as long a time is over. */
export function pausedNow(story: Story, holding: Holding): void {
  const requestedAt = holding.expiresAt! - 20 * DAY;
  const pauseDate = holding.expiresAt!;
  const resumeDate = addPeriod(pauseDate, parsePeriod(holding.period)!);
  Object.assign(holding, { status: 'paused', nextPaymentAt: resumeDate, pause: { requestedAt, pauseDate, resumeDate, failedResumes: [] } });
  story.mention(holding, 'subscriptionPauseScheduled', requestedAt, { data: { pauseDate, resumeDate } });
  story.mention(holding, 'subscriptionPaused', pauseDate, { data: { resumeDate } });
}

/** A switch that was asked for and has not happened yet: an upgrade that is being made, or a downgrade at the end of the period. */
export async function pendingSwitch(
  story: Story,
  annals: Annals,
  holding: Holding,
  toOfferId: string,
  direction: 'upgrade' | 'downgrade',
): Promise<void> {
  const target = await annals.offer(toOfferId, holding.country);
  const createdAt = story.ago(1);
  const up = direction === 'upgrade';
  const id = up ? '3f0f2d0e-6f1d-4f7a-9c39-7a0b1d8c5e21' : '8b1c7c54-2f0a-4e0b-8d4c-51d6c1f7a902';
  const algorithm = up ? 'IMMEDIATE_WITHOUT_PRORATION' : 'DEFERRED';
  annals.switches.push({
    id,
    publisherId: holding.publisherId,
    customerId: holding.customerId,
    subscriptionId: holding.id,
    fromOfferId: holding.offerId,
    toOfferId: longId(target, target.here),
    direction,
    algorithm,
    status: up ? 'inprogress' : 'pending',
    dueAt: up ? story.now + DAY : holding.expiresAt!,
    createdAt,
    updatedAt: createdAt,
  });
  holding.pendingSwitchId = id;
  story.mention(holding, 'subscriptionSwitchRequested', createdAt, {
    data: { switchId: id, toOfferId: longId(target, target.here), direction, algorithm },
  });
}

/** A gift somebody bought, sent and redeemed: a subscription that is not renewed. */
export async function redeemedGift(story: Story, annals: Annals, giverEmail: string, offerId: string): Promise<void> {
  const { person } = story;
  const giver = annals.storyOf(giverEmail);
  const delivery = { recipientEmail: person.email, deliveryDate: story.ago(55), personalNote: 'For the long evenings' };
  const giftId = await giver.give(offerId, story.ago(60), 'TKNB-RDMD', delivery);
  const gift = annals.gifts.find(({ id }) => id === giftId)!;
  const redeemedAt = story.ago(50);
  const holding = await story.receive(offerId, redeemedAt);
  Object.assign(gift, { sentAt: delivery.deliveryDate, redeemedAt, redeemedBy: person.id, subscriptionId: holding.id });
  const about = { publisherId: gift.publisherId, offerId: gift.offerId };
  annals.mention({ ...about, type: 'giftReadyForDelivery', at: delivery.deliveryDate, customerId: gift.buyerId, data: { giftId } });
  story.mention(holding, 'subscriptionCreated', redeemedAt, { amount: 0, data: { giftId, renews: false } });
  story.mention(holding, 'giftRedeemed', redeemedAt, { data: { giftId, mode: 'CREATE' } });
}
