import type { Look } from '../payments/gateway.js';

/** How the theme looks on an element now, in its scheme. */
export function lookOf(host: HTMLElement): Look {
  const { color: text, fontFamily: font, fontSize } = getComputedStyle(host);
  // Telephones zoom into fields with smaller text.
  const size = Math.max(parseFloat(fontSize), 16);
  const [muted, error] = ['--_muted', '--_error'].map((token) => probe(host, 'color', token).color) as [string, string];
  const height = parseFloat(probe(host, 'min-height', '--_control').minHeight);
  const radius = parseFloat(probe(host, 'border-start-start-radius', '--_radius').borderStartStartRadius);
  return { text, muted, error, font, size, height, radius };
}

/** What a private token stands for. */
function probe(host: HTMLElement, property: string, token: string): { [K in 'color' | 'minHeight' | 'borderStartStartRadius']: string } {
  const sample = document.createElement('span');
  sample.style.setProperty(property, `var(${token})`);
  host.shadowRoot?.append(sample);
  const { color, minHeight, borderStartStartRadius } = getComputedStyle(sample);
  sample.remove();
  return { color, minHeight, borderStartStartRadius };
}
