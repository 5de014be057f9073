/** What the platform may know of a card. */
export interface CardData {
  variant: string;
  lastCardFourDigits: string;
  holderName: string;
  /** MM/YYYY */
  cardExpirationDate: string;
}

/** Why a payment was refused, in the words of the provider. For the publisher, never for the viewer. */
export interface RefusalReason {
  code: number;
  reason: string;
}

/** One attempt to pay an order at a payment provider. Its state is decided on the provider's pages, never by the shop's page. */
export interface PspSession {
  id: string;
  gateway: 'adyen' | 'paypal';
  /** What is paid for: an order, or, when null, new payment details. */
  orderId: number | null;
  customerId: number;
  paymentMethodId: number;
  /** The platform's name of the method. */
  method: string;
  amount: { currency: string; value: number };
  state: 'created' | 'approved' | 'refused' | 'cancelled' | 'captured';
  card: CardData | null;
  returnUrl: string | null;
  successUrl: string | null;
  cancelUrl: string | null;
  errorUrl: string | null;
  /** Whether the issuer asks the cardholder to authenticate. */
  challenge: boolean;
}

export interface PspStore {
  /** What a new attempt is called: 48 hexadecimal digits that look random, and are the same for the same calls on the same world. */
  newId(): Promise<string>;
  /** @param refusal why, when the attempt is refused from the start */
  create(session: PspSession, refusal?: RefusalReason): Promise<void>;
  get(id: string): Promise<PspSession | undefined>;
  /** The word of the issuer, or of the buyer at PayPal. The first one counts, however many come. */
  decide(id: string, state: 'approved' | 'refused' | 'cancelled', refusal?: RefusalReason): Promise<void>;
  /** Attempts of a method that nobody has decided yet. */
  undecided(method: string): Promise<PspSession[]>;
}
