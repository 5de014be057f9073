/** The look of the sandbox's own pages. Follows the reader's light or dark preference. */
export const stylesheet = `
:root { color-scheme: light dark; font: 16px/1.55 system-ui, sans-serif; background: light-dark(#f5f6fa, #12141a); color: light-dark(#171923, #eef0f6); }
body { margin: 0; }
main { box-sizing: border-box; max-width: 44rem; margin: 0 auto; padding: clamp(16px, 5vw, 48px); }
h1 { line-height: 1.2; margin: 0 0 .5em; }
h2 { margin: 2em 0 .5em; font-size: 1.15rem; }
code { padding: .1em .35em; border-radius: 6px; background: light-dark(#e6e8f0, #232732); overflow-wrap: anywhere; }
a { color: light-dark(#4338ca, #a5b4fc); }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .45em .8em .45em 0; border-bottom: 1px solid light-dark(#dfe2ea, #343947); text-align: start; overflow-wrap: anywhere; }
button, input { font: inherit; }
button { min-height: 48px; padding: 0 1.25rem; border: 1px solid light-dark(#7b8294, #7d8598); border-radius: 10px; background: transparent; color: inherit; cursor: pointer; }
button.primary { border-color: transparent; background: light-dark(#4338ca, #a5b4fc); color: light-dark(#fff, #14142b); font-weight: 650; }
input { box-sizing: border-box; width: 100%; min-height: 48px; padding: 0 .9rem; border: 1px solid light-dark(#7b8294, #7d8598); border-radius: 10px; background: light-dark(#fff, #1b1e27); color: inherit; }
label { display: grid; gap: 6px; font-weight: 650; }
form { display: grid; gap: 14px; }
.row { display: flex; flex-wrap: wrap; gap: 12px; }
:focus-visible { outline: 2px solid light-dark(#4338ca, #a5b4fc); outline-offset: 2px; }
`;
