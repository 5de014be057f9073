/** What the link in the platform's e-mail carries (contract, 3.5). */
export interface ResetLink {
  readonly email: string;
  readonly token: string;
}

/**
 * Reads a reset link of this publisher in an address.
 * @returns the link, and the address without it: the token must not stay where it is seen, logged or passed on
 */
export function readResetLink(address: string, publisherId: string): { link: ResetLink; rest: string } | undefined {
  const url = new URL(address);
  const take = (name: string) => url.searchParams.get(name) ?? '';
  const [email, token, publisher] = [take('email'), take('resetPasswordToken'), take('publisherId')];
  if (!email || !token || (publisher && publisher !== publisherId)) return undefined;
  // The host's own parameters stay as they are written, not as URLSearchParams would write them.
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !/^(email|resetPasswordToken|publisherId)(=|$)/.test(pair));
  url.search = kept.join('&');
  return { link: { email, token }, rest: url.href };
}
