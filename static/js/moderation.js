/* The desk of moderators: a decision is sent without leaving the page, its card answers, and the frame goes on to the
   next one; keys press the buttons that name them. Every form works without this. */

const desk = document.querySelector("[data-moderation]");
const KEYS_OFF = "moderation-keys-off";

const cards = () => [...desk.querySelectorAll("[data-card]")];
const isVisible = (element) => element.getClientRects().length > 0;
const isOpen = (card) => !card.classList.contains("is-decided");

/* The one that has the focus within, else the first that is not decided. */
function current() {
  return document.activeElement?.closest("[data-card]") ?? cards().find(isOpen);
}

function step(count) {
  const all = cards();
  const here = all.indexOf(document.activeElement?.closest("[data-card]"));
  const next = all[here < 0 ? 0 : here + count];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function goOn(from) {
  const all = cards();
  const here = all.indexOf(from);
  const next = all.slice(here + 1).find(isOpen) ?? all.find(isOpen) ?? from;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

/* With the way to sign in and come back here, where that is what is wanted. */
function say(card, words, signInWords = "") {
  const place = card ?? desk;
  place.querySelector(":scope > [data-trouble]")?.remove();
  const told = document.createElement("p");
  told.className = "moderation-said is-refused";
  told.dataset.trouble = "";
  told.setAttribute("role", "alert");
  told.textContent = words;
  if (signInWords) {
    const way = document.createElement("a");
    way.href = desk.dataset.signIn;
    way.textContent = signInWords;
    told.append(" ", way);
  }
  place.prepend(told);
}

/* The button goes when the ten seconds are over; what was decided stays to be read. */
function count(place) {
  for (const undo of place.querySelectorAll("[data-undo]")) {
    if (undo.dataset.counts) continue;
    undo.dataset.counts = "1";
    undo.classList.add("is-counting");
    setTimeout(() => {
      if (undo.contains(document.activeElement)) undo.closest("[data-card]")?.focus();
      undo.querySelector("form")?.remove();
      undo.querySelector("[data-undo-note]")?.remove();
      undo.classList.remove("is-counting");
      if (!undo.closest("[data-card]")) undo.remove();
      settle();
    }, Number(undo.dataset.undo) * 1000);
  }
}

/* How much waits now, beside the names of the queues, whichever page this is. */
function recount(fresh) {
  const links = [...desk.querySelectorAll("[data-ways] a")];
  for (const [index, link] of [...fresh.querySelectorAll("a")].entries()) links[index].replaceChildren(...link.childNodes);
}

/* Nothing waits in the queue of this page, and nothing of it can come back. */
function settle() {
  const sentence = desk.querySelector("[data-nothing-left]");
  if (!sentence) return;
  const waits = desk.querySelector("[data-ways] [aria-current] b");
  sentence.hidden = Boolean(waits || desk.querySelector("[data-undo] form"));
}

function replace(card, html) {
  const made = document.createElement("template");
  made.innerHTML = html;
  const fresh = made.content.querySelector("[data-card]");
  card.replaceWith(fresh);
  recount(made.content.querySelector("[data-ways]"));
  count(fresh);
  settle();
  return fresh;
}

/* Where the card of an answer stands: of an undone decision of the page before it may stand nowhere. */
async function send(form, button) {
  const card = form.closest("[data-card]");
  if (form.dataset.sending) return;
  form.dataset.sending = "1";
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body: new FormData(form, button),
      headers: { "X-Requested-With": "fragment" },
      redirect: "manual",
    });
    if (response.type === "opaqueredirect") {
      say(card, desk.dataset.signedOut, desk.dataset.signInWords);
      return;
    }
    if (![200, 409, 422].includes(response.status)) {
      say(card, desk.dataset.refused);
      return;
    }
    const fresh = replace(card, await response.text());
    if (isOpen(fresh)) fresh.focus({ preventScroll: true });
    else goOn(fresh);
  } catch {
    say(card, desk.dataset.failed);
  } finally {
    delete form.dataset.sending;
  }
}

desk.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-card] [data-deed]")) return;
  event.preventDefault();
  send(event.target, event.submitter);
});

/* Keys. */
const typing = (element) => element.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
const isOff = () => localStorage.getItem(KEYS_OFF) === "1";

function press(button) {
  if (button.matches("summary")) {
    button.parentElement.open = !button.parentElement.open;
    button.focus();
  } else button.click();
}

function undoLast() {
  const offered = [...desk.querySelectorAll("[data-undo] [data-key=z]")].filter(isVisible);
  const latest = offered.sort((one, other) => startOf(other) - startOf(one))[0];
  if (latest) press(latest);
  return Boolean(latest);
}

/* Decisions are numbered as they are taken. */
const startOf = (button) => Number(button.form.action.match(/undo\/(\d+)/)?.[1] ?? 0);

function act(key) {
  if (key === "j") return step(1) ?? true;
  if (key === "k") return step(-1) ?? true;
  if (key === "z") return undoLast();
  const card = current();
  if (!card) return false;
  if (key === "o") {
    card.querySelector(".moderation-facts a")?.click();
    return true;
  }
  const button = [...card.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key && isVisible(one));
  if (button) press(button);
  return Boolean(button);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  if (typing(event.target) || isOff()) return;
  if (event.key === "Escape") {
    const open = event.target.closest("[data-reject][open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
    return;
  }
  if (event.key.length === 1 && act(event.key.toLowerCase())) event.preventDefault();
});

for (const place of desk.querySelectorAll("[data-keys-switch]")) {
  const box = place.querySelector("input");
  place.hidden = false;
  box.checked = !isOff();
  box.addEventListener("change", () => localStorage.setItem(KEYS_OFF, box.checked ? "0" : "1"));
}

count(desk);
