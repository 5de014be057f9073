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
import type { VueElement } from './native.js';

declare module 'vue' {
  interface GlobalComponents {
    /** Asks the signed-in viewer the publisher's questions (custom fields), when they are due. */
    'cleeng-capture': VueElement<
      CleengCapture,
      | 'requiredOnly'
      | 'skippable'
      | 'includeAnswers'
      | 'publisherId'
      | 'environment'
      | 'apiBase'
      | 'pspBase'
      | 'tokenStorage'
      | 'adoptSession'
      | 'supportUrl'
      | 'lang'
      | 'messages',
      'cleeng-capture-complete' | 'cleeng-capture-skip' | 'cleeng-capture-error'
    >;
    /**
     * Sells one offer: shows it, has the viewer log in or register in place, takes the payment with Adyen's Drop-in or PayPal, and says thank you
     * once the platform has confirmed it.
     */
    'cleeng-checkout': VueElement<
      CleengCheckout,
      | 'offerId'
      | 'couponCode'
      | 'gift'
      | 'giftCode'
      | 'returnUrl'
      | 'termsUrl'
      | 'accountUrl'
      | 'publisherId'
      | 'environment'
      | 'apiBase'
      | 'pspBase'
      | 'tokenStorage'
      | 'adoptSession'
      | 'supportUrl'
      | 'lang'
      | 'adyenConfiguration'
      | 'messages',
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
    'cleeng-consents': VueElement<
      CleengConsents,
      'publisherId' | 'environment' | 'apiBase' | 'pspBase' | 'tokenStorage' | 'adoptSession' | 'supportUrl' | 'lang' | 'messages',
      'cleeng-consents-complete' | 'cleeng-consents-error'
    >;
    /**
     * Logs a viewer in with e-mail and password, helps who forgot it, and asks what the publisher wants to know before they go on: its questions
     * and consents that changed. The forms live in the light DOM, where password managers find them.
     *
     * A link to set a new password may lead to any page with this element: it takes the token out of the address and shows the form.
     */
    'cleeng-login': VueElement<
      CleengLogin,
      | 'view'
      | 'switchable'
      | 'noSteps'
      | 'email'
      | 'notice'
      | 'resetUrl'
      | 'continueUrl'
      | 'publisherId'
      | 'environment'
      | 'apiBase'
      | 'pspBase'
      | 'tokenStorage'
      | 'adoptSession'
      | 'supportUrl'
      | 'lang'
      | 'messages',
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
    'cleeng-my-account': VueElement<
      CleengMyAccount,
      | 'section'
      | 'offersUrl'
      | 'graceDays'
      | 'publisherId'
      | 'environment'
      | 'apiBase'
      | 'pspBase'
      | 'tokenStorage'
      | 'adoptSession'
      | 'supportUrl'
      | 'lang'
      | 'cancelFlow'
      | 'messages',
      'cleeng-account-change' | 'cleeng-account-error'
    >;
    /**
     * Lists what the publisher sells, with the price a viewer pays where they are, and leads to the checkout: in place, or on your own page.
     *
     * A link to the page with `?cleeng-offer=S274093615_DE&cleeng-coupon=CODE` opens that offer's checkout at once, with the coupon: for those
     * who left and come back. Of an offer's custom parameters viewers see `badge` and those that begin with `feature_`, such as
     * `feature_Screens`, which are compared row by row.
     */
    'cleeng-offers': VueElement<
      CleengOffers,
      | 'offerIds'
      | 'type'
      | 'checkoutUrl'
      | 'couponCode'
      | 'accountUrl'
      | 'termsUrl'
      | 'returnUrl'
      | 'publisherId'
      | 'environment'
      | 'apiBase'
      | 'pspBase'
      | 'tokenStorage'
      | 'adoptSession'
      | 'supportUrl'
      | 'lang'
      | 'messages',
      'cleeng-offers-select'
    >;
    /**
     * Shows a viewer what pays for which of their plans, and lets them add, replace and remove it: by Adyen's card form, with whatever the bank
     * asks, and by PayPal. New details take the place of the old ones, which are removed only when the platform has confirmed the new ones.
     *
     * The bank and PayPal send the viewer back to the page, or to `return-url`, where this element finishes what was begun.
     */
    'cleeng-payment-details': VueElement<
      CleengPaymentDetails,
      | 'returnUrl'
      | 'publisherId'
      | 'environment'
      | 'apiBase'
      | 'pspBase'
      | 'tokenStorage'
      | 'adoptSession'
      | 'supportUrl'
      | 'lang'
      | 'adyenConfiguration'
      | 'messages',
      'cleeng-account-change' | 'cleeng-account-error'
    >;
    /**
     * A banner for the top of any page: it shows itself only to viewers whose payment did not go through, says how long their access lasts, and
     * leads to where they put it right. Nothing is shown while that is not known.
     */
    'cleeng-payment-problem': VueElement<
      CleengPaymentProblem,
      | 'paymentUrl'
      | 'graceDays'
      | 'publisherId'
      | 'environment'
      | 'apiBase'
      | 'pspBase'
      | 'tokenStorage'
      | 'adoptSession'
      | 'supportUrl'
      | 'lang'
      | 'messages',
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
    'cleeng-paywall': VueElement<
      CleengPaywall,
      | 'offerId'
      | 'couponCode'
      | 'offersUrl'
      | 'accountUrl'
      | 'termsUrl'
      | 'returnUrl'
      | 'publisherId'
      | 'environment'
      | 'apiBase'
      | 'pspBase'
      | 'tokenStorage'
      | 'adoptSession'
      | 'supportUrl'
      | 'lang'
      | 'messages',
      'cleeng-paywall-change'
    >;
    /**
     * Shows a viewer what they have, in words, and lets them change, pause, cancel and resume it. What another store manages is explained, with
     * the way there.
     */
    'cleeng-plan': VueElement<
      CleengPlan,
      | 'offersUrl'
      | 'paymentUrl'
      | 'graceDays'
      | 'publisherId'
      | 'environment'
      | 'apiBase'
      | 'pspBase'
      | 'tokenStorage'
      | 'adoptSession'
      | 'supportUrl'
      | 'lang'
      | 'cancelFlow'
      | 'messages',
      'cleeng-account-change' | 'cleeng-account-error' | 'cleeng-plan-fix'
    >;
    /**
     * Shows a viewer what is known of them and lets them change it: names and language, e-mail, password, address, the answers to the publisher's
     * questions, and their consents, which are withdrawn as easily as given. Each part is saved by itself. The forms live in the light DOM, where
     * password managers find them.
     */
    'cleeng-profile': VueElement<
      CleengProfile,
      | 'resetUrl'
      | 'languages'
      | 'publisherId'
      | 'environment'
      | 'apiBase'
      | 'pspBase'
      | 'tokenStorage'
      | 'adoptSession'
      | 'supportUrl'
      | 'lang'
      | 'messages',
      'cleeng-account-change' | 'cleeng-account-error' | 'cleeng-password-requested' | 'cleeng-password-error'
    >;
    /**
     * Registers a viewer with e-mail, password and the publisher's consents, of which none is ever ticked beforehand, and asks the publisher's
     * questions before they go on. What was agreed to is kept, across a reload too, until the platform has stored it.
     */
    'cleeng-register': VueElement<
      CleengRegister,
      | 'switchable'
      | 'noSteps'
      | 'email'
      | 'names'
      | 'publisherId'
      | 'environment'
      | 'apiBase'
      | 'pspBase'
      | 'tokenStorage'
      | 'adoptSession'
      | 'supportUrl'
      | 'lang'
      | 'messages',
      'cleeng-register-success' | 'cleeng-register-error' | 'cleeng-register-login'
    >;
    /**
     * Shows a viewer what they have paid, page by page, with tax, refunds and receipts, and lets them change the delivery of gifts that are not
     * sent yet. The receipt can be printed, and everything downloaded as a table.
     */
    'cleeng-transactions': VueElement<
      CleengTransactions,
      'publisherId' | 'environment' | 'apiBase' | 'pspBase' | 'tokenStorage' | 'adoptSession' | 'supportUrl' | 'lang' | 'messages',
      'cleeng-account-change' | 'cleeng-account-error'
    >;
  }
}
