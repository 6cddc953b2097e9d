/* The front page by hand: search, order by buttons or drag, counters. What is sent is the form alone. */

import { combobox } from "./editor/combobox.js";

const desk = document.querySelector("[data-front-desk]");
const said = desk.querySelector("[data-said]");
const total = desk.querySelector("[name$='-TOTAL_FORMS']");
const template = desk.querySelector("template[data-new]");
const places = [...desk.querySelectorAll("[data-place]")];

const field = (row, name) => row.querySelector(`[name$='-${name}']`);
const titleOf = (row) => row.querySelector("[data-label]").textContent.trim();
const rowsOf = (place) => [...place.querySelectorAll("[data-slot]")];
const nameOf = (place) => field(desk, "place").querySelector(`option[value="${place.dataset.place}"]`).textContent;
const placeOf = (row) => row.closest("[data-place]");
const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

function isPlaced(id) {
  return places.some((place) => rowsOf(place).some((row) => field(row, "article").value === String(id)));
}

/* Order and place go into the form's fields; what fills up by itself makes room. */
function number() {
  for (const place of places) {
    const rows = rowsOf(place);
    rows.forEach((row, index) => {
      field(row, "position").value = index + 1;
      field(row, "place").value = place.dataset.place;
      row.querySelector("[data-up]").setAttribute("aria-disabled", String(index === 0));
      row.querySelector("[data-down]").setAttribute("aria-disabled", String(index === rows.length - 1));
    });
    const seen = rows.filter((row) => row.dataset.state === "published").length;
    let room = Number(place.dataset.fillsTo) - seen;
    if (place.dataset.place === "featured" && seen === 0) room = 0;
    for (const fill of place.querySelectorAll("[data-fill]")) {
      fill.hidden = isPlaced(fill.dataset.fill) || room <= 0;
      if (!fill.hidden) room -= 1;
    }
  }
}

/* A place for one article takes the new one for the former; a scheduled one waits beside it. */
function replace(row) {
  const place = placeOf(row);
  if (place.dataset.size !== "1" || row.dataset.state !== "published") return null;
  const former = rowsOf(place).find((one) => one !== row && one.dataset.state === "published");
  former?.remove();
  return former ?? null;
}

function sayArrival(words, row, former) {
  if (!former) say(words, row);
  else {
    const values = { title: titleOf(row), former: titleOf(former), place: nameOf(placeOf(row)) };
    said.textContent = filled(desk.dataset.replaced, values);
  }
}

function whereTheyAre(items) {
  const standing = places.filter((place) =>
    rowsOf(place).some((row) => items.some((item) => field(row, "article").value === String(item.id))),
  );
  return filled(desk.dataset.already, { places: standing.map(nameOf).join(", ") });
}

function say(words, row) {
  const place = placeOf(row);
  const rows = rowsOf(place);
  const values = { title: titleOf(row), place: nameOf(place), position: rows.indexOf(row) + 1, count: rows.length };
  said.textContent = filled(words, values);
}

function changed() {
  number();
  desk.dataset.changed = "";
}

function count(row) {
  const place = row.querySelector("[data-count]");
  const { length } = field(row, "headline").value.trim();
  place.hidden = length === 0;
  place.textContent = desk.dataset.left.replace("{number}", length).replace("{limit}", place.dataset.limit);
  place.classList.toggle("is-over", length > Number(place.dataset.limit));
}

function add(place, item) {
  if (isPlaced(item.id)) return;
  const row = template.content.querySelector("[data-slot]").cloneNode(true);
  for (const part of row.querySelectorAll("*")) {
    for (const name of ["id", "name", "for", "aria-describedby"]) {
      const value = part.getAttribute(name);
      if (value) part.setAttribute(name, value.replace("__prefix__", total.value));
    }
  }
  total.value = Number(total.value) + 1;
  field(row, "article").value = item.id;
  row.dataset.state = item.state;
  row.querySelector("[data-label]").textContent = item.label;
  row.querySelector("[data-detail]").textContent = item.detail;
  place.querySelector("[data-rows]").append(row);
  prepare(row);
  const former = replace(row);
  changed();
  sayArrival(desk.dataset.added, row, former);
}

function remove(row) {
  const place = placeOf(row);
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const words = desk.dataset.removed.replace("{title}", titleOf(row));
  row.remove();
  changed();
  (next?.querySelector("[data-remove]") ?? place.querySelector('[role="combobox"]')).focus();
  said.textContent = words;
}

function move(row, button) {
  if (button.matches("[data-up]")) row.previousElementSibling?.before(row);
  else row.nextElementSibling?.after(row);
  button.focus();
  changed();
  say(desk.dataset.moved, row);
}

let dragged = null;

function prepare(row) {
  const grip = row.querySelector("[data-grip]");
  grip.addEventListener("mousedown", () => row.setAttribute("draggable", "true"));
  grip.addEventListener("mouseup", () => row.removeAttribute("draggable"));
  row.addEventListener("dragstart", (event) => {
    dragged = row;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", titleOf(row));
    row.classList.add("is-dragged");
  });
  row.addEventListener("dragend", () => {
    row.classList.remove("is-dragged");
    row.removeAttribute("draggable");
    dragged = null;
    const former = replace(row);
    changed();
    sayArrival(desk.dataset.moved, row, former);
  });
  field(row, "headline").addEventListener("input", () => count(row));
  field(row, "place").addEventListener("change", (event) => {
    const place = places.find((one) => one.dataset.place === event.target.value);
    place.querySelector("[data-rows]").append(row);
    event.target.focus();
    const former = replace(row);
    changed();
    sayArrival(desk.dataset.moved, row, former);
  });
  count(row);
}

for (const place of places) {
  rowsOf(place).forEach(prepare);
  combobox(place.querySelector("[data-combobox]"), {
    url: desk.dataset.url,
    onPick: (item) => add(place, item),
    onText: () => true,
    skips: (item) => isPlaced(item.id),
    onSkipped: whereTheyAre,
  });
  place.addEventListener("dragover", (event) => {
    if (!dragged) return;
    event.preventDefault();
    const over = event.target.closest("[data-slot]");
    if (over === dragged) return;
    if (!over) {
      if (!place.contains(dragged)) place.querySelector("[data-rows]").append(dragged);
      return;
    }
    const box = over.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) over.before(dragged);
    else over.after(dragged);
  });
  place.addEventListener("drop", (event) => event.preventDefault());
}

desk.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const row = button?.closest("[data-slot]");
  if (row && button.matches("[data-remove]")) remove(row);
  else if (row && button.matches("[data-up], [data-down]")) move(row, button);
  else if (button?.matches("[data-keep]")) {
    event.preventDefault();
    const fill = button.closest("[data-fill]");
    const place = placeOf(fill);
    add(place, {
      id: fill.dataset.fill,
      label: fill.querySelector("[data-label]").textContent,
      detail: fill.querySelector("[data-detail]").textContent,
      state: "published",
    });
    rowsOf(place).at(-1).querySelector("[data-up]").focus();
  }
});

desk.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
});
desk.addEventListener("input", (event) => {
  if (event.target.matches("[data-slot] :is(input, select)")) desk.dataset.changed = "";
});
desk.addEventListener("submit", (event) => {
  if (!event.submitter?.matches("[data-preview]")) delete desk.dataset.changed;
});
addEventListener("beforeunload", (event) => {
  if ("changed" in desk.dataset) event.preventDefault();
});

desk.classList.add("is-scripted");
number();
