/* global INTEGRITY, RESERVE -- filled in by the build */
(() => {
  const script = document.currentScript;
  const at = (file) => new URL(file, script.src).href;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RESERVE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  // Whoever checks this file has all others checked, too: it knows their hashes, and an import map tells them to the browser.
  if (script.integrity) {
    const text = JSON.stringify({ integrity: Object.fromEntries(Object.entries(INTEGRITY).map(([file, hash]) => [at(file), hash])) });
    const map = document.createElement('script');
    map.type = 'importmap';
    map.nonce = script.nonce;
    map.textContent = window.trustedTypes
      ? trustedTypes.createPolicy('cleeng-elements', { createScript: (own) => own }).createScript(text)
      : text;
    script.after(map);
  }

  const load = () => import(at('cleeng-elements.js'));
  // A page from a server that a framework takes over names an event, after which its elements may come to life.
  const { when } = script.dataset;
  if (when) addEventListener(when, load, { once: true });
  else load();
})();
