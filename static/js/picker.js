/* Bylines, tags, related articles and the lead picture: lists whose value a hidden field keeps as JSON. */

import { combobox } from "./editor/combobox.js";
import { pictureDialog } from "./editor/picture-dialog.js";

function fill(row, item) {
  for (const name of ["label", "detail"]) {
    const place = row.querySelector(`[data-${name}]`);
    if (place) place.textContent = item[name] ?? "";
  }
  const image = row.querySelector("[data-thumbnail]");
  if (image && item.thumbnail) image.src = item.thumbnail;
  else image?.remove();
  if (item.role) row.querySelector("[data-role]").value = item.role;
  if (item.state !== undefined) row.dataset.state = item.state;
}

/* The rows of a picker and its hidden field. ``plain(row, item)`` gives the value of a row. */
function rowsOf(root, plain) {
  const rows = root.querySelector("[data-rows]");
  const field = root.querySelector("[data-value]");
  const template = root.querySelector("template[data-row]");
  const items = new Map();

  function values() {
    return [...rows.children].map((row) => plain(row, items.get(row)));
  }

  function keep() {
    const first = rows.firstElementChild;
    const last = rows.lastElementChild;
    for (const row of rows.children) {
      for (const [name, edge] of [["up", first], ["down", last]]) {
        const button = row.querySelector(`[data-${name}]`);
        if (button) button.setAttribute("aria-disabled", String(row === edge));
      }
    }
    return values();
  }

  function write(value) {
    field.value = JSON.stringify(value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function add(item) {
    const row = template.content.firstElementChild.cloneNode(true);
    items.set(row, item);
    fill(row, item);
    rows.append(row);
    keep();
  }

  return { rows, field, items, add, keep, write };
}

function moved(button, row) {
  if (button.matches("[data-up]")) row.previousElementSibling?.before(row);
  else if (button.matches("[data-down]")) row.nextElementSibling?.after(row);
  else return false;
  button.focus();
  return true;
}

function listPicker(root, { plain, identity, onText }) {
  const list = rowsOf(root, plain);
  const save = () => list.write(list.keep());
  const has = (item) => [...list.items].some(([row, one]) => row.isConnected && identity(one) === identity(item));
  const add = (item) => {
    if (has(item)) return;
    list.add(item);
    save();
  };
  for (const item of JSON.parse(root.dataset.items)) list.add(item);

  const { input } = combobox(root.querySelector("[data-combobox]"), {
    url: root.dataset.url,
    onPick: add,
    onText: (text) => onText?.(text, add) ?? false,
    skips: (item) => has(item) || String(item.id) === root.dataset.own,
  });

  list.rows.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const row = [...list.rows.children].find((one) => one.contains(button));
    if (!row) return;
    if (!moved(button, row)) {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      list.items.delete(row);
      (next?.querySelector("[data-remove]") ?? input).focus();
    }
    save();
  });
  list.rows.addEventListener("change", save);
  return { input, add };
}

function bylines(root) {
  listPicker(root, {
    plain: (row, item) => ({ author: item.id, role: row.querySelector("[data-role]").value }),
    identity: (item) => item.id,
  });
}

function related(root) {
  listPicker(root, { plain: (_row, item) => item.id, identity: (item) => item.id });
}

function tags(root) {
  const take = (text, add) => {
    const names = text.split(/[,\n]/).map((name) => name.replace(/^[#\s]+/, "").replace(/\s+/g, " ").trim());
    for (const name of names.filter(Boolean)) add({ id: name, label: name });
    return true;
  };
  const { input, add } = listPicker(root, {
    plain: (_row, item) => item.label,
    identity: (item) => item.label.toLowerCase(),
    onText: take,
  });
  input.addEventListener("input", () => {
    if (!input.value.includes(",")) return;
    take(input.value, add);
    input.value = "";
  });
  // What is typed and not confirmed is meant all the same.
  input.addEventListener("blur", () => {
    take(input.value, add);
    input.value = "";
  });
}

function picture(root) {
  const list = rowsOf(root, (_row, item) => item.id);
  const button = root.querySelector("[data-choose]");
  const show = (item) => {
    list.rows.replaceChildren();
    if (item) list.add(item);
    button.textContent = item ? button.dataset.other : button.dataset.first;
  };
  const choose = pictureDialog(root.querySelector("[data-picture-dialog]"), root.dataset.url, (item) => {
    show(item);
    list.write(item.id);
    button.focus();
  });
  button.addEventListener("click", choose);
  list.rows.addEventListener("click", (event) => {
    if (!event.target.closest("[data-remove]")) return;
    show(null);
    list.write(null);
    button.focus();
  });
  show(JSON.parse(root.dataset.items)[0]);
}

const PICKERS = { bylines, related, tags, picture };
for (const root of document.querySelectorAll("[data-picker]")) PICKERS[root.dataset.picker](root);
