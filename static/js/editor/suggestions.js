/* Asks the server for suggestions, one question at a time: a new one gives up the one before. */

const PAUSE = 200;

async function ask(address, query, signal) {
  const response = await fetch(`${address}?${new URLSearchParams(query)}`, {
    credentials: "same-origin",
    headers: { Accept: "application/json" },
    redirect: "error",
    signal,
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()).results;
}

/* ``show(results)`` gets null when the server did not answer. */
export function asker(address, show) {
  let pause = 0;
  let running = new AbortController();

  async function run(words) {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    try {
      const results = await ask(address, { q: words }, signal);
      if (!signal.aborted) show(results);
    } catch {
      if (!signal.aborted) show(null);
    }
  }

  return {
    soon(words) {
      clearTimeout(pause);
      pause = setTimeout(run, PAUSE, words);
    },
    now(words) {
      clearTimeout(pause);
      return run(words);
    },
    stop() {
      clearTimeout(pause);
      running.abort();
    },
  };
}

export async function one(address, id) {
  try {
    const results = await ask(address, { id });
    return results[0] ?? null;
  } catch {
    return null;
  }
}

export function say(status, words, results) {
  if (results === null) status.textContent = words.failed;
  else if (results.length) status.textContent = words.found.replace("{number}", results.length);
  else status.textContent = words.none;
}
