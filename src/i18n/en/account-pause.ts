import { common } from './common.js';

export const accountPause = {
  ...common,
  'pause.heading': 'Pause {title}',
  'pause.how-long': 'For how long?',
  'pause.consequence':
    'You keep access until {start}. Then it pauses: no access, and nothing is charged. It goes on on {end}, with the next payment.',
  'pause.confirm': 'Pause plan',
  'pause.working': 'Pausing…',
  'pause.keep': 'Do not pause',
  'pause.done': 'Your plan pauses on {start} and goes on on {end}.',
  'pause.failed': 'Your plan is not paused.',
  'error.externally-managed': 'This plan is managed by another store.',
} as const;
