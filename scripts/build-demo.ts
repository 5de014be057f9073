import { buildDemo } from './serve-demo.js';

/** The demo and its documentation as files for any server: `npm run build:demo`. `SANDBOX_URL` is where they look for a sandbox. */
await buildDemo();
console.log('dist/demo');
