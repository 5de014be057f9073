/**
 * The public API, free of side effects: importing it registers nothing, touches nothing and works on a server.
 * Elements are registered by `cleeng-elements/define`, or one by one by `cleeng-elements/define/<element>`.
 */
export { configure, createScope, pageScope, scopeContext, type Scope } from './context.js';
export {
  ConfigError,
  type CaptchaConfig,
  type Environment,
  type KitConfig,
  type PayPalButtons,
  type PayPalConfig,
  type TokenStorage,
} from './config.js';
export { CleengError, ERROR_CODES, type ErrorCode } from './api/errors.js';
export type { Money } from './money.js';
export type { MessageKey, MessageOverrides } from './i18n/messages.js';
export type { Plural, Text } from './i18n/texts.js';
export { signedInAs, type LostReason, type SessionState } from './session/state.js';
export type { SessionTokens, TokenHost } from './ports.js';
export { SessionChangeEvent } from './controllers/session-event.js';
export { CleengLogin } from './elements/login/login.js';
export { LOGIN_VIEWS, type LoginForm, type LoginNotice, type LoginView } from './elements/login/views.js';
export { LoginErrorEvent, LoginForgotEvent, LoginRegisterEvent, LoginSuccessEvent } from './elements/login/events.js';
export { LoginContinueEvent, PasswordChangedEvent } from './elements/login/aside-events.js';
export { PasswordErrorEvent, PasswordRequestedEvent } from './elements/password-events.js';
export { CleengRegister } from './elements/register/register.js';
export { REGISTER_VIEWS, type RegisterView } from './elements/register/views.js';
export { RegisterErrorEvent, RegisterLoginEvent, RegisterSuccessEvent } from './elements/register/events.js';
export { CleengConsents, CONSENTS_VIEWS, type ConsentsView } from './elements/consents/consents.js';
export { ConsentsCompleteEvent, ConsentsErrorEvent } from './elements/consents/events.js';
export type { ConsentRecord } from './session/consents.js';
export { CleengCapture, CAPTURE_VIEWS, type CaptureView } from './elements/capture/capture.js';
export { CaptureCompleteEvent, CaptureErrorEvent, CaptureSkipEvent } from './elements/capture/events.js';
export { CleengCheckout } from './elements/checkout/checkout.js';
export {
  CheckoutCompleteEvent,
  CheckoutCouponEvent,
  CheckoutErrorEvent,
  CheckoutRedeemEvent,
  CheckoutRedirectEvent,
  CheckoutStepEvent,
  type CheckoutCompletion,
  type CheckoutView,
} from './elements/checkout/events.js';
export { CHECKOUT_STATUSES, type CheckoutStatus, type CouponOutcome, type Entitlement } from './checkout/state.js';
export { REDEMPTION_STATUSES, type RedemptionStatus } from './checkout/redemption-state.js';
export type { Order, Receipt } from './checkout/order.js';
export { CleengMyAccount, MY_ACCOUNT_VIEWS, type MyAccountView } from './elements/my-account/my-account.js';
export { MY_ACCOUNT_SECTIONS, type MyAccountSection } from './elements/my-account/sections.js';
export { CleengPlan } from './elements/plan/plan.js';
export { PLAN_VIEWS, type PlanView } from './elements/plan/views.js';
export type { CancelFlow } from './elements/plan/panel.js';
export { CleengPaymentProblem, PAYMENT_PROBLEM_VIEWS, type PaymentProblemView } from './elements/payment-problem/payment-problem.js';
export { PlanFixEvent } from './elements/plan-fix-event.js';
export { PLAN_STATUSES, type PlanStatus } from './account/plans.js';
export type { RetentionKind } from './account/retention.js';
export { AccountChangeEvent, AccountErrorEvent, type AccountAction, type AccountChange } from './elements/account-events.js';
export { CleengOffers, OFFERS_VIEWS, type OffersView } from './elements/offers/offers.js';
export { OffersSelectEvent } from './elements/offers/events.js';
export { CleengPaywall, PAYWALL_VIEWS, type PaywallView } from './elements/paywall/paywall.js';
export { PaywallChangeEvent, type PaywallChange } from './elements/paywall/events.js';
export { DENIED_REASONS, type Access, type DeniedReason } from './catalogue/access.js';
export { isEntitled } from './controllers/access.js';
export { currentSession, getToken, setTokens, signOutEverywhere } from './controllers/current-session.js';
export { CleengTransactions } from './elements/transactions/transactions.js';
export { TRANSACTIONS_VIEWS, type TransactionsView } from './elements/transactions/views.js';
export { CleengPaymentDetails } from './elements/payment-details/payment-details.js';
export { PAYMENT_DETAILS_VIEWS, type PaymentDetailsView } from './elements/payment-details/views.js';
export { CleengProfile } from './elements/profile/profile.js';
export { PROFILE_VIEWS, type ProfileView } from './elements/profile/views.js';
