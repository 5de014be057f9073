import { LANGUAGES } from '../../../src/i18n/languages.js';
import { THEMES } from '../../themes/themes.js';

/** What the toolbar turns about the page that the element stands in, by the names that the frame's address knows. */
export interface Look {
  label: string;
  /** The first one holds until another is chosen. */
  options: Readonly<Record<string, string>>;
}

/** A language's own name for itself. */
const nameOf = (language: string) => new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;

export const LOOKS: Readonly<Record<string, Look>> = {
  theme: { label: 'Theme', options: { auto: 'As this page', light: 'Light', dark: 'Dark' } },
  density: { label: 'Density', options: { normal: 'Normal', compact: 'Compact', roomy: 'Roomy' } },
  brand: { label: 'Brand', options: { none: 'The kit’s own', ...Object.fromEntries(THEMES.map(({ id, name }) => [id, name])) } },
  lang: { label: 'Language', options: Object.fromEntries(['en', ...LANGUAGES].map((language) => [language, nameOf(language)])) },
  dir: { label: 'Direction', options: { ltr: 'Left to right', rtl: 'Right to left' } },
  width: { label: 'Width', options: { full: 'Full', tablet: 'Tablet', phone: 'Phone' } },
};

export const firstOf = ({ options }: Look): string => Object.keys(options)[0]!;
