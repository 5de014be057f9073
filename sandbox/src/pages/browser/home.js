// @ts-check
/* The controls of the home page: the clock, faults, and the world. Everything is done by the sandbox's own operations. */
(() => {
  /** @type {Record<string, HTMLElement>} */
  const said = Object.fromEntries([...document.querySelectorAll('[data-said]')].map((element) => [element.dataset.said, element]));

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   */
  async function ask(method, path, body) {
    const answer = await fetch(path, {
      method,
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const data = await answer.json();
    if (!answer.ok) throw new Error(data.errors?.[0] ?? data.message ?? `The sandbox answered ${answer.status}`);
    return data;
  }

  /**
   * Runs one thing at a time and says how it ended.
   * @param {string} where
   * @param {() => Promise<string>} work
   */
  async function run(where, work) {
    const buttons = [...document.querySelectorAll('button')];
    for (const button of buttons) button.disabled = true;
    said[where].textContent = 'One moment…';
    try {
      said[where].textContent = await work();
    } catch (error) {
      said[where].textContent = error instanceof Error ? error.message : String(error);
    } finally {
      for (const button of buttons) button.disabled = false;
    }
  }

  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });

  /** @param {{now: string, frozen: boolean}} clock */
  function showClock({ now, frozen }) {
    document.querySelector('[data-clock]').textContent = `${format.format(new Date(now))} UTC`;
    document.querySelector('[data-frozen]').hidden = !frozen;
    const freeze = document.querySelector('[data-freeze]');
    freeze.textContent = frozen ? 'Let it run' : 'Stop the clock';
  }

  for (const button of document.querySelectorAll('[data-advance]')) {
    button.addEventListener('click', () =>
      run('clock', async () => {
        showClock(await ask('POST', '/sandbox/clock', { advance: button.dataset.advance }));
        return 'What fell due on the way has happened.';
      }),
    );
  }

  document.querySelector('[data-freeze]').addEventListener('click', () =>
    run('clock', async () => {
      const clock = await ask('POST', '/sandbox/clock', { freeze: document.querySelector('[data-frozen]').hidden });
      showClock(clock);
      return clock.frozen ? 'The clock stands still.' : 'The clock runs.';
    }),
  );

  /** @param {{method: string, path: string, kind: string, delayMs?: number, status?: number, count?: number, hits: number}[]} faults */
  function showFaults(faults) {
    document.querySelector('[data-faults]').replaceChildren(
      ...faults.map(({ method, path, kind, delayMs, status, count, hits }) => {
        const item = document.createElement('li');
        const what = kind === 'delay' ? `delay of ${delayMs} ms` : kind === 'status' ? `status ${status}` : kind;
        item.textContent = `${method} ${path}: ${what}, ${hits} of ${count ?? 'any number of'} times`;
        return item;
      }),
    );
  }

  const form = document.querySelector('[data-fault]');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run('faults', async () => {
      const { method, path, kind, delayMs, status, count } = Object.fromEntries(new FormData(form));
      const added = {
        method,
        path,
        kind,
        ...(kind === 'delay' ? { delayMs: Number(delayMs) } : {}),
        ...(kind === 'status' ? { status: Number(status) } : {}),
        ...(count ? { count: Number(count) } : {}),
      };
      const set = (await ask('GET', '/sandbox/faults')).faults.map(({ hits: _, ...fault }) => fault);
      showFaults((await ask('PUT', '/sandbox/faults', { faults: [...set, added] })).faults);
      return 'It is set.';
    });
  });

  document.querySelector('[data-clear-faults]').addEventListener('click', () =>
    run('faults', async () => {
      showFaults((await ask('DELETE', '/sandbox/faults')).faults);
      return 'Nothing goes wrong any more.';
    }),
  );

  const reset = document.querySelector('[data-reset]');
  reset.addEventListener('submit', (event) => {
    event.preventDefault();
    const world = new FormData(reset).get('world');
    if (!confirm(`Forget everything and start the world “${world}”?`)) return;
    void run('world', async () => {
      showClock(await ask('POST', '/sandbox/reset', { world }));
      return `The world “${world}” has begun.`;
    });
  });

  void ask('GET', '/sandbox/faults').then(({ faults }) => showFaults(faults));
})();
