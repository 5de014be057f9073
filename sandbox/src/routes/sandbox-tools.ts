import type { OpenAPIHono } from '@hono/zod-openapi';
import * as contract from '../contract/sandbox-tools.js';
import { listMails } from '../db/mails.js';
import { PUBLISHER_ID } from '../db/seed/publishers.js';
import { changeSettings, readSettings } from '../db/settings.js';
import type { Platform } from '../platform.js';
import { CARDS, EXPIRY, HOLDER_NAMES } from '../psp/adyen/cards.js';
import { Refusal } from '../refusal.js';
import type { Faults } from '../tools/faults.js';
import type { RequestLog } from '../tools/requests.js';

/** What lies in memory, for as long as the sandbox runs. */
export interface Tools {
  faults: Faults;
  requests: RequestLog;
}

/** What is the sandbox's own and changes nothing in the world it plays: faults, requests, mail, cards, switches. */
export function sandboxToolRoutes(app: OpenAPIHono, { db }: Platform, { faults, requests }: Tools): void {
  app.openapi(contract.listFaults, (c) => c.json({ faults: faults.list() }, 200));

  app.openapi(contract.setFaults, (c) => {
    faults.replace(c.req.valid('json').faults);
    return c.json({ faults: faults.list() }, 200);
  });

  app.openapi(contract.clearFaults, (c) => {
    faults.replace([]);
    return c.json({ faults: [] }, 200);
  });

  app.openapi(contract.listRequests, (c) => c.json({ requests: [...requests.list()] }, 200));

  app.openapi(contract.clearRequests, (c) => {
    requests.clear();
    return c.json({ requests: [] }, 200);
  });

  app.openapi(contract.listMail, async (c) => c.json({ mail: await listMails(db, c.req.valid('query')) }, 200));

  app.openapi(contract.listCards, (c) => {
    const data = { expiry: `${EXPIRY.month}/${EXPIRY.year}`, cards: [...CARDS], holderNames: [...HOLDER_NAMES] };
    return c.json(data, 200);
  });

  app.openapi(contract.getSettings, async (c) => {
    const { publisherId = PUBLISHER_ID } = c.req.valid('query');
    return c.json(await readSettings(db, publisherId), 200);
  });

  app.openapi(contract.changeSettings, async (c) => {
    const { publisherId = PUBLISHER_ID } = c.req.valid('query');
    const change = c.req.valid('json');
    const known = (await readSettings(db, publisherId)).paymentMethods;
    const unknown = Object.keys(change.paymentMethods ?? {}).find((name) => !Object.hasOwn(known, name));
    if (unknown !== undefined) throw new Refusal(400, `Invalid param paymentMethods: the publisher has no method ${unknown}`, 'REQ0001');
    await changeSettings(db, publisherId, change);
    return c.json(await readSettings(db, publisherId), 200);
  });
}
