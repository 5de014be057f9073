import { wear } from '../../themes/themes.js';

const root = document.documentElement;

/** How the page around the element looks, by name. */
export type Looks = Readonly<Record<string, string | null | undefined>>;

/** Puts on what is named, and leaves the rest as it is. */
export async function putOn({ theme, dir, lang, density, brand }: Looks): Promise<void> {
  if (theme) root.dataset['theme'] = theme;
  if (density) root.dataset['density'] = density;
  if (lang) root.lang = lang;
  if (dir) root.dir = dir;
  if (brand) await wear(brand);
}
