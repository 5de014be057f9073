// @ts-check
/* Starts the API console, and signs somebody in for it. */
(() => {
  const form = document.querySelector('[data-sign-in]');
  const said = document.querySelector('[data-said]');
  const ui = globalThis.SwaggerUIBundle({
    url: '/openapi.json',
    dom_id: '#console',
    deepLinking: true,
    docExpansion: 'none',
    filter: true,
    tryItOutEnabled: true,
    // Its badge would ask a host on the internet.
    validatorUrl: null,
    onComplete: () => ui.preauthorizeApiKey('publisher', form.dataset.publisherToken),
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const email = new FormData(form).get('email');
    const { publisher, password } = form.dataset;
    const answer = await fetch('/auths', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password, publisherId: Number(publisher) }),
    });
    const { responseData, errors } = await answer.json();
    if (!answer.ok) {
      said.textContent = errors?.[0] ?? 'Signing in failed.';
      return;
    }
    ui.preauthorizeApiKey('customer', responseData.jwt);
    said.textContent = `Signed in as ${email}, customer ${responseData.customerId}. Every operation below is asked for them.`;
  });
})();
