import { createComponent, type EventName, type ReactWebComponent } from '@lit/react';
import React from 'react';

interface Options<E extends HTMLElement, N extends Record<string, EventName>> {
  displayName: string;
  tagName: string;
  elementClass: new () => E;
  events: N;
}

/**
 * A React component for an element. The element is registered only once the component is on the page: an element that came to life before
 * React has taken over a page from a server would have changed what React expects to find.
 * @param define registers the element
 */
export function wrap<E extends HTMLElement, N extends Record<string, EventName>>(
  options: Options<E, N>,
  define: () => Promise<unknown>,
): ReactWebComponent<E, N> {
  const Element = createComponent({ react: React, ...options }) as React.ElementType;
  const Component = React.forwardRef<E, object>((props, ref) => {
    React.useEffect(() => void define(), []);
    return React.createElement(Element, { ...props, ref });
  });
  Component.displayName = options.displayName;
  return Component as ReactWebComponent<E, N>;
}
