import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Lit's `property` and `state` as far as TypeScript's own decorators on plain fields need them: the script-tag build puts these in their
 * place, for Lit's also serve standard decorators, which nobody here uses, and cost a third of a kilobyte in every file.
 */
export const property =
  (options?: PropertyDeclaration) =>
  (prototype: object, name: PropertyKey): void =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);

export const state = () => property({ state: true, attribute: false });
