import type { Departure } from '../payments/gateway.js';

/**
 * Leaves with the whole window where the page sits in a frame: banks and PayPal refuse to be shown in one.
 * @returns `go` where it does not, and may go there itself
 */
export function leaveFrame(departure: Departure): 'go' | 'left' {
  if (window.top === window) return 'go';
  leaveByTop(departure);
  return 'left';
}

/** Leaves with the whole window, out of any frame. The way back is a page of its own. */
function leaveByTop({ url, method = 'GET', data = {} }: Departure): void {
  if (method.toUpperCase() === 'GET') {
    open(url, '_top');
    return;
  }
  const form = document.createElement('form');
  form.action = url;
  form.method = 'post';
  form.target = '_top';
  form.hidden = true;
  for (const [name, value] of Object.entries(data)) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
