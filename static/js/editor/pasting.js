/* The paste of the writing area: cleans what comes from elsewhere, sets it in French where the article is French, and
   says what was left out. What was copied in the editor itself stays as it is. */

import { pm } from "../../django_prose_editor/editor.js";
import { correctedFragment } from "./french-text.js";
import { cleaned, paragraphsOf } from "./paste.js";

const { Plugin } = pm.state;
const { Slice } = pm.model;

export function pasting({ isFrench, say, words }) {
  let isOwn = false;
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste() {
          isOwn = false;
          say("");
        },
        drop(view) {
          isOwn = Boolean(view.dragging);
        },
      },
      handlePaste(view, event) {
        const { files, types } = event.clipboardData ?? { files: [], types: [] };
        const isOnlyPicture = files.length > 0 && !types.includes("text/html") && !types.includes("text/plain");
        if (isOnlyPicture) say(words.noPictures);
        return isOnlyPicture;
      },
      transformPastedHTML(html) {
        isOwn = html.includes("data-pm-slice");
        if (isOwn) return html;
        const { html: clean, hadPictures } = cleaned(html);
        if (hadPictures) say(words.noPictures);
        return clean;
      },
      clipboardTextParser: (text, $context) => paragraphsOf(text, $context.doc.type.schema),
      transformPasted: (slice) =>
        isOwn || !isFrench() ? slice : new Slice(correctedFragment(slice.content), slice.openStart, slice.openEnd),
    },
  });
}
