/* Comforts of the article's form: counters, text areas that grow, groups that stay as they were left. */

const numbers = new Intl.NumberFormat(document.documentElement.lang || "fr");

function wordsOf(text) {
  return text.split(/[\s\u00a0\u202f«»–—;:!?]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_all, name) => numbers.format(values[name]));
}

function count(line) {
  const field = document.getElementById(line.dataset.counter);
  const shown = line.querySelector("[data-numbers]");
  const over = line.querySelector("[data-over]");
  const mark = Number(field.dataset.mark) || Infinity;
  const write = () => {
    const text = field.value.trim();
    const characters = [...text].length;
    shown.textContent = fill(shown.dataset.numbers, { characters, limit: field.maxLength, words: wordsOf(text) });
    const warning = characters > mark ? fill(over.dataset.over, { mark }) : "";
    if (over.textContent !== warning) over.textContent = warning;
    line.classList.toggle("is-over", characters > mark);
  };
  field.addEventListener("input", write);
  write();
  line.hidden = false;
}

/* For browsers that do not know field-sizing. */
function grow(area) {
  const fit = () => {
    area.style.blockSize = "auto";
    area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
  area.addEventListener("input", fit);
  fit();
}

function remember(group) {
  const key = `fold-${group.dataset.remember}`;
  const isFaulty = group.querySelector(".has-errors");
  if (localStorage.getItem(key) === "closed" && !isFaulty) group.open = false;
  group.addEventListener("toggle", () => localStorage.setItem(key, group.open ? "open" : "closed"));
}

for (const line of document.querySelectorAll("[data-counter]")) count(line);
for (const group of document.querySelectorAll("[data-remember]")) remember(group);
if (!CSS.supports("field-sizing", "content")) {
  for (const area of document.querySelectorAll(".desk-text .field > textarea, .desk-side textarea")) grow(area);
}
// A link to what is wrong opens the group that holds it and goes to the field.
for (const list of document.querySelectorAll(".desk-faults, [data-checklist]")) list.addEventListener("click", (event) => {
  const field = document.getElementById(event.target.hash?.slice(1));
  if (!field) return;
  for (let group = field.closest("details"); group; group = group.parentElement.closest("details")) group.open = true;
  field.focus();
});
