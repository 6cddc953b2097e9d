/* Turns the text area of the article into the writing area. The text area keeps the HTML, at every keystroke. */

import { Editor } from "../../django_prose_editor/editor.js";
import { insertAfterBlock } from "./boxes.js";
import { combobox } from "./combobox.js";
import { linkDialog } from "./link.js";
import { pictureDialog } from "./picture-dialog.js";
import { withAuthors } from "./quote.js";
import { extensions } from "./schema.js";
import { one } from "./suggestions.js";
import { toolbar } from "./toolbar.js";

// The cursor stays clear of the toolbar and of the form's buttons, which float over the text.
const EDGES = { top: 100, right: 0, bottom: 110, left: 0 };

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

function counter(editor, line) {
  const numbers = new Intl.NumberFormat(document.documentElement.lang || "fr");
  const write = () => {
    const text = editor.getText({ blockSeparator: "\n" }).trim();
    const words = text.split(/[\s\u00a0\u202f«»–—;:!?]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    const signs = [...text.replaceAll("\n", "")].length;
    const { words: wordsText, signs: signsText } = line.dataset;
    line.textContent = [[wordsText, words], [signsText, signs]]
      .map(([sentence, number]) => sentence.replace("{number}", numbers.format(number)))
      .join(" · ");
  };
  editor.on("update", write);
  write();
  line.hidden = false;
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

  const place = document.createElement("div");
  place.className = "editor-text";
  textarea.before(place);
  textarea.hidden = true;

  const editor = new Editor({
    element: place,
    content: textarea.value,
    editable: !textarea.disabled && !textarea.readOnly,
    injectCSS: false,
    extensions: extensions({
      words,
      boxes: { template, lookUp, words },
      isFrench: typography.isOn,
      openLink: () => dialogs.link(),
    }),
    editorProps: { attributes: spokenOf(textarea, words), scrollThreshold: EDGES, scrollMargin: EDGES },
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
  dialogs.related = articleDialog(editor, root.querySelector("[data-article-dialog]"), { url: words.articles, remember });

  const refresh = toolbar(editor, root.querySelector("[data-toolbar]"), dialogs, typography);
  typography.language?.addEventListener("change", refresh);
  counter(editor, root.querySelector("[data-count]"));
  for (const label of textarea.labels ?? []) label.addEventListener("click", () => editor.commands.focus());
  place.addEventListener("click", (event) => event.target === place && editor.commands.focus("end"));
}

for (const root of document.querySelectorAll("[data-body-editor]")) start(root);
