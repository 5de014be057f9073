import { assert } from '@open-wc/testing';
import { answer, calls, hold, mend, refuse } from './network.js';
import { control, describe, doubleClick, field, it, listen, newcomerIn, personaIn, says, shows, type, until, world } from './page.js';

const STATUS = /\/capture\/status$/;
const SAVE = /\/capture$/;
const ANSWERS = { firstName: 'Ida', lastName: 'Holm', address: 'Kai 1', city: 'Kiel', postCode: '24103', country: 'DE', custom_2: 'North' };

describe('<cleeng-capture>', () => {
  it('asks nobody who is not there', async () => {
    const capture = world().place('cleeng-capture');
    await shows(capture, 'signed-out');
    await says(capture, 'Log in to answer a few questions.');
    assert.strictEqual(calls('GET', STATUS), 0);
    await assert.isAccessible(capture);
  });

  it('has a control for every kind of question', async () => {
    const here = world();
    await newcomerIn(here);
    const release = hold('GET', STATUS);
    const capture = here.place('cleeng-capture');
    await shows(capture, 'loading');
    release();
    await shows(capture, 'form');
    const kinds = ['firstName', 'birthDate', 'phoneNumber', 'country', 'custom_1', 'custom_2', 'custom_3', 'custom_4'];
    const controls = await Promise.all(kinds.map((name) => field(capture, name)));
    assert.deepEqual(
      controls.map((one) => one.type),
      ['text', 'date', 'tel', 'select-one', 'text', 'select-one', 'radio', 'checkbox'],
    );
    assert.deepEqual(
      controls.slice(0, 4).map((one) => one.getAttribute('autocomplete')),
      ['given-name', 'bday', 'tel', 'country'],
    );
    assert.strictEqual(capture.querySelector('[name="email"]'), null);
    await assert.isAccessible(capture);
  });

  it('stores the answers: busy, one request, one event, thanks', async () => {
    const here = world();
    await newcomerIn(here);
    const capture = here.place('cleeng-capture');
    const events = listen(capture, 'cleeng-capture-complete');
    const release = hold('PUT', SAVE);
    await type(capture, ANSWERS);
    doubleClick(await control(capture, 'Continue'));
    await shows(capture, 'saving');
    release();
    await shows(capture, 'saved');
    await says(capture, 'Thank you, your answers are saved.');
    assert.strictEqual(calls('PUT', SAVE), 1);
    assert.deepEqual(
      events.map(({ detail }) => detail.asked),
      [true],
    );
    await assert.isAccessible(capture);
  });

  it('asks for required answers and a phone number that is one', async () => {
    const here = world();
    await newcomerIn(here);
    const capture = here.place('cleeng-capture');
    await type(capture, { ...ANSWERS, lastName: '', phoneNumber: 'call me' });
    (await control(capture, 'Continue')).click();
    await says(capture, 'Please fill in this field.');
    await says(capture, 'Please enter a phone number');
    assert.deepEqual([calls('PUT', SAVE), document.activeElement], [0, await field(capture, 'lastName')]);
    await assert.isAccessible(capture);
  });

  it('a failure while storing costs no answer', async () => {
    const here = world();
    await newcomerIn(here);
    answer('PUT', SAVE, refuse(500, 'Internal Server Error', 'S0001'));
    const capture = here.place('cleeng-capture');
    await type(capture, ANSWERS);
    (await control(capture, 'Continue')).click();
    await shows(capture, 'save-failed');
    await says(capture, 'Something went wrong on our side.');
    assert.strictEqual((await field(capture, 'city')).value, 'Kiel');
    await assert.isAccessible(capture);
    mend();
    (await control(capture, 'Continue')).click();
    await shows(capture, 'saved');
  });

  it('questions that do not come can be asked for again', async () => {
    const here = world();
    await newcomerIn(here);
    answer('GET', STATUS, refuse(500, 'Internal Server Error', 'S0001'));
    const capture = here.place('cleeng-capture');
    await shows(capture, 'load-failed');
    await assert.isAccessible(capture);
    mend();
    (await control(capture, 'Try again')).click();
    await shows(capture, 'form');
  });

  it('has nothing to ask somebody who has answered, and tells the page once', async () => {
    const here = world();
    await personaIn(here, 'fresh');
    const events = listen(here.root, 'cleeng-capture-complete');
    const capture = here.place('cleeng-capture');
    await shows(capture, 'none-due');
    await until(() => events.length > 0, 'an event');
    capture.requestUpdate();
    await capture.updateComplete;
    assert.deepEqual(
      events.map(({ detail }) => detail.asked),
      [false],
    );
    await assert.isAccessible(capture);
  });
});
