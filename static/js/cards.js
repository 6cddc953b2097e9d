/* The cards « Suivi » and « Notes » send themselves alone: the text beside them stays as it is, saved or not. */

import { combobox } from "./editor/combobox.js";

function filledIn(card, button) {
  const data = new URLSearchParams({
    csrfmiddlewaretoken: document.querySelector("[name=csrfmiddlewaretoken]").value,
    step: button.value,
  });
  for (const field of card.querySelectorAll("input[name], select[name], textarea[name]")) data.append(field.name, field.value);
  return data;
}

function tell(card, sentence) {
  const line = document.createElement("p");
  line.className = "card-said";
  line.textContent = sentence;
  card.querySelector("[data-said]").replaceChildren(line);
}

async function send(card, button) {
  const response = await fetch(card.dataset.card, {
    method: "POST",
    body: filledIn(card, button),
    credentials: "same-origin",
    headers: { "X-Requested-With": "fragment" },
    // A redirect leads to the sign-in page: what is filled in stays.
    redirect: "error",
  });
  if (!response.ok && response.status !== 422) throw new Error(`${response.status}`);
  return response.text();
}

/* The answer's words come into a line that was there before, or they would not be spoken. */
function show(card, html) {
  const answer = document.createRange().createContextualFragment(html);
  const said = [...answer.querySelectorAll("[data-said] > *")];
  answer.querySelector("[data-said]").replaceWith(card.querySelector("[data-said]"));
  card.replaceChildren(answer);
  card.querySelector("[data-said]").replaceChildren(...said);
  mentions(card);
}

async function press(card, button) {
  if (card.ariaBusy === "true") return;
  card.ariaBusy = "true";
  try {
    show(card, await send(card, button));
    const wrong = card.querySelector(".has-errors :is(input, select, textarea):not([type=hidden])");
    if (wrong) wrong.focus();
    else focusOn(card);
    document.dispatchEvent(new Event("card-kept"));
  } catch {
    tell(card, card.dataset.failed);
  } finally {
    card.ariaBusy = "false";
  }
}

/* The button that was pressed is gone, and with it the place where the person was. */
function focusOn(card) {
  card.tabIndex = -1;
  card.focus({ preventScroll: true });
}

function mentions(card) {
  const area = card.querySelector("[data-mention]");
  const text = card.querySelector("textarea");
  if (!area || !text) return;
  area.hidden = false;
  combobox(area.querySelector("[data-combobox]"), {
    url: area.dataset.mention,
    onPick(person) {
      const before = text.value.slice(0, text.selectionStart);
      const gap = before && !/\s$/.test(before) ? " " : "";
      text.setRangeText(`${gap}@${person.label} `, text.selectionStart, text.selectionEnd, "end");
      text.dispatchEvent(new Event("input", { bubbles: true }));
      text.focus();
    },
  });
}

for (const card of document.querySelectorAll("[data-card]")) {
  mentions(card);
  card.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=step]");
    if (!button) return;
    event.preventDefault();
    press(card, button);
  });
}
