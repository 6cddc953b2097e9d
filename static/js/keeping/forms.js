/* Which forms are open in this browser. Each holds a lock as long as its page is there, so that a page that crashed,
 * was closed or was loaded again is known to be gone at once, and not taken for somebody in another tab. */

import * as device from "./device.js";

// How long a page that is being left may take to be gone: as long as a form waits for it, and until it no longer counts.
const SOON = 2000;
const LATE = 20_000;

export function announce(form) {
  navigator.locks?.request(`form:${form.key}`, () => new Promise(() => {}));
  return device.noteForm(form).catch(() => {});
}

export function forget(keys) {
  for (const key of keys) device.removeForm(key).catch(() => {});
}

/* Whether the page of the form is gone, as soon as it is known. A browser that cannot tell says ``otherwise``. */
export async function isGone(key, { within = LATE, otherwise = true } = {}) {
  if (!navigator.locks) return otherwise;
  try {
    await navigator.locks.request(`form:${key}`, { signal: AbortSignal.timeout(within) }, () => {});
    return true;
  } catch {
    return false;
  }
}

/* Keys of forms of the same person and article that this browser had open, and has no more. */
export async function goneBefore({ key, user, article }) {
  const known = await device.allForms(user).catch(() => []);
  const before = known.filter((form) => form.article === article && form.key !== key);
  const found = before.map(async (form) => ((await isGone(form.key, { within: SOON, otherwise: false })) ? form.key : null));
  return (await Promise.all(found)).filter(Boolean);
}
