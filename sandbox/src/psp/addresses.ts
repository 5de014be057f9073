/** Adds a parameter to an address and leaves the rest of it, query and hash included, as it was written. One of the same name is replaced. */
export function withParam(address: string, name: string, value: string): string {
  const url = new URL(address);
  if (url.searchParams.has(name)) url.searchParams.set(name, value);
  else url.search += `${url.search ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
  return url.href;
}
