import type { HTMLAttributes, PublicProps } from 'vue';

type Pascal<S extends string> = S extends `${infer A}-${infer B}` ? `${Capitalize<A>}${Pascal<B>}` : Capitalize<S>;

/** An element as Vue's templates see it: its properties, the listeners of its events, and what every element takes. */
export type VueElement<E extends HTMLElement, P extends keyof E, N extends keyof HTMLElementEventMap> = new () => E & {
  readonly $props: HTMLAttributes &
    PublicProps &
    Partial<Pick<E, P>> & { [K in N as `on${Pascal<K>}`]?: (event: HTMLElementEventMap[K]) => void };
};
