import { eq } from 'drizzle-orm';
import type { OpenAPIHono, z } from '@hono/zod-openapi';
import * as contract from '../contract/capture.js';
import { record } from '../db/events.js';
import type { Db } from '../db/open.js';
import { captureAnswers, captureSettings, customers, publishers } from '../db/schema.js';
import { ownCustomer, success, type Platform } from '../platform.js';
import { shouldDisplay } from '../rules/capture.js';

type Answers = z.infer<typeof contract.CaptureAnswers>;
type Setting = z.infer<typeof contract.CaptureSetting>;

/** The question whose answer is the profile's. */
const NAME = 'firstNameLastName';

export function captureRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.getCaptureStatus, async (c) => {
    const { customerId, publisherId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const [publisher] = await db.select().from(publishers).where(eq(publishers.id, publisherId));
    const [customer] = await db.select().from(customers).where(eq(customers.id, customerId));
    const settings = await settingsFor(db, publisherId, customerId);
    const isCaptureEnabled = publisher?.captureEnabled ?? false;
    const shouldCaptureBeDisplayed = shouldDisplay(isCaptureEnabled, customer?.captureSubmitted ?? false, settings);
    return c.json(success({ isCaptureEnabled, shouldCaptureBeDisplayed, settings }), 200);
  });

  app.openapi(contract.saveCapture, async (c) => {
    const { customerId, publisherId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const body = c.req.valid('json');
    const asked = (await settingsFor(db, publisherId, customerId)).filter(({ enabled }) => enabled);
    await db.transaction(async (tx) => {
      const answered: string[] = [];
      for (const setting of asked) {
        const answer = answerFor(setting, body);
        if (answer === undefined) continue;
        answered.push(setting.key);
        const row = { customerId, key: setting.key, answer };
        await tx
          .insert(captureAnswers)
          .values(row)
          .onConflictDoUpdate({ target: [captureAnswers.customerId, captureAnswers.key], set: row });
      }
      // First and last name are one with the profile's (contract, 3.13).
      const { firstName, lastName } = answered.includes(NAME) ? body : {};
      await tx
        .update(customers)
        .set({ captureSubmitted: true, ...(firstName ? { firstName } : {}), ...(lastName ? { lastName } : {}) })
        .where(eq(customers.id, customerId));
      await record(tx, { type: 'captureAnswered', at: clock.now(), publisherId, customerId, data: { answered } });
    });
    return c.json(success({ success: true as const }), 200);
  });
}

async function settingsFor(db: Db, publisherId: number, customerId: number): Promise<Setting[]> {
  const rows = await db
    .select()
    .from(captureSettings)
    .where(eq(captureSettings.publisherId, publisherId))
    .orderBy(captureSettings.position);
  const answers = await db.select().from(captureAnswers).where(eq(captureAnswers.customerId, customerId));
  const [customer] = await db.select().from(customers).where(eq(customers.id, customerId));
  const known: Readonly<Record<string, unknown>> = {
    email: customer?.email,
    [NAME]: { firstName: customer?.firstName || null, lastName: customer?.lastName || null },
  };
  return rows.map(({ key, enabled, required, question, value }) => {
    const answer = answers.find((given) => given.key === key)?.answer;
    const stored = key === NAME ? known[NAME] : (answer ?? known[key] ?? null);
    const setting = {
      key,
      enabled,
      required,
      answer: stored ?? emptyAnswer(key),
      ...(question === null ? {} : { question, value: value ?? '' }),
    };
    return setting as Setting;
  });
}

function emptyAnswer(key: string) {
  if (key === 'address') return { address: null, address2: null, city: null, state: null, postCode: null, country: null };
  return null;
}

/** The new answer to a question; `undefined` when the body has none, for what is absent or null stays as it is. */
function answerFor(setting: Setting, body: Answers): unknown {
  switch (setting.key) {
    case 'email':
    case 'birthDate':
    case 'companyName':
    case 'phoneNumber':
      return body[setting.key] ?? undefined;
    case 'firstNameLastName':
      return merge(setting.answer, { firstName: body.firstName, lastName: body.lastName });
    case 'address': {
      const { address, address2, city, state, postCode, country } = body;
      return merge(setting.answer, { address, address2, city, state, postCode, country });
    }
    default:
      return body.customAnswers?.find((answer) => answer.questionId === setting.key)?.value;
  }
}

function merge(stored: unknown, parts: Record<string, string | null | undefined>): object | undefined {
  const given = Object.entries(parts).filter(([, value]) => value !== null && value !== undefined);
  return given.length ? { ...(stored as object | null), ...Object.fromEntries(given) } : undefined;
}
