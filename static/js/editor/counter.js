/* Words, characters, sheets and reading time, under the text. A French sheet (« feuillet ») has 1,500 characters. */

const SHEET = 1500;
const WORDS_A_MINUTE = 220;

function measured(text) {
  const words = text.split(/[\s\u00a0\u202f«»–—;:!?]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const signs = [...text.replaceAll("\n", "")].length;
  return { words, signs, sheets: signs / SHEET, minutes: words && Math.max(1, Math.round(words / WORDS_A_MINUTE)) };
}

export function counter(editor, line) {
  const numbers = new Intl.NumberFormat(document.documentElement.lang || "fr", { maximumFractionDigits: 1 });
  const parts = [...line.querySelectorAll("[data-part]")];
  const write = () => {
    const measures = measured(editor.getText({ blockSeparator: "\n" }).trim());
    for (const part of parts) {
      part.textContent = part.dataset.sentence.replace("{number}", numbers.format(measures[part.dataset.part]));
    }
  };
  editor.on("update", write);
  write();
  line.hidden = false;
}
