/* Whoever leaves a form of the back office with words that are not saved is asked first. The article's form keeps its
   text itself (keeping/), and the front page watches its own. */

const SHOWN_AGAIN = ".errornote, .errorlist, .office-error, .has-errors";
const came = new Map();
// The form whose button was pressed: what follows is not leaving it.
let sent = null;

/* What was typed or chosen, as one text; what is only tried on the page does not count. */
function dataOf(form) {
  const tried = new Set([...form.querySelectorAll("[data-only-tried]")].map((field) => field.name));
  const pairs = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken" && !tried.has(name));
  return JSON.stringify(pairs.map(([name, value]) => [name, value instanceof File ? [value.name, value.size] : value]));
}

/* A form that was refused came with words that are saved nowhere. */
const isShownAgain = (form) => form.matches("[data-unsaved]") || form.querySelector(SHOWN_AGAIN) !== null;

function watch() {
  if (came.size) return;
  for (const form of document.querySelectorAll("#content form[method=post]:not(#changelist-form)")) {
    came.set(form, isShownAgain(form) ? null : dataOf(form));
  }
}

const isUnsaved = ([form, data]) => form !== sent && form.isConnected && dataOf(form) !== data;

// The last scripts fill their fields when the page has loaded; whoever types before that is not waited for.
addEventListener("load", watch);
addEventListener("beforeinput", watch, { capture: true });
addEventListener("submit", (event) => {
  if (!event.defaultPrevented) sent = event.target;
});
addEventListener("beforeunload", (event) => {
  if ([...came].some(isUnsaved)) event.preventDefault();
  sent = null;
});
