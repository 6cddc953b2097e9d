/* Turns the text area of the article into the writing area. The text area keeps the HTML, at every keystroke. */

import { Editor } from "../../django_prose_editor/editor.js";
import { insertAfterBlock } from "./boxes.js";
import { combobox } from "./combobox.js";
import { counter } from "./counter.js";
import { embedDialog } from "./embed-box.js";
import { finder } from "./embeds.js";
import { findBar } from "./find-bar.js";
import { linkDialog } from "./link.js";
import { noticeBoard } from "./notice.js";
import { pictureDialog } from "./picture-dialog.js";
import { withAuthors } from "./quote.js";
import { extensions } from "./schema.js";
import { shortcutsDialog } from "./shortcuts.js";
import { one } from "./suggestions.js";
import { toolbar } from "./toolbar.js";

// The cursor stays clear of the form's buttons, which float over the text.
const BUTTONS = 110;

/* What an editor adds for comfort and nobody wrote is not saved. */
function htmlOf(editor) {
  return editor.getHTML().replaceAll("<cite></cite>", "").replace(/(?:<p><\/p>)+$/, "");
}

/* What stands behind the ids: sent with the page, seen in a dialog, or asked for once. */
function lookUps(root) {
  const addresses = { article: root.dataset.articles, picture: root.dataset.pictures };
  const known = { article: new Map(), picture: new Map() };
  const remember = (kind, item) => known[kind].set(String(item.id), item);
  for (const [kind, items] of Object.entries(JSON.parse(root.dataset.known))) {
    for (const item of items) remember(kind, item);
  }
  return {
    remember,
    async lookUp(kind, id) {
      if (!known[kind].has(String(id))) known[kind].set(String(id), one(addresses[kind], id));
      return known[kind].get(String(id));
    },
  };
}

/* The label, help and errors of the text area are those of the writing area. */
function spokenOf(textarea, words) {
  const spoken = { id: `${textarea.id}_text`, "aria-label": words.writing, "aria-multiline": "true", spellcheck: "true" };
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (textarea.hasAttribute(name)) spoken[name] = textarea.getAttribute(name);
  }
  return spoken;
}

/* On when the article's language is French, until somebody presses the button. */
function typographySwitch(textarea) {
  const language = textarea.form?.elements.namedItem("language");
  let chosen = null;
  language?.addEventListener("change", () => {
    chosen = null;
  });
  const isOn = () => chosen ?? (language?.value ?? document.documentElement.lang).startsWith("fr");
  return { isOn, toggle: () => { chosen = !isOn(); }, language };
}

function articleDialog(editor, dialog, { url, remember }) {
  const { input } = combobox(dialog.querySelector("[data-combobox]"), {
    url,
    onPick(article) {
      dialog.close();
      remember("article", article);
      insertAfterBlock(editor, "articleBox", { id: article.id });
    },
  });
  dialog.querySelector("[data-cancel]").addEventListener("click", () => dialog.close());
  document.body.append(dialog);
  return () => {
    input.value = "";
    dialog.showModal();
    input.focus();
  };
}

function start(root) {
  const textarea = root.querySelector("textarea");
  const { remember, lookUp } = lookUps(root);
  const typography = typographySwitch(textarea);
  const template = (name) => root.querySelector(`template[data-${name}]`).content.firstElementChild.cloneNode(true);
  const words = root.dataset;
  const dialogs = {};
  const head = root.querySelector("[data-head]");
  const say = noticeBoard(root.querySelector("[data-notice]"));
  const find = finder(JSON.parse(words.embeds));

  const place = document.createElement("div");
  place.className = "editor-text";
  textarea.before(place);
  textarea.hidden = true;

  // And of what stands above the text, which grows with the search.
  const edges = { get top() { return head.offsetHeight + 16; }, right: 0, bottom: BUTTONS, left: 0 };
  const editor = new Editor({
    element: place,
    content: textarea.value,
    editable: !textarea.disabled && !textarea.readOnly,
    injectCSS: false,
    extensions: extensions({
      words,
      say,
      boxes: { template, lookUp, words, find, say },
      isFrench: typography.isOn,
      open: (name) => dialogs[name](),
    }),
    editorProps: { attributes: spokenOf(textarea, words), scrollThreshold: edges, scrollMargin: edges },
    onUpdate: () => sync(),
  });

  function sync() {
    const html = htmlOf(editor);
    if (html === textarea.value) return;
    textarea.value = html;
    textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  const authors = withAuthors(editor.state);
  if (authors) editor.view.dispatch(authors.setMeta("addToHistory", false).setMeta("preventUpdate", true));

  const picture = root.querySelector("[data-picture-dialog]");
  const link = root.querySelector("[data-link-dialog]");
  document.body.append(link);
  dialogs.link = linkDialog(editor, link);
  dialogs.picture = pictureDialog(picture, words.pictures, (chosen) => {
    remember("picture", chosen);
    insertAfterBlock(editor, "pictureBox", { id: chosen.id }, chosen.caption);
  });
  dialogs.embed = embedDialog(editor, root.querySelector("[data-embed-dialog]"), find);
  dialogs.find = findBar(editor, root.querySelector("[data-find]"));
  dialogs.shortcuts = shortcutsDialog(editor, root.querySelector("[data-shortcuts-dialog]"));
  dialogs.related = articleDialog(editor, root.querySelector("[data-article-dialog]"), { url: words.articles, remember });

  // A form that only reads (keeping/lock.js).
  textarea.form?.addEventListener("writable", ({ detail }) => editor.setEditable(detail && !textarea.disabled, false));

  const refresh = toolbar(editor, root.querySelector("[data-toolbar]"), dialogs, typography);
  typography.language?.addEventListener("change", refresh);
  counter(editor, root.querySelector("[data-count]"));
  for (const label of textarea.labels ?? []) label.addEventListener("click", () => editor.commands.focus());
  place.addEventListener("click", (event) => event.target === place && editor.commands.focus("end"));
}

for (const root of document.querySelectorAll("[data-body-editor]")) start(root);
