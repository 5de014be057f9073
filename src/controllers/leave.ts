import type { Departure } from '../payments/gateway.js';

/** Whether the page sits in a frame: banks and PayPal refuse to be shown in one. */
export const isFramed = (): boolean => window.top !== window;

/** Leaves with the whole window, out of any frame. The way back is a page of its own. */
export function leaveByTop({ url, method = 'GET', data = {} }: Departure): void {
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
