import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersBody, givenAnswers, problemOf } from '../../src/capture/answers.js';
import { countries } from '../../src/capture/countries.js';
import { captureForm, maySkip, requiredOnly } from '../../src/capture/questions.js';
import { regionCode, regionsOf } from '../../src/capture/regions.js';
import { dueCapture } from '../../demo/stories/capture.js';

const form = captureForm(dueCapture);
const field = (name: string) => form.fields.find((candidate) => candidate.name === name)!;

test('every kind of question has its control', () => {
  assert.deepEqual(
    ['firstName', 'email', 'birthDate', 'phoneNumber', 'country', 'custom_1', 'custom_2', 'custom_3', 'custom_4'].map(
      (name) => field(name).kind,
    ),
    ['text', 'email', 'date', 'tel', 'country', 'text', 'checkbox', 'radio', 'select'],
  );
});

test('disabled questions are not asked, and nothing is due when the feature is off', () => {
  const off = captureForm({ ...dueCapture, isCaptureEnabled: false, settings: dueCapture.settings.map((s) => ({ ...s, enabled: false })) });
  assert.deepEqual(off, { due: false, fields: [] });
});

test('only what is wrong is wrong', () => {
  assert.equal(problemOf(field('firstName'), ' '), 'required');
  assert.equal(problemOf(field('phoneNumber'), ''), undefined);
  assert.equal(problemOf(field('phoneNumber'), 'abc'), 'phone');
  assert.equal(problemOf(field('phoneNumber'), '+49 30 123456'), undefined);
  assert.equal(problemOf(field('email'), 'x'), 'email');
  assert.equal(problemOf({ ...field('address2'), required: false }, ''), undefined);
});

test('a date of birth is a day that has been', () => {
  const born = (answer: string) => problemOf(field('birthDate'), answer, '2026-03-01');
  for (const good of ['', '1900-01-01', '2026-03-01']) assert.equal(born(good), undefined, good);
  for (const bad of ['2026-03-02', '1899-12-31', '17.05.1990', '11990-05-17']) assert.equal(born(bad), 'date', bad);
});

test('a name is at most 50 characters long', () => {
  assert.equal(problemOf(field('firstName'), 'x'.repeat(50)), undefined);
  assert.equal(problemOf(field('firstName'), 'x'.repeat(51)), 'long');
});

test('only what was answered is sent, under its own name', () => {
  const typed: Record<string, string> = { firstName: ' Ida ', address2: 'c/o', lastName: ' ', custom_4: 'North' };
  const answers = givenAnswers(form.fields, (name) => typed[name] ?? '');
  assert.deepEqual([...answers.keys()].sort(), ['address2', 'custom_4', 'firstName']);
  assert.deepEqual(answersBody(form.fields, answers), {
    firstName: 'Ida',
    address2: 'c/o',
    customAnswers: [{ questionId: 'custom_4', question: 'Favourite club?', value: 'North' }],
  });
});

test('only what is required is left when only that is to be asked', () => {
  assert.deepEqual(
    requiredOnly(form).fields.map(({ name }) => name),
    ['firstName', 'lastName'],
  );
  assert.equal(requiredOnly({ due: true, fields: form.fields.filter(({ required }) => !required) }).due, false);
});

test('questions may wait unless something required is missing', () => {
  assert.equal(maySkip(form), false);
  assert.equal(maySkip({ due: true, fields: form.fields.map((one) => ({ ...one, answer: one.required ? 'x' : '' })) }), true);
});

test('states are chosen where a tax depends on them, and found by code or name', () => {
  for (const [country, count] of [
    ['US', 52],
    ['CA', 13],
    ['AU', 8],
  ] as const) {
    const regions = regionsOf(country)!;
    assert.equal(new Set(regions.map(({ code }) => code)).size, count, country);
    assert.ok(
      regions.every(({ name }) => /^[A-Z]/.test(name)),
      country,
    );
  }
  assert.equal(regionsOf('DE'), undefined);
  assert.equal(regionCode(regionsOf('US')!, ' minnesota '), 'MN');
  assert.equal(regionCode(regionsOf('CA')!, 'qc'), 'QC');
  assert.equal(regionCode(regionsOf('AU')!, 'Bavaria'), undefined);
});

test('countries have names and no placeholders among them', () => {
  const list = countries('de');
  assert.ok(list.some(({ code, name }) => code === 'DE' && name === 'Deutschland'));
  for (const code of ['EU', 'ZZ', 'SU', 'XA']) assert.ok(!list.some((country) => country.code === code), code);
});
