/** The ports of the servers that the tests start, away from those of a demo that may be running; `E2E_PORT` moves both. */
export const DEMO_PORT = Number(process.env['E2E_PORT'] ?? 5373);
export const SANDBOX_PORT = DEMO_PORT + 1;
export const SANDBOX = `http://localhost:${SANDBOX_PORT}`;
