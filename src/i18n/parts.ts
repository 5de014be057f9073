import type { Translation } from './texts.js';

/** Texts of a language: at once if they are here, otherwise fetched; `undefined` if they do not come. */
export type Part = (language: string) => Translation | Promise<Translation | undefined>;

/**
 * What is fetched together: the texts an element may come to show, so that it never changes its language halfway. The names after the question
 * mark are the sections of a language's file that the builds keep of it; unbuilt the whole file comes.
 */
const part = (load: (language: string) => Promise<{ default: Translation }>): Part => {
  const known: Record<string, ReturnType<Part>> = {};
  return (language) =>
    (known[language] ??= load(language).then(
      (module) => (known[language] = module.default),
      // Not asked for again: it would fail at every rendering, and English is there.
      (error: unknown) => void console.error(`No texts in ${language}:`, error),
    ));
};

/** Logging in, registering, and what is asked of a viewer then. */
export const identity = /* @__PURE__ */ part(
  (language) =>
    import(
      `./locales/${language}.ts?common,login,loginAside,passwords,strength,register,registerAside,consents,capture,captureForm`
    ) as Promise<{ default: Translation }>,
);

/** Buying, and gifts. */
export const checkout = /* @__PURE__ */ part(
  (language) => import(`./locales/${language}.ts?common,checkout,gift,redeem`) as Promise<{ default: Translation }>,
);

/** Offers and the paywall. */
export const shop = /* @__PURE__ */ part(
  (language) => import(`./locales/${language}.ts?common,offers,paywall`) as Promise<{ default: Translation }>,
);

/** The account and its plans. */
export const plan = /* @__PURE__ */ part(
  (language) =>
    import(
      `./locales/${language}.ts?common,account,accountSection,accountPlan,accountPeriods,accountChange,accountCancel,accountCoupon,accountPause`
    ) as Promise<{ default: Translation }>,
);

/** Purchases, payment details and the profile. */
export const records = /* @__PURE__ */ part(
  (language) =>
    import(`./locales/${language}.ts?common,accountSection,transactions,methods,paymentDetails,profile,captureForm`) as Promise<{
      default: Translation;
    }>,
);
