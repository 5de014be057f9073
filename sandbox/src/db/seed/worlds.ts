/** The worlds a sandbox can start from: with the personas, with nobody, or with a thousand customers over two years. */
export const WORLDS = ['default', 'empty', 'busy'] as const;

export type WorldName = (typeof WORLDS)[number];
