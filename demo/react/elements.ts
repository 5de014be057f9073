import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CheckoutCompleteEvent, CleengCheckout, CleengLogin, LoginSuccessEvent } from 'cleeng-elements';

type Props<E extends HTMLElement> = DetailedHTMLProps<HTMLAttributes<E>, E>;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way React's types are extended
  namespace JSX {
    interface IntrinsicElements {
      'cleeng-login': Props<CleengLogin> & { 'oncleeng-login-success'?: (event: LoginSuccessEvent) => void };
      'cleeng-checkout': Props<CleengCheckout> & {
        'offer-id': string;
        'oncleeng-checkout-complete'?: (event: CheckoutCompleteEvent) => void;
      };
    }
  }
}
