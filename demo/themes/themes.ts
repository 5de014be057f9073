/** The brands the demo can wear: a file each beside this one, made of nothing but tokens and parts. */
export const THEMES = [
  { id: 'matchday', name: 'Matchday, a sports channel' },
  { id: 'pip', name: 'Pip & Friends, for children' },
  { id: 'lumiere', name: 'Lumière, an arthouse cinema' },
] as const;

export type ThemeId = (typeof THEMES)[number]['id'];

const files: Readonly<Record<ThemeId, () => Promise<{ default: string }>>> = {
  matchday: () => import('./matchday.css?raw'),
  pip: () => import('./pip.css?raw'),
  lumiere: () => import('./lumiere.css?raw'),
};

/** A theme's css, to be shown or copied; empty for a name that is none, such as that of the kit's own look. */
export async function cssOf(id: string): Promise<string> {
  const load = Object.entries(files).find(([name]) => name === id)?.[1];
  return load ? (await load()).default : '';
}

const worn = new CSSStyleSheet();

/** Dresses the page in a brand, instead of the one before; with any other name in none. */
export async function wear(id: string): Promise<void> {
  worn.replaceSync(await cssOf(id));
  if (!document.adoptedStyleSheets.includes(worn)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, worn];
}
