/* What one presses in the room is sent without leaving the page; where that fails, the plain form or link is followed. */

import { ask, fragmentOf, isPart, load, place, room, say } from "./page.js";

const busy = new WeakSet();

function goTo(address) {
  const { hash } = new URL(address, location.href);
  const found = hash && document.getElementById(hash.slice(1));
  if (!found) {
    location.assign(address);
    return;
  }
  found.scrollIntoView({ block: "center" });
  found.tabIndex = -1;
  found.focus({ preventScroll: true });
}

function shut(opened) {
  const comment = opened.closest(".comment");
  opened.remove();
  comment?.querySelector("a, button")?.focus();
}

function focusMistake(id) {
  const form = document.getElementById(id);
  (form?.querySelector("[aria-invalid]") ?? form?.querySelector("textarea, input:not([type=hidden])"))?.focus();
}

async function take(response, form) {
  if (response.status === 204) return void (await load(room().dataset.room));
  const id = form.id || "room";
  const rest = place(fragmentOf(await response.text()));
  if (rest) {
    // A refusal: beside the form, which keeps its text.
    form.querySelector(":scope > .room__refused")?.remove();
    for (const field of rest.querySelectorAll(".comment-form__field")) field.remove();
    form.append(rest);
  } else if (response.ok && form.matches("[data-room-shut]")) {
    form.remove();
  }
  if (response.status === 201) {
    document.dispatchEvent(new CustomEvent("contribution-sent"));
    goTo(response.headers.get("Location"));
  } else if (!response.ok) {
    focusMistake(id);
  }
}

async function send(form, submitter) {
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const marked = form.closest(".comment")?.id;
  const response = await ask(address, { method: "POST", body: new FormData(form) }).catch(() => null);
  if (!response || response.status >= 500) return say(room().dataset.failed, form);
  // The room answers itself whoever may not write; a form of another session does not get as far.
  if (!isPart(response)) return say(room().dataset[response.status === 403 ? "expired" : "gone"], form);
  await take(response, form);
  // The button that was pressed is another one now.
  if (response.ok && marked && response.status !== 201) {
    document.querySelector(`#${marked} :is(.comment__deed, summary)`)?.focus();
  }
}

async function open(link) {
  const comment = link.closest(".comment");
  const response = await ask(link.href).catch(() => null);
  if (!response || response.status >= 500) return void location.assign(link.href);
  if (!isPart(response)) return say(room().dataset.gone, comment);
  for (const opened of comment.querySelectorAll(":scope > :is(.comment-form, .room__refused)")) opened.remove();
  const rest = place(fragmentOf(await response.text()));
  if (rest) comment.append(rest);
  comment.querySelector(":scope > .comment-form :is(textarea, input:not([type=hidden]), button)")?.focus();
}

/** Moves the form of the room under what it answers, with what is typed in it. */
async function reply(link) {
  const comment = link.closest(".comment");
  const response = await ask(link.href).catch(() => null);
  const found = response?.status === 200 && fragmentOf(await response.text()).querySelector("#ecrire");
  const form = document.getElementById("ecrire");
  if (!found || !form) return void location.assign(link.href);
  if (!found.querySelector("[name=reply_to]")) return say(found.querySelector("[role=alert]")?.textContent ?? room().dataset.gone, comment);
  for (const field of form.querySelectorAll("textarea, input[type=text]")) {
    const same = found.querySelector(`[name=${field.name}]`);
    if (same) same.value = field.value;
  }
  for (const box of form.querySelectorAll("input[type=checkbox]")) {
    const same = found.querySelector(`[name=${box.name}]`);
    if (same) same.checked = box.checked;
  }
  form.remove();
  comment.after(found);
  document.dispatchEvent(new CustomEvent("room-changed"));
  found.querySelector("textarea").focus();
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-room-form]")) return;
  event.preventDefault();
  if (busy.has(form)) return;
  busy.add(form);
  form.setAttribute("aria-busy", "true");
  await send(form, event.submitter).finally(() => {
    busy.delete(form);
    form.removeAttribute("aria-busy");
  });
});

const DEEDS = {
  "[data-room-open]": open,
  "[data-room-reply]": reply,
  "[data-room-close]": (link) => shut(link.closest("form, .room__refused")),
  "[data-room-load]": async (link) => {
    if (!(await load(link.href))) return void location.assign(link.href);
    const { hash } = new URL(link.href);
    const target = hash ? document.querySelector(`${hash} textarea`) : room().querySelector("h2");
    target?.focus();
  },
};

document.addEventListener("click", (event) => {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest("#room a");
  const deed = link && Object.keys(DEEDS).find((selector) => link.matches(selector));
  // On a page of its own, a form has nothing to be closed into.
  if (!deed || (deed === "[data-room-close]" && !link.closest(".comment"))) return;
  event.preventDefault();
  DEEDS[deed](link);
});
