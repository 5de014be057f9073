// Written by npm run manifest.
import type {
  CleengCapture,
  CleengCheckout,
  CleengConsents,
  CleengLogin,
  CleengMyAccount,
  CleengOffers,
  CleengPaymentDetails,
  CleengPaymentProblem,
  CleengPaywall,
  CleengPlan,
  CleengProfile,
  CleengRegister,
  CleengTransactions,
} from '../index.js';
import type { NativeElement } from './native.js';

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way React's types are extended
  namespace JSX {
    interface IntrinsicElements {
      /** Asks the signed-in viewer the publisher's questions (custom fields), when they are due. */
      'cleeng-capture': NativeElement<
        CleengCapture,
        {
          /** Asks only what is required. */
          'required-only'?: CleengCapture['requiredOnly'];
          /** Lets the viewer answer later, unless something required is missing. */
          skippable?: CleengCapture['skippable'];
          /** Puts the answers themselves into `cleeng-capture-complete`, not only their names. They are personal data. */
          'include-answers'?: CleengCapture['includeAnswers'];
          /** The publisher's numeric id. */
          'publisher-id'?: CleengCapture['publisherId'];
          /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
          environment?: CleengCapture['environment'];
          /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
          'api-base'?: CleengCapture['apiBase'];
          /** Development only: the host that plays Adyen and PayPal. */
          'psp-base'?: CleengCapture['pspBase'];
          /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
          'token-storage'?: CleengCapture['tokenStorage'];
          /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
          'adopt-session'?: CleengCapture['adoptSession'];
          /** Where a viewer finds help, offered at refusals and dead ends. */
          'support-url'?: CleengCapture['supportUrl'];
          /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
          lang?: CleengCapture['lang'];
          /** Your own words, by language and key; elements inside this one take them over. */
          messages?: CleengCapture['messages'];
        },
        'cleeng-capture-complete' | 'cleeng-capture-skip' | 'cleeng-capture-error'
      >;
      /**
       * Sells one offer: shows it, has the viewer log in or register in place, takes the payment with Adyen's Drop-in or PayPal, and says thank you
       * once the platform has confirmed it.
       */
      'cleeng-checkout': NativeElement<
        CleengCheckout,
        {
          /** The offer to sell: a long id such as `S274093615_DE`, or a short one, which takes the viewer's country. */
          'offer-id'?: CleengCheckout['offerId'];
          /** A coupon that is put on the order by itself; what the viewer takes off again stays off. */
          'coupon-code'?: CleengCheckout['couponCode'];
          /** Buys the offer for somebody else; a page opened with `?purchaseAsGift=true` does the same. */
          gift?: CleengCheckout['gift'];
          /** The code of a gift to redeem here; a page opened with `?giftCode=…`, the link its recipient was sent, does the same. */
          'gift-code'?: CleengCheckout['giftCode'];
          /** Where the bank and PayPal send the viewer back to; the page itself unless set. The page there must show this element. */
          'return-url'?: CleengCheckout['returnUrl'];
          /** Your terms and conditions, linked next to the pay button. */
          'terms-url'?: CleengCheckout['termsUrl'];
          /** Your account page, linked after the purchase. */
          'account-url'?: CleengCheckout['accountUrl'];
          /** The publisher's numeric id. */
          'publisher-id'?: CleengCheckout['publisherId'];
          /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
          environment?: CleengCheckout['environment'];
          /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
          'api-base'?: CleengCheckout['apiBase'];
          /** Development only: the host that plays Adyen and PayPal. */
          'psp-base'?: CleengCheckout['pspBase'];
          /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
          'token-storage'?: CleengCheckout['tokenStorage'];
          /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
          'adopt-session'?: CleengCheckout['adoptSession'];
          /** Where a viewer finds help, offered at refusals and dead ends. */
          'support-url'?: CleengCheckout['supportUrl'];
          /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
          lang?: CleengCheckout['lang'];
          /** Your own settings for Adyen's Drop-in. */
          adyenConfiguration?: CleengCheckout['adyenConfiguration'];
          /** Your own words, by language and key; elements inside this one take them over. */
          messages?: CleengCheckout['messages'];
        },
        | 'cleeng-checkout-step'
        | 'cleeng-checkout-complete'
        | 'cleeng-checkout-redeem'
        | 'cleeng-checkout-coupon'
        | 'cleeng-checkout-error'
        | 'cleeng-checkout-redirect'
      >;
      /**
       * Asks the signed-in viewer for consents that changed since they were answered, and for required ones that are not given. None is ever
       * ticked beforehand, and only what was on screen is stored.
       */
      'cleeng-consents': NativeElement<
        CleengConsents,
        {
          /** The publisher's numeric id. */
          'publisher-id'?: CleengConsents['publisherId'];
          /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
          environment?: CleengConsents['environment'];
          /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
          'api-base'?: CleengConsents['apiBase'];
          /** Development only: the host that plays Adyen and PayPal. */
          'psp-base'?: CleengConsents['pspBase'];
          /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
          'token-storage'?: CleengConsents['tokenStorage'];
          /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
          'adopt-session'?: CleengConsents['adoptSession'];
          /** Where a viewer finds help, offered at refusals and dead ends. */
          'support-url'?: CleengConsents['supportUrl'];
          /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
          lang?: CleengConsents['lang'];
          /** Your own words, by language and key; elements inside this one take them over. */
          messages?: CleengConsents['messages'];
        },
        'cleeng-consents-complete' | 'cleeng-consents-error'
      >;
      /**
       * Logs a viewer in with e-mail and password, helps who forgot it, and asks what the publisher wants to know before they go on: its questions
       * and consents that changed. The forms live in the light DOM, where password managers find them.
       *
       * A link to set a new password may lead to any page with this element: it takes the token out of the address and shows the form.
       */
      'cleeng-login': NativeElement<
        CleengLogin,
        {
          /** What the element shows now; stories and tests name it. Set to `login`, `forgot` or `reset` it shows that form. */
          view?: CleengLogin['view'];
          /** Shows a link to the registration. */
          switchable?: CleengLogin['switchable'];
          /** Leaves the publisher's questions and changed consents after a login to the page. */
          'no-steps'?: CleengLogin['noSteps'];
          /** The address to begin with. */
          email?: CleengLogin['email'];
          /** Something to tell above the form: `session-expired`, `email-changed` or `password-changed`. */
          notice?: CleengLogin['notice'];
          /** The page a link to set a new password leads to, as an absolute URL; the platform's own unless set. That page must show this element. */
          'reset-url'?: CleengLogin['resetUrl'];
          /** Where somebody who is logged in already goes on to. */
          'continue-url'?: CleengLogin['continueUrl'];
          /** The publisher's numeric id. */
          'publisher-id'?: CleengLogin['publisherId'];
          /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
          environment?: CleengLogin['environment'];
          /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
          'api-base'?: CleengLogin['apiBase'];
          /** Development only: the host that plays Adyen and PayPal. */
          'psp-base'?: CleengLogin['pspBase'];
          /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
          'token-storage'?: CleengLogin['tokenStorage'];
          /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
          'adopt-session'?: CleengLogin['adoptSession'];
          /** Where a viewer finds help, offered at refusals and dead ends. */
          'support-url'?: CleengLogin['supportUrl'];
          /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
          lang?: CleengLogin['lang'];
          /** Your own words, by language and key; elements inside this one take them over. */
          messages?: CleengLogin['messages'];
        },
        | 'cleeng-login-success'
        | 'cleeng-login-error'
        | 'cleeng-login-register'
        | 'cleeng-login-forgot'
        | 'cleeng-login-continue'
        | 'cleeng-password-requested'
        | 'cleeng-password-changed'
        | 'cleeng-password-error'
      >;
      /**
       * A viewer's account: what they have at a glance, and a section each for their plan, payment details, purchases and profile. Every section is
       * an element of its own, loaded when it is first shown. Signed out, it shows the login in place, which asks the publisher's questions and for
       * consents that changed before the account shows.
       *
       * A link to the page with `?cleeng-section=payment` opens that section.
       */
      'cleeng-my-account': NativeElement<
        CleengMyAccount,
        {
          /** The section shown: `overview` (default), `plan`, `payment`, `purchases` or `profile`. */
          section?: CleengMyAccount['section'];
          /** Your page of offers, linked when there is no plan. */
          'offers-url'?: CleengMyAccount['offersUrl'];
          /** How many days of access you give after a payment that failed, to tell viewers how many are left. */
          'grace-days'?: CleengMyAccount['graceDays'];
          /** The publisher's numeric id. */
          'publisher-id'?: CleengMyAccount['publisherId'];
          /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
          environment?: CleengMyAccount['environment'];
          /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
          'api-base'?: CleengMyAccount['apiBase'];
          /** Development only: the host that plays Adyen and PayPal. */
          'psp-base'?: CleengMyAccount['pspBase'];
          /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
          'token-storage'?: CleengMyAccount['tokenStorage'];
          /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
          'adopt-session'?: CleengMyAccount['adoptSession'];
          /** Where a viewer finds help, offered at refusals and dead ends. */
          'support-url'?: CleengMyAccount['supportUrl'];
          /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
          lang?: CleengMyAccount['lang'];
          /** Reasons, offers and texts of yours for viewers who cancel, as `<cleeng-plan>` takes them. */
          cancelFlow?: CleengMyAccount['cancelFlow'];
          /** Your own words, by language and key; elements inside this one take them over. */
          messages?: CleengMyAccount['messages'];
        },
        'cleeng-account-change' | 'cleeng-account-error'
      >;
      /**
       * Lists what the publisher sells, with the price a viewer pays where they are, and leads to the checkout: in place, or on your own page.
       *
       * A link to the page with `?cleeng-offer=S274093615_DE&cleeng-coupon=CODE` opens that offer's checkout at once, with the coupon: for those
       * who left and come back. Of an offer's custom parameters viewers see `badge` and those that begin with `feature_`, such as
       * `feature_Screens`, which are compared row by row.
       */
      'cleeng-offers': NativeElement<
        CleengOffers,
        {
          /** The offers to show, in this order, as ids separated by spaces or commas; all active ones unless set. */
          'offer-ids'?: CleengOffers['offerIds'];
          /** Only offers of these kinds: `subscription`, `pass`, `live`, `vod`, separated by spaces or commas. */
          type?: CleengOffers['type'];
          /** Your own checkout page, such as `/checkout?offer={offerId}&coupon={couponCode}`; without it the checkout opens in place. */
          'checkout-url'?: CleengOffers['checkoutUrl'];
          /** A coupon for whatever is chosen, handed on to the checkout. */
          'coupon-code'?: CleengOffers['couponCode'];
          /** Your account page, linked from what the viewer has already, and after a purchase. */
          'account-url'?: CleengOffers['accountUrl'];
          /** Your terms and conditions, handed on to the checkout. */
          'terms-url'?: CleengOffers['termsUrl'];
          /** Where the bank and PayPal send the viewer back to; the page itself unless set. The page there must show this element. */
          'return-url'?: CleengOffers['returnUrl'];
          /** The publisher's numeric id. */
          'publisher-id'?: CleengOffers['publisherId'];
          /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
          environment?: CleengOffers['environment'];
          /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
          'api-base'?: CleengOffers['apiBase'];
          /** Development only: the host that plays Adyen and PayPal. */
          'psp-base'?: CleengOffers['pspBase'];
          /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
          'token-storage'?: CleengOffers['tokenStorage'];
          /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
          'adopt-session'?: CleengOffers['adoptSession'];
          /** Where a viewer finds help, offered at refusals and dead ends. */
          'support-url'?: CleengOffers['supportUrl'];
          /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
          lang?: CleengOffers['lang'];
          /** Your own words, by language and key; elements inside this one take them over. */
          messages?: CleengOffers['messages'];
        },
        'cleeng-offers-select'
      >;
      /**
       * Shows a viewer what pays for which of their plans, and lets them add, replace and remove it: by Adyen's card form, with whatever the bank
       * asks, and by PayPal. New details take the place of the old ones, which are removed only when the platform has confirmed the new ones.
       *
       * The bank and PayPal send the viewer back to the page, or to `return-url`, where this element finishes what was begun.
       */
      'cleeng-payment-details': NativeElement<
        CleengPaymentDetails,
        {
          /** Where the bank and PayPal send the viewer back to; the page itself unless set. The page there must show this element. */
          'return-url'?: CleengPaymentDetails['returnUrl'];
          /** The publisher's numeric id. */
          'publisher-id'?: CleengPaymentDetails['publisherId'];
          /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
          environment?: CleengPaymentDetails['environment'];
          /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
          'api-base'?: CleengPaymentDetails['apiBase'];
          /** Development only: the host that plays Adyen and PayPal. */
          'psp-base'?: CleengPaymentDetails['pspBase'];
          /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
          'token-storage'?: CleengPaymentDetails['tokenStorage'];
          /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
          'adopt-session'?: CleengPaymentDetails['adoptSession'];
          /** Where a viewer finds help, offered at refusals and dead ends. */
          'support-url'?: CleengPaymentDetails['supportUrl'];
          /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
          lang?: CleengPaymentDetails['lang'];
          /** Your own settings for Adyen's Drop-in; see AdyenConfiguration. */
          adyenConfiguration?: CleengPaymentDetails['adyenConfiguration'];
          /** Your own words, by language and key; elements inside this one take them over. */
          messages?: CleengPaymentDetails['messages'];
        },
        'cleeng-account-change' | 'cleeng-account-error'
      >;
      /**
       * A banner for the top of any page: it shows itself only to viewers whose payment did not go through, says how long their access lasts, and
       * leads to where they put it right. Nothing is shown while that is not known.
       */
      'cleeng-payment-problem': NativeElement<
        CleengPaymentProblem,
        {
          /** Where payment details are put right, such as `/account?cleeng-section=payment`. */
          'payment-url'?: CleengPaymentProblem['paymentUrl'];
          /** How many days of access you give after a payment that failed, to tell viewers how many are left. */
          'grace-days'?: CleengPaymentProblem['graceDays'];
          /** The publisher's numeric id. */
          'publisher-id'?: CleengPaymentProblem['publisherId'];
          /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
          environment?: CleengPaymentProblem['environment'];
          /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
          'api-base'?: CleengPaymentProblem['apiBase'];
          /** Development only: the host that plays Adyen and PayPal. */
          'psp-base'?: CleengPaymentProblem['pspBase'];
          /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
          'token-storage'?: CleengPaymentProblem['tokenStorage'];
          /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
          'adopt-session'?: CleengPaymentProblem['adoptSession'];
          /** Where a viewer finds help, offered at refusals and dead ends. */
          'support-url'?: CleengPaymentProblem['supportUrl'];
          /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
          lang?: CleengPaymentProblem['lang'];
          /** Your own words, by language and key; elements inside this one take them over. */
          messages?: CleengPaymentProblem['messages'];
        },
        'cleeng-plan-fix'
      >;
      /**
       * Shows its content to viewers who have access to an offer, and to all others why they have none and what they can do about it. It follows
       * a login, a purchase, a logout and the end of a plan without a reload.
       *
       * **This gate is for display only.** Whatever a page holds can be read by whoever has the page, hidden or not. Whether a stream is handed
       * out must be decided by your video back end, which asks the platform itself; never put anything secret between these tags.
       *
       * The content is not rendered before the platform has said yes. Until the script has come the browser knows nothing of that, so give your
       * page the rule `cleeng-paywall:not(:defined) { display: none }`. Hidden media still load: start players on `cleeng-paywall-change`.
       *
       * A link to the page with `?cleeng-offer=<offer-id>&cleeng-coupon=CODE` opens the checkout at once, with the coupon: for those who left and
       * come back.
       */
      'cleeng-paywall': NativeElement<
        CleengPaywall,
        {
          /** The offer that gives access: a long id such as `S274093615_DE`, or a short one, which means the offer in any country. */
          'offer-id'?: CleengPaywall['offerId'];
          /** A coupon for the purchase, handed on to the checkout. */
          'coupon-code'?: CleengPaywall['couponCode'];
          /** Your page of offers, linked where another offer may help. */
          'offers-url'?: CleengPaywall['offersUrl'];
          /** Your account page, linked where a payment or a pause is in the way. */
          'account-url'?: CleengPaywall['accountUrl'];
          /** Your terms and conditions, handed on to the checkout. */
          'terms-url'?: CleengPaywall['termsUrl'];
          /** Where the bank and PayPal send the viewer back to; the page itself unless set. The page there must show this element. */
          'return-url'?: CleengPaywall['returnUrl'];
          /** The publisher's numeric id. */
          'publisher-id'?: CleengPaywall['publisherId'];
          /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
          environment?: CleengPaywall['environment'];
          /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
          'api-base'?: CleengPaywall['apiBase'];
          /** Development only: the host that plays Adyen and PayPal. */
          'psp-base'?: CleengPaywall['pspBase'];
          /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
          'token-storage'?: CleengPaywall['tokenStorage'];
          /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
          'adopt-session'?: CleengPaywall['adoptSession'];
          /** Where a viewer finds help, offered at refusals and dead ends. */
          'support-url'?: CleengPaywall['supportUrl'];
          /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
          lang?: CleengPaywall['lang'];
          /** Your own words, by language and key; elements inside this one take them over. */
          messages?: CleengPaywall['messages'];
        },
        'cleeng-paywall-change'
      >;
      /**
       * Shows a viewer what they have, in words, and lets them change, pause, cancel and resume it. What another store manages is explained, with
       * the way there.
       */
      'cleeng-plan': NativeElement<
        CleengPlan,
        {
          /** Your page of offers, linked when there is no plan. */
          'offers-url'?: CleengPlan['offersUrl'];
          /** Where payment details are put right, linked when a payment did not go through. */
          'payment-url'?: CleengPlan['paymentUrl'];
          /** How many days of access you give after a payment that failed, to tell viewers how many are left. */
          'grace-days'?: CleengPlan['graceDays'];
          /** The publisher's numeric id. */
          'publisher-id'?: CleengPlan['publisherId'];
          /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
          environment?: CleengPlan['environment'];
          /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
          'api-base'?: CleengPlan['apiBase'];
          /** Development only: the host that plays Adyen and PayPal. */
          'psp-base'?: CleengPlan['pspBase'];
          /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
          'token-storage'?: CleengPlan['tokenStorage'];
          /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
          'adopt-session'?: CleengPlan['adoptSession'];
          /** Where a viewer finds help, offered at refusals and dead ends. */
          'support-url'?: CleengPlan['supportUrl'];
          /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
          lang?: CleengPlan['lang'];
          /** Reasons, offers and texts of yours for viewers who cancel. */
          cancelFlow?: CleengPlan['cancelFlow'];
          /** Your own words, by language and key; elements inside this one take them over. */
          messages?: CleengPlan['messages'];
        },
        'cleeng-account-change' | 'cleeng-account-error' | 'cleeng-plan-fix'
      >;
      /**
       * Shows a viewer what is known of them and lets them change it: names and language, e-mail, password, address, the answers to the publisher's
       * questions, and their consents, which are withdrawn as easily as given. Each part is saved by itself. The forms live in the light DOM, where
       * password managers find them.
       */
      'cleeng-profile': NativeElement<
        CleengProfile,
        {
          /** The page a link to set a new password leads to, as an absolute URL; the platform's own unless set. That page must show `<cleeng-login>`. */
          'reset-url'?: CleengProfile['resetUrl'];
          /** The languages to choose from, as tags such as `en de fr`, separated by spaces or commas; without them there is no choice. */
          languages?: CleengProfile['languages'];
          /** The publisher's numeric id. */
          'publisher-id'?: CleengProfile['publisherId'];
          /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
          environment?: CleengProfile['environment'];
          /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
          'api-base'?: CleengProfile['apiBase'];
          /** Development only: the host that plays Adyen and PayPal. */
          'psp-base'?: CleengProfile['pspBase'];
          /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
          'token-storage'?: CleengProfile['tokenStorage'];
          /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
          'adopt-session'?: CleengProfile['adoptSession'];
          /** Where a viewer finds help, offered at refusals and dead ends. */
          'support-url'?: CleengProfile['supportUrl'];
          /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
          lang?: CleengProfile['lang'];
          /** Your own words, by language and key; elements inside this one take them over. */
          messages?: CleengProfile['messages'];
        },
        'cleeng-account-change' | 'cleeng-account-error' | 'cleeng-password-requested' | 'cleeng-password-error'
      >;
      /**
       * Registers a viewer with e-mail, password and the publisher's consents, of which none is ever ticked beforehand, and asks the publisher's
       * questions before they go on. What was agreed to is kept, across a reload too, until the platform has stored it.
       */
      'cleeng-register': NativeElement<
        CleengRegister,
        {
          /** Shows a link to the login. */
          switchable?: CleengRegister['switchable'];
          /** Leaves the publisher's questions after a registration to the page. */
          'no-steps'?: CleengRegister['noSteps'];
          /** The address to begin with. */
          email?: CleengRegister['email'];
          /** Asks for first and last name, too: `optional` or `required`. */
          names?: CleengRegister['names'];
          /** The publisher's numeric id. */
          'publisher-id'?: CleengRegister['publisherId'];
          /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
          environment?: CleengRegister['environment'];
          /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
          'api-base'?: CleengRegister['apiBase'];
          /** Development only: the host that plays Adyen and PayPal. */
          'psp-base'?: CleengRegister['pspBase'];
          /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
          'token-storage'?: CleengRegister['tokenStorage'];
          /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
          'adopt-session'?: CleengRegister['adoptSession'];
          /** Where a viewer finds help, offered at refusals and dead ends. */
          'support-url'?: CleengRegister['supportUrl'];
          /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
          lang?: CleengRegister['lang'];
          /** Your own words, by language and key; elements inside this one take them over. */
          messages?: CleengRegister['messages'];
        },
        'cleeng-register-success' | 'cleeng-register-error' | 'cleeng-register-login'
      >;
      /**
       * Shows a viewer what they have paid, page by page, with tax, refunds and receipts, and lets them change the delivery of gifts that are not
       * sent yet. The receipt can be printed, and everything downloaded as a table.
       */
      'cleeng-transactions': NativeElement<
        CleengTransactions,
        {
          /** The publisher's numeric id. */
          'publisher-id'?: CleengTransactions['publisherId'];
          /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
          environment?: CleengTransactions['environment'];
          /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
          'api-base'?: CleengTransactions['apiBase'];
          /** Development only: the host that plays Adyen and PayPal. */
          'psp-base'?: CleengTransactions['pspBase'];
          /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
          'token-storage'?: CleengTransactions['tokenStorage'];
          /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
          'adopt-session'?: CleengTransactions['adoptSession'];
          /** Where a viewer finds help, offered at refusals and dead ends. */
          'support-url'?: CleengTransactions['supportUrl'];
          /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
          lang?: CleengTransactions['lang'];
          /** Your own words, by language and key; elements inside this one take them over. */
          messages?: CleengTransactions['messages'];
        },
        'cleeng-account-change' | 'cleeng-account-error'
      >;
    }
  }
}
