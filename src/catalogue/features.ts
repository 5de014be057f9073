/** One thing an offer has, by name: a row of the comparison. */
export interface Feature {
  readonly name: string;
  readonly value: string | number;
}

/** Custom parameters of this beginning are for viewers; all others are the publisher's own business and are never shown. */
const FEATURE = 'feature_';

type Properties = Readonly<Record<string, string | number>>;

/** What an offer's custom parameters say to viewers: `feature_Screens: 3` is a row "Screens", `badge: "popular"` a badge. */
export function featuresOf(properties: Properties): { features: Feature[]; badge: string | undefined } {
  const features = Object.entries(properties)
    .filter(([key]) => key.startsWith(FEATURE))
    .map(([key, value]) => ({ name: key.slice(FEATURE.length).replaceAll('_', ' ').trim(), value }))
    .filter(({ name }) => name);
  const { badge } = properties;
  return { features, badge: badge === undefined || badge === '' ? undefined : String(badge) };
}

/** The names of all rows of a comparison, in the order in which the offers first name them. */
export function featureNames(offers: readonly { readonly features: readonly Feature[] }[]): string[] {
  return [...new Set(offers.flatMap(({ features }) => features.map(({ name }) => name)))];
}

/** What an offer has of a feature: a value to show, or whether it is included at all. */
export function featureValue(features: readonly Feature[], name: string): string | boolean {
  const value = features.find((feature) => feature.name === name)?.value;
  if (value === undefined) return false;
  const text = String(value).trim();
  if (/^(yes|true)$/i.test(text)) return true;
  return /^(no|false|)$/i.test(text) ? false : text;
}
