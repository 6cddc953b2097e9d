/* The dialog with the pictures of the library, and the place to add one. ``choose`` opens it. */

import { pictureUpload } from "../picture-upload.js";
import { asker, say } from "./suggestions.js";

export function pictureDialog(dialog, url, onPick) {
  const words = dialog.querySelector("[data-words]");
  const grid = dialog.querySelector("[data-grid]");
  const status = dialog.querySelector("[data-status]");
  const template = dialog.querySelector("[data-picture-choice]");

  function pick(picture) {
    dialog.close();
    onPick(picture);
  }

  function choice(picture) {
    const line = template.content.firstElementChild.cloneNode(true);
    const image = line.querySelector("[data-thumbnail]");
    if (picture.thumbnail) image.src = picture.thumbnail;
    else image.remove();
    line.querySelector("[data-label]").textContent = picture.label;
    line.querySelector("[data-detail]").textContent = picture.detail;
    line.querySelector("button").addEventListener("click", () => pick(picture));
    return line;
  }

  const questions = asker(url, (pictures) => {
    say(status, dialog.dataset, pictures);
    grid.replaceChildren(...(pictures ?? []).map(choice));
  });

  pictureUpload(dialog.querySelector("[data-upload]"), pick);
  words.addEventListener("input", () => questions.soon(words.value));
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    questions.now(words.value);
  });
  dialog.querySelector("[data-cancel]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => questions.stop());
  document.body.append(dialog);

  return function choose() {
    words.value = "";
    dialog.showModal();
    words.focus();
    return questions.now("");
  };
}
