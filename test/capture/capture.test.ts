import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersBody, problemOf } from '../../src/capture/answers.js';
import { countries } from '../../src/capture/countries.js';
import { captureForm } from '../../src/capture/questions.js';
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

test('only what was answered is sent, under its own name', () => {
  const answers: Record<string, string> = { firstName: ' Ida ', address2: 'c/o', custom_4: 'North' };
  assert.deepEqual(
    answersBody(form.fields, (name) => answers[name] ?? ''),
    {
      firstName: 'Ida',
      address2: 'c/o',
      customAnswers: [{ questionId: 'custom_4', question: 'Favourite club?', value: 'North' }],
    },
  );
});

test('countries have names and no placeholders among them', () => {
  const list = countries('de');
  assert.ok(list.some(({ code, name }) => code === 'DE' && name === 'Deutschland'));
  for (const code of ['EU', 'ZZ', 'SU', 'XA']) assert.ok(!list.some((country) => country.code === code), code);
});
