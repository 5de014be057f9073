import { readDeclarations } from '../../scripts/generate/manifest.js';
import type { Findings } from './sweep.js';

export const NOTHING: Findings = { partless: [], small: [], faint: [], floating: [], refusing: [] };

/** States that together show every part of an element, each part in the first of them that does. */
export const SHOWN_IN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cleeng-login': { 'load-failed': 'form heading notice submit', 'signed-in': 'link' },
  'cleeng-register': { 'consents-not-saved': 'form heading notice submit' },
  'cleeng-capture': { 'load-failed': 'form heading notice submit' },
  'cleeng-consents': { 'load-failed': 'form heading notice submit' },
  'cleeng-checkout': {
    changing: 'form heading summary badge total hint paypal button field label input',
    'review.free': 'submit',
    failed: 'notice',
    'gift.errors': 'error',
  },
  'cleeng-my-account': { 'overview-payment-problem': 'form heading link summary badge submit button notice' },
  'cleeng-offers': { ready: 'form heading offer badge price features submit', failed: 'notice button' },
  'cleeng-plan': {
    'cancel-downgrade': 'form heading summary badge offer field label input submit button',
    'confirm-change-full-price': 'notice total',
    'coupon-applied': 'error',
  },
  'cleeng-payment-details': { 'not-confirmed': 'form heading summary badge button notice', failed: 'submit' },
  'cleeng-payment-problem': { 'days-left': 'notice submit' },
  'cleeng-paywall': { paused: 'summary heading submit button', failed: 'notice', granted: 'content' },
  'cleeng-transactions': {
    'gift-errors': 'form heading field label input hint error submit button',
    gifts: 'transaction badge total',
    receipt: 'summary',
    failed: 'notice',
  },
  'cleeng-profile': { 'parts-failed': 'form heading summary notice submit button' },
};

const declarations = readDeclarations();

/** The parts an element has, as its manifest says. */
export const partsOf = (tag: string): string[] =>
  (declarations.find(({ tagName }) => tagName === tag)?.cssParts ?? []).map(({ name }) => name);

/** The parts that a story has to show, for `element/state`. */
export function partsShownIn(story: string): string[] {
  const [tag = '', state = ''] = story.split('/');
  return SHOWN_IN[tag]?.[state]?.split(' ') ?? [];
}
