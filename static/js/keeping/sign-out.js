/* Signing out from the back office: a form on the page first hands its text to the server, then the device forgets. Of
 * what only the device has, the person is asked. */

import * as device from "./device.js";

// Whoever signs out is not held back for longer.
const PATIENCE = 5000;

function within(promise) {
  return Promise.race([promise, new Promise((_resolve, reject) => setTimeout(reject, PATIENCE))]);
}

async function mayForget(form) {
  const waiting = [];
  document.dispatchEvent(new CustomEvent("signing-out", { detail: waiting }));
  await within(Promise.all(waiting)).catch(() => {});
  const kept = await within(device.all(form.dataset.signOut)).catch(() => []);
  const titles = kept.filter(({ isTaken }) => !isTaken).map(({ title }) => `« ${title} »`);
  return titles.length === 0 || confirm(form.dataset.asks.replace("{titles}", titles.join(", ")));
}

for (const form of document.querySelectorAll("[data-sign-out]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!(await mayForget(form))) return;
    // The page that follows tries again: see forget.js.
    await within(device.forget()).catch(() => {});
    form.submit();
  });
}
