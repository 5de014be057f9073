/**
 * The public API, free of side effects: importing it registers nothing, touches nothing and works on a server.
 * Elements are registered by `cleeng-elements/define`, or one by one by `cleeng-elements/define/<element>`.
 */
export { configure, createScope, pageScope, scopeContext, type Scope } from './context.js';
export { ConfigError, type Environment, type KitConfig, type PayPalConfig, type TokenStorage } from './config.js';
export { CleengError, ERROR_CODES, type ErrorCode } from './api/errors.js';
export type { Money } from './money.js';
export type { SessionState, SignedOutReason } from './session/session.js';
export { SessionChangeEvent } from './controllers/session-event.js';
export { CleengLogin, LOGIN_VIEWS, type LoginView } from './elements/login/login.js';
export { LoginErrorEvent, LoginRegisterEvent, LoginSuccessEvent } from './elements/login/events.js';
export { CleengRegister, REGISTER_VIEWS, type RegisterView } from './elements/register/register.js';
export { RegisterErrorEvent, RegisterLoginEvent, RegisterSuccessEvent } from './elements/register/events.js';
export type { ConsentRecord } from './session/consents.js';
export { CleengCapture, CAPTURE_VIEWS, type CaptureView } from './elements/capture/capture.js';
export { CaptureCompleteEvent } from './elements/capture/events.js';
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
export {
  CleengMyAccount,
  MY_ACCOUNT_SECTIONS,
  MY_ACCOUNT_VIEWS,
  type MyAccountSection,
  type MyAccountView,
} from './elements/my-account/my-account.js';
export { AccountChangeEvent, AccountErrorEvent, type AccountChange } from './elements/my-account/events.js';
export { currentSession } from './controllers/current-session.js';
