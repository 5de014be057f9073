import type { DetailedHTMLProps, HTMLAttributes } from 'react';

/** The props of a tag: its own, the listeners React 19 binds by `on<event>`, and those of every element. */
export type NativeElement<E extends HTMLElement, P, N extends keyof HTMLElementEventMap> = Omit<
  DetailedHTMLProps<HTMLAttributes<E>, E>,
  keyof P
> &
  P & { [K in N as `on${K}`]?: (event: HTMLElementEventMap[K]) => void };
