/* What comes from Word, Google Docs or a web page becomes plain headings, paragraphs, lists, bold, italic and links; the
   schema drops the rest. Styles and handlers are set aside before the browser reads them: the policy of the page refuses them. */

import { pm } from "../../django_prose_editor/editor.js";

const { Fragment, Slice } = pm.model;
const HEADINGS = { H1: "h2", H5: "h4", H6: "h4" };
const KEPT = new Set(["href", "data-picture", "data-article", "data-embed"]);
const BOLD = /(?:^|;)font-weight:(?:bold|[6-9]00)/;
const NOT_BOLD = /(?:^|;)font-weight:(?:normal|400)/;
const ITALIC = /(?:^|;)font-style:italic/;

function harmless(html) {
  return html
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, (comment) => (/supportLists/i.test(comment) ? comment : ""))
    .replace(/<(style|xml|script|title|head)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<[a-z][^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>/gi, setAside);
}

function setAside(tag) {
  return tag.replace(/\s(style|on[a-z]+)(?=\s*=)/gi, " data-$1");
}

function style(element) {
  return element.dataset.style?.toLowerCase().replace(/\s/g, "") ?? "";
}

function rename(element, name) {
  const other = document.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

function unwrap(element) {
  element.replaceWith(...element.childNodes);
}

/* Word writes list items as paragraphs that name their list and level, with the bullet or number as text. */
function wordListItem(paragraph) {
  const level = style(paragraph).match(/mso-list:\S*?level(\d)/);
  if (!level) return null;
  const marker = [...paragraph.querySelectorAll("[data-style]")].find((span) => style(span).includes("mso-list:ignore"));
  const sign = marker?.textContent.trim() ?? "";
  marker?.remove();
  return { level: Number(level[1]), name: /^\(?(?:\d+|[a-z]|[ivx]+)[.)]/i.test(sign) ? "ol" : "ul" };
}

function addItem(lists, paragraph, { level, name }) {
  while (lists.length > level) lists.pop();
  if (lists.length && lists.length === level && lists.at(-1).localName !== name) lists.pop();
  while (lists.length < level) {
    const list = document.createElement(name);
    const parent = lists.at(-1)?.lastElementChild;
    if (parent) parent.append(list);
    else if (lists.length) lists.at(-1).append(list);
    else paragraph.before(list);
    lists.push(list);
  }
  const item = document.createElement("li");
  item.append(...paragraph.childNodes);
  paragraph.remove();
  lists.at(-1).append(item);
}

function listsOfWord(body) {
  let lists = [];
  for (const paragraph of [...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    const item = wordListItem(paragraph);
    const follows = lists.length && paragraph.previousElementSibling === lists[0];
    if (!follows) lists = [];
    if (item) addItem(lists, paragraph, item);
  }
}

function marksOfStyles(body) {
  for (const element of body.querySelectorAll("b, strong")) {
    if (NOT_BOLD.test(style(element))) unwrap(element);
  }
  for (const element of body.querySelectorAll("span")) {
    const css = style(element);
    if (!element.closest("h1, h2, h3, h4, h5, h6") && BOLD.test(css)) {
      rename(element, "strong");
    } else if (ITALIC.test(css)) {
      rename(element, "em");
    }
  }
}

function both(body) {
  for (const element of body.querySelectorAll("span")) {
    const css = style(element);
    if (!BOLD.test(css) || !ITALIC.test(css)) continue;
    const inner = document.createElement("em");
    inner.append(...element.childNodes);
    element.append(inner);
  }
}

function realAddress(link) {
  let address = null;
  try {
    address = new URL(link.getAttribute("href"));
  } catch {
    return;
  }
  const wrapped = /(^|\.)google\.[a-z.]+$/.test(address.hostname) && address.pathname === "/url" && address.searchParams.get("q");
  if (wrapped) link.setAttribute("href", wrapped);
}

function clean(body) {
  for (const element of body.querySelectorAll("meta, link, style, script, .Apple-interchange-newline")) element.remove();
  for (const element of body.querySelectorAll('a[href^="#_"], a[name]:not([href])')) {
    if (/^#_(?:ftn|edn|msocom)/.test(element.getAttribute("href") ?? "")) element.remove();
    else unwrap(element);
  }
  listsOfWord(body);
  both(body);
  marksOfStyles(body);
  for (const title of body.querySelectorAll("p.MsoTitle")) rename(title, "h2");
  for (const heading of body.querySelectorAll(Object.keys(HEADINGS).join(","))) rename(heading, HEADINGS[heading.tagName]);
  for (const heading of body.querySelectorAll("h2, h3, h4")) {
    for (const bold of heading.querySelectorAll("b, strong")) unwrap(bold);
    if (heading.closest("li")) rename(heading, "p");
  }
  for (const link of body.querySelectorAll("a[href]")) realAddress(link);
  for (const block of body.querySelectorAll("p, h2, h3, h4, li")) {
    const isEmpty = !block.textContent.replace(/[\s\u00a0]/g, "") && !block.querySelector("[data-picture], [data-article]");
    if (isEmpty) block.remove();
  }
  for (const element of body.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) if (!KEPT.has(name)) element.removeAttribute(name);
  }
}

export function cleanPastedHtml(html) {
  if (html.includes("data-pm-slice")) return html;
  const { body } = new DOMParser().parseFromString(harmless(html), "text/html");
  clean(body);
  return body.innerHTML;
}

/* Blank lines part paragraphs, other line ends are breaks; without any blank line each line is a paragraph. */
export function paragraphsOf(text, schema) {
  const lines = text.replace(/\r\n?/g, "\n").trim();
  const blocks = /\n[^\S\n]*\n/.test(lines) ? lines.split(/\n(?:[^\S\n]*\n)+/) : lines.split("\n");
  const paragraphs = blocks.map((block) => {
    const parts = block.split("\n").flatMap((line, index) => {
      const words = line.trim() ? [schema.text(line.trim())] : [];
      return index ? [schema.nodes.hardBreak.create(), ...words] : words;
    });
    return schema.nodes.paragraph.create(null, parts);
  });
  return new Slice(Fragment.from(paragraphs), 1, 1);
}
