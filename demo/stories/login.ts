import type { LoginView } from 'cleeng-elements';
import { hold, refuse, submit, type Story } from './story.js';

const typed = { email: 'viewer@example.com', password: 'Password1' };

export const login = {
  form: { attributes: { switchable: '' } },
  submitting: { rules: [hold('POST', /\/auths$/)], act: (element) => submit(element, typed) },
  failed: {
    rules: [refuse('POST', /\/auths$/, 401, 'Wrong email or password', 'USER0001')],
    act: (element) => submit(element, { ...typed, password: 'Password2' }),
  },
  'session-expired': {
    as: 'fresh@example.com',
    rules: [
      refuse('GET', /\/customers\/\d+$/, 401, 'JWT token expired', 'AUTH0003'),
      refuse('POST', /\/refresh_token$/, 401, 'Refresh token is expired or does not exist', 'AUTH0003'),
    ],
  },
  'signed-in': { as: 'viewer@example.com' },
} satisfies Record<LoginView, Story>;
