/* The bar above the text: find, step, replace. Its fields belong to no form: what is typed there changes no article. */

import { searcher } from "./find.js";

export function findBar(editor, bar) {
  const field = (name) => bar.querySelector(`[data-${name}]`);
  const words = field("words");
  const replacement = field("replacement");
  const search = searcher(editor);
  const numbers = new Intl.NumberFormat(document.documentElement.lang || "fr");

  function say({ found, current }) {
    const { place, none } = bar.dataset;
    const sentence = found.length
      ? place.replace("{place}", numbers.format(current + 1)).replace("{number}", numbers.format(found.length))
      : none;
    field("status").textContent = words.value ? sentence : "";
    words.setAttribute("aria-invalid", String(Boolean(words.value) && !found.length));
  }

  function query() {
    const options = [...bar.querySelectorAll("[data-option]")].map((box) => [box.dataset.option, box.checked]);
    return { words: words.value, ...Object.fromEntries(options) };
  }

  function start() {
    say(search.start(query()));
  }

  function close() {
    bar.hidden = true;
    search.stop();
    editor.view.focus();
  }

  function replaceAll() {
    const count = search.replaceAll(replacement.value);
    say(search.now());
    field("status").textContent = bar.dataset.replaced.replace("{number}", numbers.format(count));
  }

  const step = (by) => () => say(search.step(by));
  const replace = () => say(search.replace(replacement.value));

  field("next").addEventListener("click", step(1));
  field("previous").addEventListener("click", step(-1));
  field("close").addEventListener("click", close);
  field("replace").addEventListener("click", replace);
  field("replace-all").addEventListener("click", replaceAll);
  words.addEventListener("input", start);
  for (const name of ["input", "change"]) bar.addEventListener(name, (event) => event.stopPropagation());
  for (const box of bar.querySelectorAll("[data-option]")) box.addEventListener("change", start);
  bar.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f";
    const isEnter = event.key === "Enter" && event.target.matches("input");
    if (event.key !== "Escape" && !isFind && !isEnter) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") close();
    else if (isFind) words.select();
    else if (event.target === replacement) replace();
    else say(search.step(event.shiftKey ? -1 : 1));
  });
  editor.on("update", () => bar.hidden || say(search.now()));

  return function open() {
    const { from, to, $from, $to } = editor.state.selection;
    if (from < to && $from.sameParent($to)) words.value = editor.state.doc.textBetween(from, to);
    bar.hidden = false;
    search.open();
    words.focus();
    words.select();
    start();
    return true;
  };
}
