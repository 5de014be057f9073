/** So long a browser may take to begin with a download. */
const KEEP_MS = 60_000;

/** Offers a text as a file. Nothing leaves the page. */
export function offerDownload(name: string, type: string, text: string): void {
  // Spreadsheets take a file for UTF-8 by the mark at its beginning.
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
