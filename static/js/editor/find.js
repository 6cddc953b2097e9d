/* Finds words in the text, marks them, and replaces them. The bar that asks for it is find-bar.js. */

import { Extension, pm } from "../../django_prose_editor/editor.js";

const { Plugin, PluginKey, TextSelection } = pm.state;
const { closeHistory } = pm.history;
const { Decoration, DecorationSet } = pm.view;
const LETTER = /[\p{L}\p{N}\p{M}_]/u;
const NOTHING = { words: "", matchesCase: false, wholeWords: false, ignoresAccents: false };
const SAME = { "’": "'", "\u00a0": " ", "\u202f": " " };

export const finding = new PluginKey("finding");

/* The text as it is compared, and where each of its characters stands in the original. */
function folded(text, { matchesCase, ignoresAccents }) {
  let result = "";
  const places = [];
  for (let place = 0; place < text.length; place += 1) {
    let sign = SAME[text[place]] ?? text[place];
    if (ignoresAccents) sign = sign.normalize("NFD").replace(/\p{M}/gu, "");
    if (!matchesCase && sign.toLowerCase().length === sign.length) sign = sign.toLowerCase();
    for (let index = 0; index < sign.length; index += 1) places.push(place);
    result += sign;
  }
  return { result, places: [...places, text.length] };
}

function matchesIn(text, query) {
  const wanted = folded(query.words, query).result;
  const { result, places } = folded(text, query);
  const found = [];
  for (let at = result.indexOf(wanted); wanted && at >= 0; at = result.indexOf(wanted, at + 1)) {
    const [from, to] = [places[at], places[at + wanted.length]];
    const isPart = query.wholeWords && (LETTER.test(text[from - 1] ?? "") || LETTER.test(text[to] ?? ""));
    if (isPart || from < (found.at(-1)?.to ?? 0)) continue;
    found.push({ from, to });
  }
  return found;
}

function search(doc, query) {
  const found = [];
  if (!query.words) return found;
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, null, "\ufffc");
    for (const { from, to } of matchesIn(text, query)) found.push({ from: position + 1 + from, to: position + 1 + to });
    return false;
  });
  return found;
}

/* The place at or after the position, from the beginning when there is none. */
function indexFrom(found, position) {
  const index = found.findIndex(({ from }) => from >= position);
  return index < 0 && found.length ? 0 : index;
}

function marked(doc, found, current) {
  return DecorationSet.create(
    doc,
    found.map(({ from, to }, index) => Decoration.inline(from, to, { class: index === current ? "editor-found editor-found-now" : "editor-found" })),
  );
}

function stateOf(doc, query, found, current) {
  return { query, found, current, marks: marked(doc, found, current) };
}

export const Finding = Extension.create({
  name: "finding",
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: finding,
        state: {
          init: (_config, { doc }) => stateOf(doc, NOTHING, [], -1),
          apply(tr, value) {
            const wanted = tr.getMeta(finding);
            if (!wanted && !tr.docChanged) return value;
            const query = wanted?.query ?? value.query;
            const found = wanted?.query || tr.docChanged ? search(tr.doc, query) : value.found;
            const start = value.found[value.current] ? tr.mapping.map(value.found[value.current].from) : 0;
            const current = wanted?.current ?? indexFrom(found, wanted?.from ?? start);
            return stateOf(tr.doc, query, found, current);
          },
        },
        props: { decorations: (state) => finding.getState(state).marks },
      }),
    ];
  },
});

/* What the bar does. Each returns the state of the search after it. */
export function searcher(editor) {
  const now = () => finding.getState(editor.state);
  // Where the search began: while words are typed, the place found does not wander from one to the next.
  let origin = 0;

  function dispatch(tr) {
    editor.view.dispatch(tr);
    return now();
  }

  function goTo(index) {
    const { found } = now();
    if (!found.length) return now();
    const current = (index + found.length) % found.length;
    const { from, to } = found[current];
    const { tr } = editor.state;
    tr.setSelection(TextSelection.create(tr.doc, from, to)).setMeta(finding, { current }).scrollIntoView();
    return dispatch(tr);
  }

  function put(tr, { from, to }, text) {
    return text ? tr.insertText(text, from, to) : tr.delete(from, to);
  }

  return {
    now,
    open() {
      origin = editor.state.selection.from;
    },
    start(query) {
      const { tr } = editor.state;
      tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(origin, tr.doc.content.size))));
      dispatch(tr.setMeta(finding, { query, from: origin }));
      return goTo(now().current);
    },
    stop: () => dispatch(editor.state.tr.setMeta(finding, { query: NOTHING })),
    step(by) {
      const state = goTo(now().current + by);
      origin = editor.state.selection.from;
      return state;
    },
    replace(text) {
      const { found, current } = now();
      if (!found[current]) return now();
      const tr = closeHistory(put(editor.state.tr, found[current], text));
      origin = found[current].from + text.length;
      dispatch(tr.setMeta(finding, { from: origin }));
      return goTo(now().current);
    },
    /* All of them in one step of the history; how many there were. */
    replaceAll(text) {
      const { found } = now();
      const { tr } = editor.state;
      for (const place of [...found].reverse()) put(tr, place, text);
      if (found.length) dispatch(closeHistory(tr));
      return found.length;
    },
  };
}
