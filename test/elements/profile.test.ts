import { assert } from '@open-wc/testing';
import { answer, calls, give, hold, mend, offline, refuse } from './network.js';
import { all, control, describe, doubleClick, field, it, listen, says, shows, textIn, until, world } from './page.js';
import { agree, signIn } from './faults/platform.js';
import { resolveConfig } from '../../src/config.js';
import { kitOf } from '../../src/controllers/kit.js';

const CUSTOMER = /\/customers\/\d+$/;
const CONSENTS = /\/customers\/\d+\/consents$/;
const CAPTURE = /\/customers\/\d+\/capture$/;

function viewer() {
  const here = world();
  agree();
  signIn(here);
  return { ...here, element: here.place('cleeng-profile', { lang: 'en' }) };
}

const open = async (element: HTMLElement, part: string) =>
  (await until(() => all(element, `[data-part="${part}"] .title button`)[0], `the part ${part}`)).click();

const answered = (companyName: string | null) =>
  give({
    isCaptureEnabled: true,
    shouldCaptureBeDisplayed: false,
    settings: [{ key: 'companyName', enabled: true, required: false, answer: companyName }],
  });

describe('<cleeng-profile>', () => {
  it('its parts stand or fall alone', async () => {
    const here = world();
    agree();
    answer('GET', CONSENTS, refuse(500, 'Internal Server Error', 'S0001'));
    answer('GET', /\/capture\/status$/, offline);
    signIn(here);
    const element = here.place('cleeng-profile', { lang: 'en' });
    await shows(element, 'profile');
    await until(() => all(element, '[role=alert]').length === 2, 'what is wrong in two parts');
    assert.include(textIn(element), 'viewer@example.com');
    mend();
    agree();
    for (const retry of all(element, '[role=alert] button')) retry.click();
    await says(element, 'I accept the terms');
    await says(element, 'Company');
  });

  it('forms live in the light DOM, where password managers find them, with the name the password belongs to', async () => {
    const { element } = viewer();
    await open(element, 'email');
    const password = await field(element, 'confirmationPassword');
    assert.strictEqual(document.querySelector('input[type=password]'), password);
    assert.strictEqual(password.autocomplete, 'current-password');
    assert.strictEqual((await field(element, 'username')).value, 'viewer@example.com');
  });

  it('says of an answer that cannot be removed that it cannot, and sends nothing', async () => {
    const here = world();
    agree();
    answer('GET', /\/capture\/status$/, answered('Nordlicht'));
    signIn(here);
    const element = here.place('cleeng-profile', { lang: 'en' });
    await open(element, 'questions');
    const company = await field(element, 'companyName');
    company.value = '';
    company.form!.requestSubmit();
    await says(element, 'This can be changed, but not removed.');
    assert.strictEqual(calls('PUT', CAPTURE), 0);
  });

  it('an address that was never given can be given, in part, too', async () => {
    const here = world();
    agree();
    const nothing = { country: null, address: null, address2: null, city: null, state: null, postCode: null };
    const settings = [{ key: 'address', enabled: true, required: false, answer: nothing }];
    answer('GET', /\/capture\/status$/, give({ isCaptureEnabled: true, shouldCaptureBeDisplayed: false, settings }));
    const sent: unknown[] = [];
    answer('PUT', CAPTURE, (call) => {
      sent.push(call.body);
      return give({ success: true })(call);
    });
    signIn(here);
    const element = here.place('cleeng-profile', { lang: 'en' });
    await open(element, 'address');
    const city = await field(element, 'city');
    city.value = 'Husum';
    city.form!.requestSubmit();
    await until(() => sent.length, 'the address to be sent');
    assert.deepEqual(sent, ['{"city":"Husum"}']);
  });

  it('what is being typed stays when the profile is read again', async () => {
    const { element } = viewer();
    await open(element, 'about');
    const name = await field(element, 'firstName');
    name.value = 'Marl';
    answer('GET', CUSTOMER, give({ id: 7, email: 'viewer@example.com', firstName: 'Other', lastName: '', country: 'DE', regDate: '' }));
    const before = calls('GET', CUSTOMER);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => calls('GET', CUSTOMER) > before, 'another look');
    await element.updateComplete;
    assert.strictEqual((await field(element, 'firstName')).value, 'Marl');
  });

  it('a double click answers a consent once, and another one has to wait', async () => {
    const { element } = viewer();
    const facts = listen(element, 'cleeng-account-change');
    const release = hold('PUT', CONSENTS);
    const agreeing = await control(element, 'Agree');
    doubleClick(agreeing);
    await shows(element, 'saving');
    answer('PUT', CONSENTS, give({ success: true }));
    release();
    await until(() => facts.length || element.view === 'save-failed', 'an outcome');
    assert.strictEqual(calls('PUT', CONSENTS), 1);
  });

  it('one form is open at a time, and what was wrong in one is not told in the next', async () => {
    const { element } = viewer();
    await open(element, 'email');
    (await field(element, 'email')).form!.requestSubmit();
    await says(element, 'Please fill in this field.');
    await open(element, 'about');
    await field(element, 'firstName');
    assert.lengthOf(all(element, 'form'), 1);
    assert.notInclude(textIn(element), 'Please fill in this field.');
  });

  it('nothing of one viewer stays for the next', async () => {
    const { element, scope } = viewer();
    await open(element, 'about');
    await field(element, 'firstName');
    kitOf(scope, resolveConfig(scope.config.state)).session.logout();
    await shows(element, 'signed-out');
    assert.notInclude(textIn(element), 'viewer@example.com');
    assert.isNull(element.querySelector('form'));
  });
});
