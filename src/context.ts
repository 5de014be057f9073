import { ContextEvent, createContext } from '@lit/context';
import type { KitConfig } from './config.js';
import { Store } from './store.js';

const KEY = Symbol.for('cleeng.scope.v1');

/**
 * What elements share: the configuration and the stores. One scope serves a whole page, foreign shadow roots and a second copy of the kit
 * included; a nearer `ContextProvider` of `scopeContext` gives the elements below it a scope of their own.
 */
export interface Scope {
  readonly config: Store<KitConfig>;
  /** The one store under this key, created at first need. */
  store<T>(key: string, create: () => T): T;
  /** Forgets all stores whose key begins like this. */
  drop(prefix: string): void;
}

/** A scope independent of the page's, for example for tests or for two sessions of one publisher on one page. */
export function createScope(config: KitConfig = {}): Scope {
  const stores = new Map<string, unknown>();
  return {
    config: new Store({ ...config }),
    store<T>(key: string, create: () => T): T {
      if (!stores.has(key)) stores.set(key, create());
      return stores.get(key) as T;
    },
    drop(prefix) {
      for (const key of [...stores.keys()]) if (key.startsWith(prefix)) stores.delete(key);
    },
  };
}

/** The context under which elements look for their scope. Its key is global, so that two copies of the kit understand each other. */
export const scopeContext = createContext<Scope>(KEY);

/** The page's scope: the first copy of the kit that needs it makes it, and offers it on `<html>`. */
export function pageScope(): Scope {
  const page = globalThis as { [KEY]?: Scope };
  if (!page[KEY]) {
    const scope = (page[KEY] = createScope());
    // On a server there is nothing to offer it on.
    globalThis.document?.documentElement.addEventListener('context-request', (event) => {
      if (event.context !== scopeContext) return;
      event.stopImmediatePropagation();
      (event as ContextEvent<typeof scopeContext>).callback(scope);
    });
  }
  return page[KEY];
}

/** The nearest scope around an element. */
export function findScope(element: HTMLElement): Scope {
  let scope = pageScope();
  element.dispatchEvent(new ContextEvent(scopeContext, element, (nearest) => (scope = nearest), false));
  return scope;
}

/**
 * Sets what every element on the page uses unless its own attribute says otherwise. May be called again at any time: elements follow.
 * @param config the values to set; those left out stay as they are
 */
export function configure(config: KitConfig): void {
  const { config: store } = pageScope();
  store.set({ ...store.state, ...config });
}
