/* A text field with suggestions, after the combobox pattern of WAI-ARIA: arrows walk, Enter takes, Escape closes. */

import { asker, say } from "./suggestions.js";

function option(item, id) {
  const line = document.createElement("li");
  line.id = id;
  line.role = "option";
  line.className = "picker-option";
  line.setAttribute("aria-selected", "false");
  if (item.thumbnail) {
    const image = new Image();
    image.src = item.thumbnail;
    image.alt = "";
    line.append(image);
  }
  const label = document.createElement("span");
  label.textContent = item.label;
  const detail = document.createElement("span");
  detail.className = "picker-detail";
  detail.textContent = item.detail ?? "";
  line.append(label, " ", detail);
  return line;
}

/* ``onPick(item)`` for a suggestion; ``onText(words)`` for Enter without one; ``skips(item)`` leaves some out, and
 * ``onSkipped(items)`` is the sentence when it left out all that was found. */
export function combobox(root, { url, onPick, onText = () => false, skips = () => false, onSkipped = null }) {
  const input = root.querySelector('[role="combobox"]');
  const list = root.querySelector("[data-options]");
  const status = root.querySelector("[data-status]");
  let items = [];
  let active = -1;

  const questions = asker(url, (results) => {
    const marked = items[active]?.id;
    items = (results ?? []).filter((item) => !skips(item));
    say(status, root.dataset, results && items);
    if (onSkipped && results?.length && !items.length) status.textContent = onSkipped(results);
    list.replaceChildren(...items.map((item, index) => option(item, `${list.id}_${index}`)));
    open(items.length > 0);
    mark(items.findIndex((item) => item.id === marked));
  });

  function open(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((line, position) => line.setAttribute("aria-selected", String(position === index)));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  }

  function close() {
    questions.stop();
    items = [];
    list.replaceChildren();
    open(false);
    mark(-1);
    status.textContent = "";
  }

  function take(item) {
    input.value = "";
    close();
    onPick(item);
  }

  async function step(by) {
    if (list.hidden) await questions.now(input.value);
    if (list.hidden) return;
    const count = items.length + 1;
    mark(((active + 1 + by + count) % count) - 1);
  }

  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter() {
      if (active >= 0) take(items[active]);
      else if (onText(input.value)) {
        input.value = "";
        close();
      }
    },
  };

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  input.addEventListener("input", () => questions.soon(input.value));
  input.addEventListener("focus", () => list.hidden && questions.now(input.value));
  input.addEventListener("blur", close);
  // Before the field loses the focus, and with it the list.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const line = event.target.closest('[role="option"]');
    if (line) take(items[[...list.children].indexOf(line)]);
  });

  return { input, close };
}
