/** Languages with their locale at the platform, such as `de_DE`, each named in itself; the viewer's own is always among them. */
export function languageChoices(tags: readonly string[], current: string, country: string): { value: string; text: string }[] {
  const [own = ''] = current.split('_');
  const known = new Set([own, ...tags].filter(Boolean));
  return [...known].map((tag) => ({ value: tag === own ? current : `${tag}_${country}`, text: languageName(tag) }));
}

/** A language's name in itself. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
