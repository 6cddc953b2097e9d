/* How many characters are left, once somebody types, as the site counts them: signs, not halves of them. */

const format = new Intl.NumberFormat(document.documentElement.lang || "fr");

export function count(area) {
  const counter = area.closest("form").querySelector("[data-counter]");
  if (!counter) return;
  const left = Number(area.dataset.longest) - [...area.value.trim()].length;
  const words = left < 0 ? counter.dataset.over : counter.dataset.left;
  counter.textContent = words.replace("{number}", format.format(Math.abs(left)));
  counter.classList.toggle("is-over", left < 0);
  counter.hidden = false;
}

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-longest]")) count(event.target);
});
