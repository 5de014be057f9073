import type { Place } from '../api/identity.js';
import { getLocales } from '../api/locales.js';
import { Resource } from '../session/resource.js';
import type { Kit } from './kit.js';

/** Where the platform thinks the viewer is; read once for all elements. */
export const placeOf = (kit: Kit): Resource<Place> =>
  kit.store('place', () => new Resource((signal) => getLocales(kit.session.guest, signal)));
