import { currentSession, signedInAs } from 'cleeng-elements';
import { render } from 'lit';
import { setUpKit, signIn } from '../shared/setup.js';
import { loadPlans, type Plan } from './plans.js';
import { site } from './pages.js';
import { go, pageOf, type Page } from './router.js';

/** Where a viewer was going when they were asked to log in or to join. */
let destination = '#/account';
let signedIn = false;
let plans: readonly Plan[] = [];
let page: Page = pageOf(location.hash);

const show = () => render(site({ page, plans, signedIn }), document.body);

addEventListener('hashchange', () => {
  const left = page;
  page = pageOf(location.hash);
  if (left.name === 'checkout') destination = '#/account';
  show();
  scrollTo(0, 0);
  document.getElementById('content')?.focus({ preventScroll: true });
});

document.addEventListener('cleeng-session-change', ({ detail }) => {
  signedIn = signedInAs(detail) !== undefined;
  show();
});

// On the pages that are nothing but a form, finishing it leads on; elsewhere the elements speak for themselves.
document.addEventListener('cleeng-login-success', () => page.name === 'login' && go(destination));
document.addEventListener('cleeng-register-success', () => page.name === 'join' && go('#/welcome'));
document.addEventListener('cleeng-capture-complete', () => page.name === 'welcome' && go(destination));
document.addEventListener('cleeng-login-register', (event) => takeOver(event, 'login', '#/join'));
document.addEventListener('cleeng-register-login', (event) => takeOver(event, 'join', '#/login'));

/** Login and registration are pages here, so that neither is shown inside the other. */
function takeOver(event: Event, from: Page['name'], to: string): void {
  if (page.name !== from) return;
  event.preventDefault();
  go(to);
}

const apiBase = await setUpKit();
// Whoever the documentation says: they are somebody of the sandbox's seed.
if (page.name === 'show' && page.as) await signIn(apiBase, page.as).catch(() => undefined);
signedIn = signedInAs(currentSession()) !== undefined;
show();
plans = await loadPlans(apiBase);
show();
