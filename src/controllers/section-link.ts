/** The part of an address that names a section of the account: for links in mails and banners, and to come back to after a reload. */
const SECTION = 'cleeng-section';

export const linkedSection = (): string | null => new URL(location.href).searchParams.get(SECTION);

/** This page's address with a section named in it. What else is in it stays. */
export function sectionUrl(section: string): string {
  const url = new URL(location.href);
  url.searchParams.set(SECTION, section);
  return url.href;
}

/** Names the section in the page's address, without a step back for it. */
export const keepSection = (section: string): void => history.replaceState(history.state, '', sectionUrl(section));
