import { assert } from '@open-wc/testing';
import { answer, calls, give, mend, offline, refuse } from './network.js';
import { all, control, describe, it, listen, says, shows, textIn, until, world } from './page.js';
import { agree, signIn } from './faults/platform.js';

const LIST = /\/transactions$/;

const bought = (number: number) => ({
  transactionId: `T${number}`,
  transactionDate: 1_767_225_612 - number,
  offerId: 'R262528011_DE',
  offerTitle: `Film ${number}`,
  publisherSiteName: 'Nordlicht TV',
  transactionPriceExclTax: '3.3500',
  transactionPriceInclTax: '3.9900',
  applicableTax: '0.6400',
  taxRate: '0.1900',
  transactionCurrency: 'EUR',
  discountValue: '0.0000',
  couponCode: null,
  customerEmail: 'viewer@example.com',
  customerCountry: 'DE',
  paymentMethod: 'card',
  targetType: 'passId',
  targetId: number,
});

/** A viewer with so many purchases, of which the platform gives out as many as it is asked for. */
function viewerWith(count: number) {
  const list = Array.from({ length: count }, (_, index) => bought(index));
  const here = world();
  agree();
  answer('GET', LIST, (call) => {
    const query = new URLSearchParams(call.search);
    const offset = Number(query.get('offset'));
    return give({ items: list.slice(offset, offset + Number(query.get('limit'))) })(call);
  });
  signIn(here);
  return { ...here, element: here.place('cleeng-transactions', { lang: 'en' }) };
}

const titles = (element: HTMLElement) => all(element, '.what > strong').map((title) => title.textContent);

describe('<cleeng-transactions>', () => {
  it('turns pages back and forth, with no more rows than a page at once', async () => {
    const { element } = viewerWith(45);
    await shows(element, 'list');
    assert.lengthOf(all(element, 'li'), 20);
    (await control(element, 'Older')).click();
    await says(element, 'Page 2');
    (await control(element, 'Older')).click();
    await says(element, 'Page 3');
    assert.lengthOf(all(element, 'li'), 5);
    const made = calls('GET', LIST);
    (await control(element, 'Older')).click();
    assert.strictEqual(calls('GET', LIST), made, 'there is no page after the last');
    (await control(element, 'Newer')).click();
    await says(element, 'Page 2');
    assert.include(titles(element), 'Film 20');
  });

  it('knows that a page that is just full is the last', async () => {
    const { element } = viewerWith(20);
    await shows(element, 'list');
    assert.lengthOf(all(element, 'nav'), 0);
  });

  it('keeps a page on screen when the next one does not come, and says so', async () => {
    const { element } = viewerWith(30);
    await shows(element, 'list');
    answer('GET', LIST, offline);
    (await control(element, 'Older')).click();
    await says(element, 'We could not load your purchases.');
    assert.lengthOf(all(element, 'li'), 20);
    mend();
    agree();
    answer('GET', LIST, give({ items: [bought(20)] }));
    (await control(element, 'Try again')).click();
    await says(element, 'Page 2');
    assert.deepEqual(titles(element), ['Film 20']);
  });

  it('shows amounts, tax and a receipt, and comes back to where it was', async () => {
    const { element } = viewerWith(3);
    await says(element, '€3.99 including €0.64 tax');
    all(element, 'button')
      .find((one) => one.ariaLabel?.startsWith('Receipt for Film 1'))!
      .click();
    await shows(element, 'receipt');
    const text = textIn(element).replace(/\s+/g, ' ');
    for (const part of ['Receipt T1', 'Nordlicht TV', 'viewer@example.com', 'Tax (19%) €0.64', 'Total €3.99']) assert.include(text, part);
    await until(() => element.shadowRoot?.activeElement?.tagName === 'H3', 'the focus on the receipt');
    (await control(element, 'Back to your purchases')).click();
    await until(() => element.shadowRoot?.activeElement?.closest('li')?.dataset['id'] === 'T1', 'the focus back');
  });

  it('offers everything as a file, not only the page', async () => {
    const { element } = viewerWith(450);
    const files: Blob[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    const names: string[] = [];
    URL.createObjectURL = (file: Blob) => (files.push(file), 'blob:nothing');
    HTMLAnchorElement.prototype.click = function () {
      names.push(this.download);
    };
    try {
      (await control(element, 'Download as CSV')).click();
      await until(() => files.length, 'a file');
      const lines = (await files[0]!.text()).trim().split('\r\n');
      assert.lengthOf(lines, 451);
      assert.match(names[0]!, /^\d{4}-\d\d-\d\d purchases\.csv$/);
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it('says when no file could be made', async () => {
    const { element } = viewerWith(3);
    await shows(element, 'list');
    answer('GET', LIST, refuse(500, 'Internal Server Error', 'S0001'));
    (await control(element, 'Download as CSV')).click();
    await says(element, 'We could not prepare your file. Something went wrong on our side.');
  });

  it('a gift that cannot be read costs nobody the list', async () => {
    const here = world();
    agree();
    answer('GET', /\/gifts\/\d+$/, offline);
    signIn(here);
    const element = here.place('cleeng-transactions', { lang: 'en' });
    await says(element, 'We could not load this gift.');
    mend();
    agree();
    (await control(element, 'Try again')).click();
    await says(element, 'For friend@example.com.');
  });

  it('tells anew how a gift stands when the viewer comes back', async () => {
    const here = world();
    agree();
    signIn(here);
    const element = here.place('cleeng-transactions', { lang: 'en' });
    await control(element, 'Change delivery');
    const looks = calls('GET', /\/gifts\/\d+$/);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => calls('GET', /\/gifts\/\d+$/) > looks, 'a look at the gift');
    await control(element, 'Change delivery');
  });

  it('checks a gift’s form before anything is sent, and tells the error at the field', async () => {
    const here = world();
    agree();
    signIn(here);
    const element = here.place('cleeng-transactions', { lang: 'en' });
    const errors = listen(element, 'cleeng-account-error');
    (await control(element, 'Change delivery')).click();
    const form = await until(() => element.shadowRoot?.querySelector('form'), 'the form');
    const day = form.elements.namedItem('deliveryDate') as HTMLInputElement;
    day.value = '2020-01-01';
    form.requestSubmit();
    await says(element, 'Please choose a day after today.');
    await until(() => element.shadowRoot?.activeElement === day, 'the focus on the field');
    assert.strictEqual(calls('PATCH', /\/gifts/), 0);
    assert.lengthOf(errors, 0);
  });

  it('nothing of one viewer stays for the next', async () => {
    const { element, scope } = viewerWith(3);
    await shows(element, 'list');
    const { kitOf } = await import('../../src/controllers/kit.js');
    const { resolveConfig } = await import('../../src/config.js');
    kitOf(scope, resolveConfig(scope.config.state)).session.logout();
    await shows(element, 'signed-out');
    assert.notInclude(textIn(element), 'Film');
  });
});
