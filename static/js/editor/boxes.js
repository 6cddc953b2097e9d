/* Boxes between paragraphs. They are saved as placeholders (an id, a caption) and show what stands behind the id. */

import { Node, pm } from "../../django_prose_editor/editor.js";

const { TextSelection } = pm.state;

/* Inserts after the block that holds the cursor, never in the middle of its sentence; an empty paragraph makes room. */
export function insertAfterBlock(editor, type, attributes, text = "") {
  return editor.chain().focus().command(({ tr, state }) => {
    const { $to } = tr.selection;
    const block = $to.depth ? $to.node(1) : null;
    let start = $to.depth ? $to.after(1) : $to.pos;
    if (block?.type.name === "paragraph" && !block.content.size) {
      start = $to.before(1);
      tr.delete(start, $to.after(1));
    }
    const box = state.schema.nodes[type].create(attributes, text ? state.schema.text(text) : null);
    tr.insert(start, box);
    const end = start + box.nodeSize;
    if (!tr.doc.resolve(end).nodeAfter?.isTextblock) tr.insert(end, state.schema.nodes.paragraph.create());
    tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1))).scrollIntoView();
    return true;
  }).run();
}

function isKey(text) {
  return /^[1-9]\d{0,17}$/.test(text ?? "");
}

function keyAttribute(name) {
  return {
    id: {
      default: null,
      parseHTML: (element) => element.dataset[name],
      renderHTML: ({ id }) => ({ [`data-${name}`]: id }),
    },
  };
}

export function part(box, name) {
  return box.querySelector(`[data-${name}]`);
}

/* The parts of a node view that every box shares: removing it, and leaving its buttons to the browser. */
export function boxView({ editor, getPos, dom, extra }) {
  part(dom, "remove").addEventListener("click", () => {
    const position = getPos();
    const { tr, doc } = editor.state;
    editor.view.dispatch(tr.delete(position, position + doc.nodeAt(position).nodeSize));
    editor.view.focus();
  });
  return {
    dom,
    stopEvent: (event) => event.type !== "dragstart" && Boolean(event.target.closest?.("button")),
    ignoreMutation: (mutation) => mutation.type !== "selection" && !extra.contentDOM?.contains(mutation.target),
    ...extra,
  };
}

/* Enter in a caption goes on below the box. */
export function leaveCaption({ editor, name }) {
  const { $from } = editor.state.selection;
  if ($from.parent.type.name !== name) return false;
  return editor.commands.command(({ tr, state }) => {
    const end = $from.after();
    tr.insert(end, state.schema.nodes.paragraph.create());
    tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView();
    return true;
  });
}

export const box = {
  group: "block",
  draggable: true,
  isolating: true,
  addOptions() {
    return { template: () => null, lookUp: async () => null, words: {} };
  },
};

export const ArticleBox = Node.create({
  ...box,
  name: "articleBox",
  atom: true,

  addAttributes() {
    return keyAttribute("article");
  },

  parseHTML() {
    return [{ tag: "aside[data-article]", getAttrs: (element) => isKey(element.dataset.article) && null }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["aside", HTMLAttributes];
  },

  addNodeView() {
    return ({ node, editor, getPos }) => {
      const dom = this.options.template("article-box");
      this.options.lookUp("article", node.attrs.id).then((article) => {
        part(dom, "label").textContent = article?.label ?? "";
        part(dom, "detail").textContent = article?.detail ?? this.options.words.gone;
        dom.dataset.state = article?.state ?? "gone";
      });
      return boxView({ editor, getPos, dom, extra: { update: (changed) => changed.eq(node) } });
    };
  },
});

export const PictureBox = Node.create({
  ...box,
  name: "pictureBox",
  content: "text*",

  addAttributes() {
    return keyAttribute("picture");
  },

  parseHTML() {
    return [{
      tag: "figure[data-picture]",
      getAttrs: (element) => isKey(element.dataset.picture) && null,
      contentElement: (element) => element.querySelector("figcaption") ?? document.createElement("figcaption"),
    }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["figure", HTMLAttributes, ["figcaption", 0]];
  },

  addNodeView() {
    return ({ node, editor, getPos }) => {
      const dom = this.options.template("picture-box");
      const contentDOM = part(dom, "text");
      contentDOM.dataset.placeholder = this.options.words.caption;
      part(dom, "frame").contentEditable = "false";
      this.options.lookUp("picture", node.attrs.id).then((picture) => {
        part(dom, "detail").textContent = picture ? picture.detail : this.options.words.gone;
        if (!picture?.thumbnail) return;
        const image = part(dom, "thumbnail");
        image.src = picture.thumbnail;
        image.alt = picture.label;
        image.hidden = false;
      });
      const update = (changed) => {
        if (changed.type !== node.type || changed.attrs.id !== node.attrs.id) return false;
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
});
