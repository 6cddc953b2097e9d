/* What a text may hold: the tags that the server keeps (web/normal_form.py), and the keys of the stock extensions. */

import {
  Bold, BulletList, Document, Dropcursor, Extension, Gapcursor, HardBreak, Heading, History, HorizontalRule, Italic, Link,
  ListItem, OrderedList, Paragraph, Strike, Subscript, Superscript, Text, TrailingNode,
} from "../../django_prose_editor/editor.js";
import { ArticleBox, PictureBox } from "./boxes.js";
import { EmbedBox } from "./embed-box.js";
import { Finding } from "./find.js";
import { isAllowedAddress } from "./link.js";
import { pasting } from "./pasting.js";
import { Quote, QuoteAuthor } from "./quote.js";
import { frenchTypography } from "./typography.js";

const PlainLink = Link.extend({
  inclusive: false,
  addAttributes() {
    return { href: { default: null } };
  },
  addKeyboardShortcuts() {
    return {};
  },
}).configure({
  openOnClick: false,
  enableTarget: false,
  defaultProtocol: "https",
  isAllowedUri: (address) => isAllowedAddress(address ?? ""),
});

// The server keeps no numbering but the plain one.
const Numbers = OrderedList.extend({ addAttributes: () => ({}) });

// Boxes and quotes stand between paragraphs of the text, never in a list.
const Item = ListItem.extend({ content: "paragraph (paragraph | bulletList | orderedList)*" });

function ownHabits(settings) {
  return Extension.create({
    name: "ownHabits",
    addKeyboardShortcuts() {
      return {
        "Mod-k": () => settings.open("link"),
        "Mod-f": () => settings.open("find"),
        "Mod-/": () => settings.open("shortcuts"),
      };
    },
    addProseMirrorPlugins() {
      return [
        frenchTypography(settings.isFrench),
        pasting(settings),
      ];
    },
  });
}

export function extensions(settings) {
  return [
    Document, Paragraph, Text, HardBreak, HorizontalRule,
    Heading.configure({ levels: [2, 3, 4] }),
    Bold, Italic, Strike, Subscript, Superscript, PlainLink,
    BulletList, Numbers, Item,
    Quote, QuoteAuthor.configure({ placeholder: settings.words.author }),
    ArticleBox.configure(settings.boxes), PictureBox.configure(settings.boxes), EmbedBox.configure(settings.boxes),
    History, Dropcursor.configure({ class: "editor-dropcursor", color: false, width: 3 }), Gapcursor,
    TrailingNode.configure({ notAfter: ["paragraph", "heading", "bulletList", "orderedList"] }),
    Finding, ownHabits(settings),
  ];
}
