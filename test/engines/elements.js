import chromium from '../web-test-runner.config.js';

/** The tests of the elements in another browser, which takes longer. */
export const elementsIn = (browser) => ({
  ...chromium,
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  browsers: [browser],
});
