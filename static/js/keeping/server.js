/* Speaks with the server: one answer a request, whatever comes back. Raises only when nothing comes back. */

const PATIENCE = 20_000;
// What browsers let go along with a page that is being left.
const MOST_WHEN_LEAVING = 60_000;

export const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;

function setToken(value) {
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = value;
}

async function answer(response) {
  if (response.type === "opaqueredirect") return { state: "signed_out" };
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  if (isJson) return response.json();
  return { state: response.status === 403 ? "token" : "failing" };
}

/* ``data`` are pairs. A token that was replaced by a new sign-in is fetched, once. */
export async function post(address, data, { user, tokens }) {
  const once = async () => {
    const body = new URLSearchParams([...data, ["user", user]]);
    const response = await fetch(address, {
      method: "POST",
      body,
      headers: { "X-CSRFToken": token() },
      // A page that is no longer seen may be ended at any moment.
      keepalive: document.visibilityState === "hidden" && body.toString().length < MOST_WHEN_LEAVING,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    return answer(response);
  };
  const said = await once();
  if (said.state !== "token") return said;
  const renewed = await renew(tokens, user);
  return renewed.state === "ok" ? once() : renewed;
}

/* Whoever is signed in now; the forms of this page go on with the new token when it is the same person. */
export async function renew(address, user) {
  const response = await fetch(address, { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
  const said = await answer(response);
  if (said.state !== "ok") return said;
  if (String(said.user) !== user) return { state: "other_person" };
  setToken(said.token);
  return said;
}

/* As the page goes; false when it is too long for that. */
export function postWhileLeaving(address, data, user) {
  const body = new URLSearchParams([...data, ["user", user], ["csrfmiddlewaretoken", token()]]);
  if (body.toString().length > MOST_WHEN_LEAVING) return false;
  fetch(address, { method: "POST", body, keepalive: true, redirect: "manual" }).catch(() => {});
  return true;
}
