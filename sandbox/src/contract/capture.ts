import { z } from '@hono/zod-openapi';
import { customerParams, Done, operation } from './envelope.js';

const tag = 'Capture';
const text = z.string().nullable();
const common = { enabled: z.boolean(), required: z.boolean() };

export const AddressAnswer = z
  .object({ address: text, address2: text, city: text, state: text, postCode: text, country: text })
  .openapi('AddressAnswer');

/** One question a publisher asks: six built-in kinds, and its own ones named custom_1, custom_2, … */
export const CaptureSetting = z
  .union([
    z.object({ key: z.enum(['email', 'birthDate', 'companyName', 'phoneNumber']), ...common, answer: text }),
    z.object({
      key: z.literal('firstNameLastName'),
      ...common,
      answer: z.object({ firstName: text, lastName: text }).nullable(),
    }),
    z.object({ key: z.literal('address'), ...common, answer: AddressAnswer.nullable() }),
    z.object({
      key: z.string().regex(/^custom_\d+$/),
      ...common,
      question: z.string(),
      answer: text,
      value: z.string().openapi({ description: 'The allowed answers joined with ";", or "" for free text' }),
    }),
  ])
  .openapi('CaptureSetting');

export const getCaptureStatus = operation({
  id: 'getCaptureStatus',
  method: 'get',
  path: '/customers/{customerId}/capture/status',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'The questions, the answers so far, and whether to ask now',
  params: customerParams,
  data: z
    .object({ isCaptureEnabled: z.boolean(), shouldCaptureBeDisplayed: z.boolean(), settings: z.array(CaptureSetting) })
    .openapi('CaptureStatus'),
});

const answer = (max = 200) => z.string().max(max).nullish();

export const CaptureAnswers = z
  .object({
    firstName: answer(50),
    lastName: answer(50),
    address: answer(),
    address2: answer(),
    city: answer(),
    state: answer(),
    postCode: answer(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullish(),
    email: answer(),
    birthDate: z.iso.date().nullish(),
    companyName: answer(50),
    phoneNumber: z
      .string()
      .regex(/^[+]?(\d[-| ]?){4,16}$/)
      .nullish(),
    customAnswers: z.array(z.object({ questionId: z.string(), question: z.string(), value: z.string() })).nullish(),
  })
  .openapi('CaptureAnswers');

export const saveCapture = operation({
  id: 'saveCapture',
  method: 'put',
  path: '/customers/{customerId}/capture',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Store answers; what is absent or null stays as it is',
  params: customerParams,
  body: CaptureAnswers,
  data: Done,
});
