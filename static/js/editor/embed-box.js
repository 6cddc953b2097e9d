/* The box of a video or post from elsewhere, how an address on a line of its own becomes one, and its dialog. */

import { Node, pm } from "../../django_prose_editor/editor.js";
import { box, boxView, insertAfterBlock, leaveCaption, part } from "./boxes.js";
import { firstIn } from "./embeds.js";

const { Plugin } = pm.state;
const { Fragment, Slice } = pm.model;
const ADDRESS = /^https?:\/\/\S+$/i;

function soleAddress(node) {
  return node.type.name === "paragraph" && ADDRESS.test(node.textContent.trim()) ? node.textContent.trim() : "";
}

/* Whole paragraphs of a pasted text that are nothing but the address of a card. */
function withCards(slice, find, type) {
  const blocks = [];
  let hasCards = false;
  slice.content.forEach((node) => {
    const found = find(soleAddress(node));
    hasCards ||= Boolean(found);
    blocks.push(found ? type.create({ address: found.address }) : node);
  });
  if (!hasCards) return slice;
  const isCard = (node) => node?.type === type;
  return new Slice(
    Fragment.from(blocks),
    isCard(blocks[0]) ? 0 : slice.openStart,
    isCard(blocks.at(-1)) ? 0 : slice.openEnd,
  );
}

function isOnEmptyLine({ $from, empty }) {
  return empty && $from.depth === 1 && $from.parent.type.name === "paragraph" && !$from.parent.content.size;
}

function pasting(editor, { find, words, say }) {
  return new Plugin({
    props: {
      handlePaste(view, event) {
        const address = event.clipboardData?.getData("text/plain").trim() ?? "";
        if (!ADDRESS.test(address) || !isOnEmptyLine(view.state.selection)) return false;
        const found = find(address);
        if (found) return insertAfterBlock(editor, "embedBox", { address: found.address });
        say(words.noCard);
        return false;
      },
      transformPasted: (slice, view) =>
        slice.content.childCount > 1 ? withCards(slice, find, view.state.schema.nodes.embedBox) : slice,
    },
  });
}

export const EmbedBox = Node.create({
  ...box,
  name: "embedBox",
  content: "text*",

  addOptions() {
    return { ...box.addOptions(), find: () => null, say: () => {} };
  },

  addAttributes() {
    return {
      address: {
        default: null,
        parseHTML: (element) => element.dataset.embed,
        renderHTML: ({ address }) => ({ "data-embed": address }),
      },
    };
  },

  parseHTML() {
    return [{
      tag: "figure[data-embed]",
      contentElement: (element) => element.querySelector("figcaption") ?? document.createElement("figcaption"),
    }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["figure", HTMLAttributes, ["figcaption", 0]];
  },

  addNodeView() {
    return ({ node, editor, getPos }) => {
      const { template, words, find } = this.options;
      const dom = template("embed-box");
      const contentDOM = part(dom, "text");
      const found = find(node.attrs.address ?? "");
      contentDOM.dataset.placeholder = words.caption;
      part(dom, "frame").contentEditable = "false";
      part(dom, "label").textContent = found ? found.title : words.onlyLink;
      part(dom, "detail").textContent = node.attrs.address;
      const update = (changed) => {
        if (changed.type !== node.type || changed.attrs.address !== node.attrs.address) return false;
        contentDOM.classList.toggle("is-empty", changed.content.size === 0);
        return true;
      };
      update(node);
      return boxView({ editor, getPos, dom, extra: { contentDOM, update } });
    };
  },

  addKeyboardShortcuts() {
    return { Enter: () => leaveCaption(this) };
  },

  addProseMirrorPlugins() {
    return [pasting(this.editor, this.options)];
  },
});

export function embedDialog(editor, dialog, find) {
  const input = dialog.querySelector("[data-address]");
  const problem = dialog.querySelector("[data-problem]");

  function apply() {
    const found = firstIn(input.value, find);
    problem.hidden = Boolean(found);
    input.setAttribute("aria-invalid", String(!found));
    if (!found) {
      input.focus();
      return;
    }
    dialog.close();
    insertAfterBlock(editor, "embedBox", { address: found.address });
  }

  dialog.querySelector("[data-apply]").addEventListener("click", apply);
  dialog.querySelector("[data-cancel]").addEventListener("click", () => dialog.close());
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    apply();
  });
  document.body.append(dialog);

  return () => {
    input.value = "";
    problem.hidden = true;
    input.removeAttribute("aria-invalid");
    dialog.showModal();
    input.focus();
  };
}
