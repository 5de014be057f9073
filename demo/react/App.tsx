import { useState } from 'react';
import type { CheckoutCompleteEvent, LoginSuccessEvent } from 'cleeng-elements';
import './elements.js';

/** Login and checkout side by side: React 19 sets attributes and binds `on<event>` to custom elements by itself. */
export function App() {
  const [news, setNews] = useState('Nothing has happened yet.');
  const loggedIn = (event: LoginSuccessEvent) => setNews(`Customer ${event.detail.customerId} logged in.`);
  const bought = (event: CheckoutCompleteEvent) => setNews(`Offer ${event.detail.offerId} was bought.`);
  return (
    <main>
      <h1>In React</h1>
      <p className="news" role="status">
        {news}
      </p>
      <div className="pair">
        <section>
          <cleeng-login oncleeng-login-success={loggedIn} />
        </section>
        <section>
          <cleeng-checkout offer-id="S274093615_DE" oncleeng-checkout-complete={bought} />
        </section>
      </div>
      <p>
        <a href="/">Back to the streaming site</a>
      </p>
    </main>
  );
}
