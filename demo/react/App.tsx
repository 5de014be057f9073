import { useState, useSyncExternalStore } from 'react';
import { CleengCheckout, CleengLogin, CleengMyAccount } from 'cleeng-elements/react';

const onHash = (tell: () => void) => {
  addEventListener('hashchange', tell);
  return () => removeEventListener('hashchange', tell);
};

/** Login and checkout side by side, and the account on a page of its own: the components follow each other by themselves. */
export function App() {
  const [news, setNews] = useState('Nothing has happened yet.');
  const page = useSyncExternalStore(onHash, () => location.hash);
  return (
    <main>
      <h1>In React</h1>
      <p className="news" role="status">
        {news}
      </p>
      {page === '#/account' ? (
        <section>
          <CleengMyAccount offersUrl="#/" onAccountChange={({ detail }) => setNews(`Changed: ${detail.change}.`)} />
        </section>
      ) : (
        <div className="pair">
          <section>
            <CleengLogin onLoginSuccess={({ detail }) => setNews(`Customer ${detail.customerId} logged in.`)} />
          </section>
          <section>
            <CleengCheckout
              offerId="S274093615_DE"
              accountUrl="#/account"
              onCheckoutComplete={({ detail }) => setNews(`Offer ${detail.offerId} was bought.`)}
            />
          </section>
        </div>
      )}
      <nav>
        <a href="#/">Watch</a> <a href="#/account">Your account</a> <a href="/">Back to the streaming site</a>
      </nav>
    </main>
  );
}
