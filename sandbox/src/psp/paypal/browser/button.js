// @ts-check
/* The button's iframe: tells the page about clicks, opens the approval popup on its word, and passes the answer on. */
(() => {
  /** The page that holds the button; set by its first message. */
  let page = '';
  /** @type {Window | null} */
  let popup = null;
  let timer = 0;

  /** @param {object} message */
  const tell = (message) => parent.postMessage(message, page || '*');

  const button = /** @type {HTMLButtonElement} */ (document.querySelector('button'));
  button.addEventListener('click', () => {
    // Opened in the gesture itself, or browsers block it; the address follows when the page knows the token.
    popup = window.open('about:blank', 'paypal-approval', 'popup,width=480,height=640');
    clearInterval(timer);
    if (popup) timer = window.setInterval(watch, 300);
    tell({ paypalButton: 'click', popup: popup !== null });
  });

  function watch() {
    if (!popup?.closed) return;
    clearInterval(timer);
    popup = null;
    tell({ paypalButton: 'closed' });
  }

  addEventListener('message', (event) => {
    const { data } = event;
    if (event.source === parent) {
      page = event.origin;
      if (data.paypalPage === 'open' && popup) popup.location.replace(data.url);
      if (data.paypalPage === 'close') {
        clearInterval(timer);
        popup?.close();
        popup = null;
      }
    } else if (event.origin === location.origin && data.paypalDecision) {
      clearInterval(timer);
      popup?.close();
      popup = null;
      tell({ paypalButton: 'decided', ...data });
    }
  });
  // Before this a click would be lost.
  button.disabled = false;
  parent.postMessage({ paypalButton: 'ready' }, '*');
})();
