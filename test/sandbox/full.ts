// The long run of the property test: `npm run test:full`.
process.env['FULL'] = '1';
await import('./property.test.js');
