import { writeFileSync } from 'node:fs';
import { openApiDocument } from './document.js';

/** Writes the contract to `sandbox/openapi.json`, from which the kit's types are generated. */
writeFileSync(new URL('../../openapi.json', import.meta.url), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
