// @ts-check
/*
 * One secured field: an <input> in an iframe that talks the Drop-in's protocol (adyen-web 6.45, secured fields 6.3.0).
 * Every message in both directions is a JSON string. Our own code; the protocol was read in the library's public source.
 */
(() => {
  /** `d` is the origin of the page around the frame, the only one we talk to. */
  const PAGE = atob(new URLSearchParams(location.search).get('d') ?? '');
  const input = /** @type {HTMLInputElement} */ (document.getElementById('field'));
  const errorText = /** @type {HTMLElement} */ (document.getElementById('error'));
  const contextText = /** @type {HTMLElement} */ (document.getElementById('context'));
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheet];

  /** @type {Record<string, {start: RegExp, lengths: number[]}>} */
  const BRANDS = {
    mc: { start: /^(5[0-5]|2[2-7])/, lengths: [16] },
    visa: { start: /^4/, lengths: [13, 16, 19] },
    amex: { start: /^3[47]/, lengths: [15] },
    bcmc: { start: /^6703/, lengths: [16, 17, 18, 19] },
  };
  /** @type {Record<string, string>} */
  const TYPING = {
    encryptedCardNumber: 'numberKeyPressed',
    encryptedExpiryDate: 'dateKeyPressed',
    encryptedSecurityCode: 'cvcKeyPressed',
  };
  /** @type {Record<string, string>} */
  const INCOMPLETE = { encryptedCardNumber: 'cc.num.901', encryptedExpiryDate: 'cc.dat.911', encryptedSecurityCode: 'cc.cvc.921' };

  /** @type {any} What the page sent first; nothing happens before. */
  let config = null;
  let brand = 'card';
  /** From the look-up of the first digits, by way of the page. */
  let lookedUp = '';
  let panLength = 0;
  let luhnNeeded = true;
  let unsupported = false;
  let encrypted = false;
  let error = '';
  let lastBin = '';

  const digits = () => input.value.replace(/\D/g, '');

  /** @param {Record<string, unknown>} message */
  function send(message) {
    parent.postMessage(JSON.stringify({ fieldType: config.fieldType, numKey: config.numKey, ...message }), PAGE);
  }

  /** @param {string} code */
  function paint(code) {
    error = code;
    const texts = config.iframeUIConfig?.ariaConfig?.[config.fieldType]?.error ?? {};
    input.setAttribute('aria-invalid', String(code !== ''));
    errorText.textContent = code ? (texts[code] ?? code) : '';
    document.body.classList.toggle('error', code !== '');
    document.body.classList.toggle('valid', encrypted && code === '');
  }

  /** Not complete, or wrong. The page drops what it held for this field. */
  function invalid(code = '', action = TYPING[config.fieldType]) {
    // While the brand is refused, any other word from here would wipe the page's message about it.
    if (unsupported || (!encrypted && code === error)) return;
    encrypted = false;
    paint(code);
    send({ action, error: code });
  }

  /** @param {Record<string, string>} values by the page's name for them  @param {Record<string, unknown>} [more] */
  function valid(values, more = {}) {
    if (unsupported) return;
    encrypted = true;
    paint('');
    const blobs = Object.entries(values).map(([name, value]) => ({
      type: TYPES[name] ?? name,
      encryptedFieldName: name,
      blob: `test_${value}`,
    }));
    send({ action: 'encryption', type: config.fieldType, [config.fieldType]: blobs, ...more });
  }
  /** @type {Record<string, string>} */
  const TYPES = { encryptedExpiryMonth: 'month', encryptedExpiryYear: 'year' };

  /** @param {string} number */
  function luhn(number) {
    const sum = [...number].reverse().reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
  }

  /** @param {string} next */
  function publishBrand(next) {
    brand = next;
    send({
      action: 'brand',
      brand,
      cvcPolicy: 'required',
      expiryDatePolicy: 'required',
      cvcText: 'Security code',
      showSocialSecurityNumber: false,
      maxLength: brand === 'amex' ? 4 : 3,
    });
  }

  /** @param {string} number */
  const detect = (number) =>
    (number && (config.cardGroupTypes ?? []).find((/** @type {string} */ b) => BRANDS[b]?.start.test(number))) || 'card';
  const lengths = () => BRANDS[lookedUp || brand]?.lengths ?? [12, 13, 14, 15, 16, 17, 18, 19];

  function onNumber() {
    const number = digits().slice(0, 19);
    input.value = /^3[47]/.test(number)
      ? [number.slice(0, 4), number.slice(4, 10), number.slice(10)].filter(Boolean).join(' ')
      : (number.match(/.{1,4}/g) ?? []).join(' ');
    if (config.txVariant === 'card' && !lookedUp && detect(number) !== brand) publishBrand(detect(number));
    const bin = number.slice(0, number.length >= 8 ? 8 : 6);
    if (bin !== lastBin) {
      lastBin = bin;
      const known = number.length >= 6 ? { encryptedBin: `test_${number.slice(0, 11)}`, uuid: crypto.randomUUID() } : {};
      send({ action: 'binValue', binValue: bin, ...known });
    }
    if (lengths().includes(number.length)) {
      if (!luhnNeeded || luhn(number))
        return valid({ encryptedCardNumber: number }, { endDigits: number.slice(-4), issuerBin: number.slice(0, 8) });
      if (number.length === (panLength || Math.max(...lengths()))) return invalid('cc.num.902', 'luhnCheck');
    }
    return invalid(number.length > Math.max(...lengths()) ? 'cc.num.901' : '');
  }

  function onDate() {
    let typed = digits().slice(0, 6);
    if (typed.length === 1 && Number(typed) > 1) typed = `0${typed}`;
    const month = typed.slice(0, 2);
    const tail = typed.slice(2);
    input.value = tail ? `${month}/${tail}` : month;
    // "20" may be the beginning of a year in four digits.
    if (!((tail.length === 2 && tail !== '20') || tail.length === 4)) return invalid();
    const year = tail.length === 4 ? Number(tail) : 2000 + Number(tail);
    const now = new Date();
    if (Number(month) < 1 || Number(month) > 12) return invalid('cc.dat.911');
    if (new Date(year, Number(month), 1) <= now) return invalid('cc.dat.912');
    if (year > now.getFullYear() + 15) return invalid('cc.dat.913');
    input.value = `${month}/${String(year).slice(2)}`;
    return valid({ encryptedExpiryMonth: month, encryptedExpiryYear: String(year) }, { type: 'year' });
  }

  function onCode() {
    const length = brand === 'amex' ? 4 : 3;
    input.value = digits().slice(0, length);
    return input.value.length === length ? valid({ encryptedSecurityCode: input.value }) : invalid();
  }

  function onInput() {
    if (config.fieldType === 'encryptedCardNumber') return onNumber();
    if (config.fieldType === 'encryptedExpiryDate') return onDate();
    return onCode();
  }

  function onBlur() {
    send({ action: 'focus', focus: false, numChars: input.value.length });
    if (encrypted || !input.value || error || unsupported) return;
    const wrong = config.fieldType === 'encryptedCardNumber' && lengths().includes(digits().length) && !luhn(digits());
    invalid(wrong ? 'cc.num.902' : INCOMPLETE[config.fieldType], wrong ? 'luhnCheck' : 'incorrectly filled field');
  }

  /** @param {Record<string, Record<string, string>>} styles */
  function applyStyles(styles = {}) {
    /** @type {Record<string, string>} */
    const targets = { base: '#field', error: '.error #field', validated: '.valid #field', placeholder: '#field::placeholder' };
    const rules = Object.entries(targets).map(([name, selector]) => {
      const pairs = Object.entries(styles[name] ?? {}).map(
        ([key, value]) => `${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${value}`,
      );
      return `${selector}{${pairs.join(';')}}`;
    });
    sheet.replaceSync(rules.join(''));
  }

  /** @param {any} message */
  function configure(message) {
    config = message;
    brand = config.txVariant;
    const ui = config.iframeUIConfig ?? {};
    const aria = ui.ariaConfig?.[config.fieldType] ?? {};
    document.documentElement.lang = ui.ariaConfig?.lang ?? 'en';
    document.title = aria.iframeTitle ?? config.fieldType;
    input.dataset.fieldtype = config.fieldType;
    input.name = config.fieldType;
    input.inputMode = 'numeric';
    input.maxLength = config.fieldType === 'encryptedCardNumber' ? 24 : 7;
    input.autocomplete = /** @type {AutoFill} */ (
      { encryptedCardNumber: 'cc-number', encryptedExpiryDate: 'cc-exp', encryptedSecurityCode: 'cc-csc' }[
        /** @type {string} */ (config.fieldType)
      ] ?? 'off'
    );
    input.setAttribute('aria-label', aria.label ?? config.fieldType);
    input.setAttribute('aria-required', 'true');
    input.setAttribute('aria-invalid', 'false');
    input.setAttribute('aria-describedby', 'error context');
    placeholder();
    const contexts = aria.contextualTexts ?? {};
    contextText.textContent = contexts[config.fieldType] ?? contexts.encryptedSecurityCode3digits ?? '';
    applyStyles(ui.sfStyles);
    input.addEventListener('input', onInput);
    input.addEventListener('focus', () => send({ action: 'focus', focus: true, numChars: input.value.length }));
    input.addEventListener('blur', onBlur);
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') send({ action: 'enterKeyPressed' });
      if (event.key === 'Tab' && event.shiftKey) send({ action: 'shifttab' });
    });
    send({ action: 'config' });
  }

  function placeholder() {
    const texts = config.iframeUIConfig?.placeholders ?? {};
    const code = brand === 'amex' ? texts.encryptedSecurityCode4digits : texts.encryptedSecurityCode3digits;
    input.placeholder = texts[config.fieldType] ?? code ?? '';
  }

  /** @param {any} message */
  function onBrand(message) {
    if (config.fieldType !== 'encryptedCardNumber') {
      brand = message.brand;
      if (config.fieldType === 'encryptedSecurityCode') placeholder();
      if (input.value) onInput();
      return;
    }
    const reset = message.brand === 'reset';
    lookedUp = reset ? '' : message.brand;
    luhnNeeded = reset || message.enableLuhnCheck !== false;
    panLength = reset ? 0 : (message.panLength ?? 0);
    if (reset) publishBrand(detect(digits()));
    // The page takes any word but "encryption" as "not valid any more": say again what we hold.
    if (digits() && (reset || !encrypted)) onInput();
  }

  /** @param {MessageEvent} event */
  function onMessage(event) {
    if (event.source !== parent || event.origin !== PAGE) return;
    const message = JSON.parse(event.data);
    if (!config) {
      if (message.fieldType && message.numKey) configure(message);
      return;
    }
    if (message.numKey !== config.numKey) return;
    if (message.destroy) window.removeEventListener('message', onMessage);
    else if (message.styleObject) applyStyles(message.styleObject);
    else if (message.focus === true) input.focus();
    else if ('autoComplete' in message) {
      input.value = message.autoComplete;
      onInput();
    } else if (message.externalValidation) paint(message.code ?? '');
    else if ('unsupportedCard' in message) {
      unsupported = message.unsupportedCard;
      paint(message.code ?? '');
      if (!unsupported) onInput();
    } else if ('brand' in message) onBrand(message);
  }
  window.addEventListener('message', onMessage);
})();
