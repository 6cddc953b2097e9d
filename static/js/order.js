/* The page of an order: leads on to the payment page once, then asks what has become of the order, as its button does,
   and shows it. Without this, the link and the button do the same. */

const area = document.querySelector("[data-order]");
const PAUSES = [3, 4, 5, 5, 8, 8, 10];
const LONGEST = 20 * 60 * 1000;

function goAndPay() {
  const link = area.querySelector("[data-order-pay]");
  if (location.hash !== "#pay" || !link) return false;
  // Whoever comes back to this page stays on it.
  history.replaceState(null, "", location.pathname + location.search);
  location.assign(link.href);
  return true;
}

async function ask(form) {
  const response = await fetch(form.action, {
    method: "POST",
    body: new FormData(form),
    credentials: "same-origin",
    headers: { "X-Requested-With": "fragment" },
    redirect: "error",
  });
  return response.ok ? response.text() : null;
}

function show(html) {
  const fresh = document.createRange().createContextualFragment(html);
  const words = (place) => place.querySelector(".order__state").textContent.replace(/\s+/g, " ");
  const had = area.querySelector("[data-order-check]");
  if (words(fresh) === words(area) && Boolean(fresh.querySelector("[data-order-check]")) === Boolean(had)) return;
  area.replaceChildren(fresh);
}

function wait(began, turn) {
  const form = area.querySelector("[data-order-check]");
  if (!form || Date.now() - began > LONGEST) return;
  const pause = PAUSES[Math.min(turn, PAUSES.length - 1)];
  setTimeout(async () => {
    if (!document.hidden) {
      const html = await ask(form).catch(() => null);
      if (html !== null) show(html);
    }
    wait(began, turn + 1);
  }, pause * 1000);
}

if (!goAndPay()) wait(Date.now(), 0);
