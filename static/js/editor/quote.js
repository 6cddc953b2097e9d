/* A quotation and who said it: <blockquote><p>…</p><cite>…</cite></blockquote>. The line of the author is always there to
   be filled in; left empty, it is not saved. */

import { Blockquote, Node, pm } from "../../django_prose_editor/editor.js";

const { Plugin, TextSelection } = pm.state;

function quoteAround($position) {
  for (let depth = $position.depth; depth > 0; depth -= 1) {
    const node = $position.node(depth);
    if (node.type.name === "blockquote") return { node, start: $position.before(depth) };
  }
  return null;
}

function unwrap(tr, { node, start }) {
  const { schema } = node.type;
  const anchor = tr.selection.anchor;
  const blocks = [];
  node.forEach((child) => {
    if (child.type.name !== "quoteAuthor") blocks.push(child);
    else if (child.content.size) blocks.push(schema.nodes.paragraph.create(null, child.content));
  });
  tr.replaceWith(start, start + node.nodeSize, blocks);
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(anchor - 1, tr.doc.content.size))));
  return true;
}

function wrap(tr) {
  // All is selected: from the first text to the last.
  const selection = tr.selection.$from.depth ? tr.selection : TextSelection.between(tr.doc.resolve(0), tr.doc.resolve(tr.doc.content.size));
  const { $from, $to, anchor, head } = selection;
  if (!$from.depth || !$to.depth) return false;
  const { nodes } = tr.doc.type.schema;
  const blocks = [];
  for (let index = $from.index(0); index <= $to.index(0); index += 1) {
    const block = tr.doc.child(index);
    blocks.push(block.type.name === "heading" ? nodes.paragraph.create(null, block.content) : block);
  }
  const content = [...blocks, nodes.quoteAuthor.create()];
  if (!nodes.blockquote.validContent(pm.model.Fragment.from(content))) return false;
  tr.replaceWith($from.before(1), $to.after(1), nodes.blockquote.create(null, content));
  tr.setSelection(TextSelection.create(tr.doc, anchor + 1, head + 1));
  return true;
}

function leave(tr, end) {
  tr.insert(end, tr.doc.type.schema.nodes.paragraph.create());
  tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView();
  return true;
}

/* Adds the line of the author where it is missing; null when there is nothing to add. */
export function withAuthors(state) {
  const { tr } = state;
  const ends = [];
  state.doc.forEach((node, offset) => {
    const isQuote = node.type.name === "blockquote";
    if (isQuote && node.lastChild.type.name !== "quoteAuthor") ends.push(offset + node.nodeSize - 1);
  });
  for (const end of ends.reverse()) tr.insert(end, state.schema.nodes.quoteAuthor.create());
  return tr.docChanged ? tr : null;
}

export const Quote = Blockquote.extend({
  content: "(paragraph | bulletList | orderedList)+ quoteAuthor?",

  addCommands() {
    return {
      toggleQuote: () => ({ tr }) => {
        const quote = quoteAround(tr.selection.$from);
        return quote ? unwrap(tr, quote) : wrap(tr);
      },
    };
  },

  addKeyboardShortcuts() {
    return {
      "Mod-Shift-b": () => this.editor.commands.toggleQuote(),
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection;
        const quote = quoteAround($from);
        const isAtStart = quote && empty && $from.pos === quote.start + 2 && $from.parentOffset === 0;
        return isAtStart ? this.editor.commands.toggleQuote() : false;
      },
      // An empty last line leads on to the author; the stock split would take the next block for an author, too.
      Enter: () => {
        const { $from } = this.editor.state.selection;
        const quote = quoteAround($from);
        if (!quote || $from.depth !== 2 || $from.parent.type.name !== "paragraph") return false;
        const isLast = $from.index(1) === quote.node.childCount - 2 && quote.node.childCount > 2;
        return this.editor.commands.command(({ tr }) => {
          if (isLast && !$from.parent.content.size) {
            tr.delete($from.before(), $from.after());
            tr.setSelection(TextSelection.near(tr.doc.resolve($from.before() + 1)));
          } else {
            tr.deleteSelection().split(tr.selection.from);
          }
          tr.scrollIntoView();
          return true;
        });
      },
    };
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, _before, state) =>
          transactions.some((transaction) => transaction.docChanged) ? withAuthors(state) : null,
      }),
    ];
  },
});

export const QuoteAuthor = Node.create({
  name: "quoteAuthor",
  content: "text*",
  defining: true,
  selectable: false,

  addOptions() {
    return { placeholder: "" };
  },

  parseHTML() {
    return [{ tag: "cite", context: "blockquote/" }];
  },

  renderHTML() {
    return ["cite", 0];
  },

  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement("cite");
      dom.dataset.placeholder = this.options.placeholder;
      const update = (changed) => {
        if (changed.type.name !== this.name) return false;
        dom.classList.toggle("is-empty", changed.content.size === 0);
        return true;
      };
      update(node);
      return { dom, contentDOM: dom, update };
    };
  },

  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { $from } = this.editor.state.selection;
        if ($from.parent.type.name !== this.name) return false;
        return this.editor.commands.command(({ tr }) => leave(tr, $from.after(1)));
      },
    };
  },
});
