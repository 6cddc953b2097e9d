/* The room as it stands in the page: what is asked of the site, and how its answers come into the page. */

export const room = () => document.getElementById("room");

export function ask(address, options = {}) {
  // A redirect leads away from the room, to signing in: the page then goes there itself.
  return fetch(address, {
    credentials: "same-origin",
    redirect: "error",
    ...options,
    headers: { "X-Requested-With": "fragment" },
  });
}

/** An error page of the site, as after a session has ended, is no part of the room. */
export const isPart = (response) => response.status === 204 || response.headers.has("X-Room-Part");

export function fragmentOf(html) {
  const fragment = document.createRange().createContextualFragment(html);
  // The module of the room runs already.
  for (const script of fragment.querySelectorAll("script")) script.remove();
  return fragment;
}

/** Puts each part of the answer in the place of what has its id; of parts without a place, gives the fragment back. */
export function place(fragment) {
  let isPlaced = false;
  for (const part of [...fragment.children]) {
    const before = part.id && document.getElementById(part.id);
    if (!before) continue;
    before.replaceWith(part);
    isPlaced = true;
    if (part.id === "room") document.dispatchEvent(new CustomEvent("room-changed"));
  }
  return isPlaced ? null : fragment;
}

/** The room at an address in the place of the one that is shown; whether that was possible. */
export async function load(address) {
  const response = await ask(address).catch(() => null);
  if (response?.status !== 200) return false;
  place(fragmentOf(await response.text()));
  return true;
}

/** A sentence beside what somebody pressed, read out. */
export function say(words, beside) {
  beside.querySelector(":scope > .room__failed")?.remove();
  const line = Object.assign(document.createElement("p"), { className: "room__failed", textContent: words });
  line.setAttribute("role", "alert");
  beside.append(line);
}
