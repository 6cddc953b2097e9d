/* What stands in the form: as it is sent, and as a person reads it. */

const TECHNICAL = new Set(["csrfmiddlewaretoken", "form_key", "known", "step", "confirmed"]);
// Part of what is sent, but nobody's typing.
const UNTYPED = new Set(["base", "seen", "key"]);

export function fieldsOf(form) {
  return Object.fromEntries([...new FormData(form)].filter(([name]) => !TECHNICAL.has(name)));
}

/* One text that changes when, and only when, something typed or chosen does. */
export function signatureOf(fields) {
  return JSON.stringify(Object.entries(fields).filter(([name]) => !UNTYPED.has(name)));
}

/* The words of the article's text, a line a block. */
export function textOf(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const block of parsed.querySelectorAll("p, li, h2, h3, h4, figure, aside, blockquote, br")) block.append("\n");
  return parsed.body.textContent.replace(/\n{2,}/g, "\n").trim();
}

function rowText(row) {
  const label = row.querySelector("[data-label]")?.textContent.trim() ?? "";
  const role = row.querySelector("select[data-role]")?.selectedOptions[0]?.textContent.trim();
  return role ? `${label} (${role})` : label;
}

function readable(field, words) {
  const picker = field.querySelector("[data-picker]");
  if (picker) {
    const rows = [...picker.querySelector("[data-rows]").children].map(rowText);
    return rows.join(picker.dataset.picker === "tags" ? ", " : "\n");
  }
  const control = field.querySelector("textarea[name], select[name], input[name]");
  if (!control) return null;
  if (control.type === "checkbox") return control.checked ? words.yes : words.no;
  if (control.name === "language") return control.value;
  if (control.localName === "select") return control.value ? control.selectedOptions[0].textContent.trim() : "";
  return control.name === "body" ? textOf(control.value) : control.value;
}

/* {name: text} of every field, as a person reads it; ``labelsOf`` are their names on the page. */
export function wordsOf(form, words) {
  const found = {};
  for (const field of form.querySelectorAll(".field")) {
    const name = nameOf(field);
    const text = readable(field, words);
    if (name && text !== null) found[name] = text;
  }
  return found;
}

export function labelsOf(form) {
  const fields = [...form.querySelectorAll(".field")].map((field) => [nameOf(field), field.querySelector("label")]);
  return Object.fromEntries(fields.filter(([, label]) => label).map(([name, label]) => [name, label.textContent.trim()]));
}

function nameOf(field) {
  return [...field.classList].find((one) => one.startsWith("field-"))?.slice("field-".length);
}
