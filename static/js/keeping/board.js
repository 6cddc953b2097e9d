/* What the person is told about the keeping of their text: one line that is always in view, and above it what asks for
 * something to be done. Heard by a screen reader only when it becomes another thing. */

import { isUndecided } from "./offers.js";

export function board(root, state) {
  const words = root.dataset;
  const line = root.querySelector("[data-line]");
  const heard = root.querySelector("[data-heard]");
  const alert = root.querySelector("[data-alert]");
  // What the page said before its scripts asked.
  const writer = document.querySelector("[data-writer]");
  const alertText = alert.querySelector("[data-alert-text]");
  let lastKind = "";
  let told = "";

  function lineNow() {
    const isUnsent = state.version > state.taken;
    if (isUnsent && !state.canKeep && (state.gone || state.trouble)) return ["nowhere", words.nowhere];
    if (state.gone || state.said.unseen) return isUnsent ? ["kept", words.kept] : ["", ""];
    if (isUnsent && isUndecided() && state.holds) return ["waiting", words.waiting];
    if (state.trouble) return [state.trouble, words[state.trouble]];
    if (isUnsent) return ["unsaved", words.changed];
    return state.taken > 0 ? ["saved", [state.said.saved, state.said.problems].filter(Boolean).join(" · ")] : ["", ""];
  }

  /* The sentence, and the buttons that go with it. */
  function alertNow() {
    if (state.gone) return [words[`gone_${state.gone}`], ["sign-in", "download"].slice(state.gone === "signed_out" ? 0 : 1)];
    if (state.said.unseen) return [`${state.said.unseen} ${words.reload}`, ["reload"]];
    if (state.holds === false && state.lost) return [`${state.said.taken} ${words.taken}`, ["take-over", "download"]];
    if (state.holds === false) return [`${state.said.writing} ${words.reading}`, ["take-over"]];
    if (told === "unsent") return [words.unsent, ["download"]];
    if (state.said.newer) return [`${state.said.newer} ${words.newer}`, []];
    return ["", []];
  }

  function show() {
    const [kind, text] = lineNow();
    line.textContent = text;
    line.dataset.kind = kind;
    if (kind !== lastKind) heard.textContent = text;
    lastKind = kind;
    if (told === "unsent" && !state.trouble && !state.gone) told = "";
    const [sentence, buttons] = alertNow();
    if (alertText.textContent !== sentence) alertText.textContent = sentence;
    alert.hidden = !sentence;
    if (writer && state.holds !== null) writer.hidden = state.holds;
    for (const name of ["sign-in", "download", "take-over", "reload"]) {
      alert.querySelector(`[data-${name}]`).hidden = !buttons.includes(name);
    }
  }

  function tell(what) {
    told = what;
    show();
  }

  return { show, tell };
}
