/** What the platform may know of a card. */
export interface CardData {
  variant: string;
  lastCardFourDigits: string;
  holderName: string;
  /** MM/YYYY */
  cardExpirationDate: string;
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
  /** Whether the issuer asks for a challenge after the fingerprint. */
  challenge: boolean;
}

export interface PspStore {
  create(session: PspSession): Promise<void>;
  get(id: string): Promise<PspSession | undefined>;
  setState(id: string, state: PspSession['state']): Promise<void>;
}
