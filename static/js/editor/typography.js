/* French typography while typing. The raw character is typed first and set right in a step of its own, so that one undo
   gives it back. */

import { pm } from "../../django_prose_editor/editor.js";

const { Plugin } = pm.state;
const { closeHistory } = pm.history;
const NO_BREAK = "\u00a0";
const NARROW = "\u202f";
// What may stand before a mark that takes a space: the end of a word, of a quotation, of a bracket.
const WORD_END = /[\p{L}\p{N}\u2019»”)\]%€…]$/u;
const ADDRESS = /^(?:https?|ftp|mailto|tel)(?::|$)|:\/\/|^www\.|@|^\/\S/i;

/* [how many characters before the typed one give way, what is set instead of them and it]; null: leave it alone. */
function spaced(before, mark, space, { touching = WORD_END } = {}) {
  if (/\S $/.test(before)) return [1, space + mark];
  return touching.test(before) ? [0, space + mark] : null;
}

function quotation(before) {
  const isOpen = before.lastIndexOf("«") > before.lastIndexOf("»");
  if (isOpen) {
    if (before.endsWith(`«${NO_BREAK}`)) return [0, "»"];
    return before.endsWith(" ") ? [1, `${NO_BREAK}»`] : [0, `${NO_BREAK}»`];
  }
  const opens = /(?:^|[\s(\[—–\u2019])$/.test(before);
  return [0, opens ? `«${NO_BREAK}` : `${NO_BREAK}»`];
}

const RULES = {
  '"': quotation,
  "'": () => [0, "’"],
  ".": (before) => (before.endsWith("..") && !before.endsWith("...") ? [2, "…"] : null),
  ";": (before) => spaced(before, ";", NARROW),
  "!": (before) => spaced(before, "!", NARROW),
  "?": (before) => spaced(before, "?", NARROW),
  // 06:58 is an hour: a colon right after a digit waits for its space to be typed.
  ":": (before) => spaced(before, ":", NO_BREAK, { touching: /[\p{L}\u2019»”)\]%€…]$/u }),
  "%": (before) => (/\d $/.test(before) ? [1, `${NO_BREAK}%`] : /\d$/.test(before) ? [0, `${NO_BREAK}%`] : null),
  "€": (before) => (/\d $/.test(before) ? [1, `${NO_BREAK}€`] : /\d$/.test(before) ? [0, `${NO_BREAK}€`] : null),
  "«": () => [0, `«${NO_BREAK}`],
  "»": (before) => (/[ \u00a0]$/.test(before) ? [1, `${NO_BREAK}»`] : [0, `${NO_BREAK}»`]),
  // The space that a hand adds after « that has its own.
  " ": (before) => (before.endsWith(`«${NO_BREAK}`) ? [1, NO_BREAK] : null),
};

/* Exported for what else types French. ``before`` is the text of the block up to the cursor. */
export function correction(before, typed) {
  const rule = RULES[typed];
  if (!rule || ADDRESS.test(before.match(/\S*$/)[0])) return null;
  return rule(before);
}

export function frenchTypography(isFrench) {
  return new Plugin({
    props: {
      handleTextInput(view, from, to, typed) {
        if (typed.length !== 1 || view.composing || !isFrench()) return false;
        const $from = view.state.doc.resolve(from);
        const before = $from.parent.textBetween(0, $from.parentOffset, null, "\ufffc");
        const corrected = correction(before, typed);
        if (!corrected) return false;
        const [giveWay, text] = corrected;
        view.dispatch(view.state.tr.insertText(typed, from, to).scrollIntoView());
        view.dispatch(closeHistory(view.state.tr).insertText(text, from - giveWay, from + 1));
        view.dispatch(closeHistory(view.state.tr));
        return true;
      },
    },
  });
}
