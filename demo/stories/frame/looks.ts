const root = document.documentElement;

/** How the page around the element looks, by name. */
export type Looks = Readonly<Record<string, string | null | undefined>>;

/** Puts on what is named, and leaves the rest as it is. */
export function putOn({ theme, dir, lang, density }: Looks): void {
  if (theme) root.dataset['theme'] = theme;
  if (density) root.dataset['density'] = density;
  if (lang) root.lang = lang;
  if (dir) root.dir = dir;
}
