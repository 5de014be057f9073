/** What the toolbar turns about the page that the element stands in, by the names that the frame's address knows. */
export interface Look {
  label: string;
  /** The first one holds until another is chosen. */
  options: Readonly<Record<string, string>>;
}

export const LOOKS: Readonly<Record<string, Look>> = {
  theme: { label: 'Theme', options: { auto: 'As this page', light: 'Light', dark: 'Dark' } },
  density: { label: 'Density', options: { normal: 'Normal', compact: 'Compact', roomy: 'Roomy' } },
  dir: { label: 'Direction', options: { ltr: 'Left to right', rtl: 'Right to left' } },
  width: { label: 'Width', options: { full: 'Full', tablet: 'Tablet', phone: 'Phone' } },
};

export const firstOf = ({ options }: Look): string => Object.keys(options)[0]!;
