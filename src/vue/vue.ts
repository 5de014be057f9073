import './elements.js';

/** For `compilerOptions.isCustomElement`: which tags are the kit's and no components of Vue's. */
export const isCleengElement = (tag: string): boolean => tag.startsWith('cleeng-');
