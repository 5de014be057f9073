// @ts-check
/*
 * In a popup the answer goes to its opener, the button's iframe, which closes the popup when it has heard it; in the overlay iframe to the
 * page around it.
 */
const target = window.opener ?? parent;
target.postMessage(JSON.parse(document.body.dataset.message ?? '{}'), '*');
