/* What comes from Word, LibreOffice, Google Docs, a mail or a web page becomes plain headings, paragraphs, lists, bold,
   italic and links; the schema drops the rest. Styles and handlers are set aside before the browser reads them: the policy of the page refuses them. */

import { pm } from "../../django_prose_editor/editor.js";
import { lists, style } from "./paste-lists.js";
import { notes } from "./paste-notes.js";
import { tables } from "./paste-tables.js";

const { Fragment, Slice } = pm.model;
const HEADINGS = { H1: "h2", H5: "h4", H6: "h4" };
const KEPT = new Set(["href", "data-picture", "data-article", "data-embed"]);
const BOXES = "[data-picture], [data-article], [data-embed]";
const BLOCKS = "address, article, aside, blockquote, div, figure, h1, h2, h3, h4, h5, h6, hr, li, ol, p, pre, section, table, ul";
const BOLD = /(?:^|;)font-weight:(?:bold|[6-9]00)/;
const NOT_BOLD = /(?:^|;)font-weight:(?:normal|400)/;
const ITALIC = /(?:^|;)font-style:italic/;
const NOT_ITALIC = /(?:^|;)font-style:normal/;
// Soft hyphens, zero-width spaces, byte order marks: invisible, and in the way of every search.
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

function harmless(html) {
  return html
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, (comment) => (/supportLists/i.test(comment) ? comment : pictureIn(comment)))
    .replace(/<(style|xml|script|title|head)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<[a-z][^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>/gi, setAside);
}

/* Word hides its pictures in a comment of its own kind. */
function pictureIn(comment) {
  return /<v:imagedata/i.test(comment) ? "<img>" : "";
}

function setAside(tag) {
  return tag.replace(/\s(style|on[a-z]+|src|srcset|aria-level)(?=\s*=)/gi, " data-$1");
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

/* An emoji that a site draws is its character; true for pictures that somebody would miss. */
function pictures(body) {
  let areMissed = false;
  for (const image of body.querySelectorAll("img")) {
    const alt = image.getAttribute("alt") ?? "";
    if (/^[^\p{L}\p{N}]{1,12}$/u.test(alt) && /\p{Extended_Pictographic}/u.test(alt)) image.replaceWith(alt);
    else {
      areMissed ||= !/^[01](?:px)?$/.test(image.getAttribute("width") ?? "");
      image.remove();
    }
  }
  return areMissed;
}

function marksOfStyles(body) {
  for (const element of body.querySelectorAll("b, strong")) {
    if (NOT_BOLD.test(style(element))) unwrap(element);
  }
  for (const element of body.querySelectorAll("i, em")) {
    if (NOT_ITALIC.test(style(element))) unwrap(element);
  }
  for (const element of body.querySelectorAll("span, font")) {
    if (element.closest("h1, h2, h3, h4, h5, h6, p[role=heading]")) continue;
    const [isBold, isItalic] = [BOLD.test(style(element)), ITALIC.test(style(element))];
    if (!isBold && !isItalic) continue;
    const outer = document.createElement(isBold ? "strong" : "em");
    const inner = isBold && isItalic ? outer.appendChild(document.createElement("em")) : outer;
    inner.append(...element.childNodes);
    element.replaceWith(outer);
  }
}

const WRAPPERS = [
  [/(?:^|\.)google\.[a-z.]+$/, /^\/url$/, ["q", "url"]],
  [/^lm?\.facebook\.com$/, /^\/l\.php$/, ["u"]],
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/, /^\//, ["url"]],
];

/* Google, Facebook and Outlook lead links through addresses of their own. */
function realAddress(link) {
  try {
    const address = new URL(link.getAttribute("href"));
    const wrapper = WRAPPERS.find(([host, path]) => host.test(address.hostname) && path.test(address.pathname));
    const wrapped = wrapper?.[2].map((name) => address.searchParams.get(name)).find(Boolean);
    if (wrapped) link.setAttribute("href", wrapped);
  } catch {
    // No absolute address: the schema decides.
  }
}

function headings(body) {
  for (const title of body.querySelectorAll("p.MsoTitle")) rename(title, "h2");
  for (const heading of body.querySelectorAll("[role=heading]")) {
    if (heading.localName === "p" || heading.localName === "div") rename(heading, `h${Number(heading.dataset.ariaLevel) || 2}`);
  }
  for (const heading of body.querySelectorAll(Object.keys(HEADINGS).join(","))) rename(heading, HEADINGS[heading.tagName]);
  for (const heading of body.querySelectorAll("h2, h3, h4")) {
    for (const bold of heading.querySelectorAll("b, strong")) unwrap(bold);
    if (heading.closest("li")) rename(heading, "p");
  }
}

/* Mails and web pages part paragraphs by two line ends or by plain divisions. */
function paragraphs(body) {
  for (const element of [...body.querySelectorAll("div, section, article")].reverse()) {
    if (element.querySelector(BLOCKS)) continue;
    rename(element, "p");
  }
  for (const end of body.querySelectorAll("br")) {
    if (end.parentElement.querySelector(BLOCKS)) end.remove();
  }
  for (const end of body.querySelectorAll("br + br")) {
    const block = end.closest("p");
    if (!block || end.parentElement !== block || end.previousSibling?.localName !== "br") continue;
    const before = document.createElement("p");
    while (block.firstChild !== end) before.append(block.firstChild);
    end.remove();
    block.before(before);
  }
}

function tidyText(body) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const visible = text.data.replace(INVISIBLE, "");
    if (visible !== text.data) text.data = visible;
  }
  for (const block of body.querySelectorAll("p, h2, h3, h4, li")) {
    const isEmpty = !block.textContent.replace(/[\s\u00a0]/g, "") && !block.querySelector(BOXES);
    if (isEmpty) block.remove();
    else trim(block);
  }
}

/* Spaces and line ends at the edges of a block. */
function trim(block) {
  const isEdge = (node) => node && (node.localName === "br" || (node.nodeType === Node.TEXT_NODE && !/[^\s\u00a0]/.test(node.data)));
  for (const side of ["firstChild", "lastChild"]) while (isEdge(block[side])) block[side].remove();
  const last = lastText(block);
  if (last) last.data = last.data.replace(/[\s\u00a0]+$/, "");
}

function lastText(node) {
  const last = node.lastChild;
  if (!last || last.nodeType === Node.TEXT_NODE) return last;
  return last.matches?.("ul, ol, p") ? null : lastText(last);
}

/* Its HTML, and whether pictures in it were left out. */
export function cleaned(html) {
  const { body } = new DOMParser().parseFromString(harmless(html), "text/html");
  for (const element of body.querySelectorAll("meta, link, style, script, template, .Apple-interchange-newline")) element.remove();
  notes(body);
  const hadPictures = pictures(body);
  lists(body);
  marksOfStyles(body);
  headings(body);
  tables(body);
  paragraphs(body);
  for (const link of body.querySelectorAll("a[href]")) realAddress(link);
  tidyText(body);
  for (const element of body.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) if (!KEPT.has(name)) element.removeAttribute(name);
  }
  return { html: body.innerHTML, hadPictures };
}

/* Blank lines part paragraphs, other line ends are breaks; without any blank line each line is a paragraph. */
export function paragraphsOf(text, schema) {
  const lines = text.replace(/\r\n?/g, "\n").replace(INVISIBLE, "").trim();
  const blocks = /\n[^\S\n]*\n/.test(lines) ? lines.split(/\n(?:[^\S\n]*\n)+/) : lines.split("\n");
  const found = blocks.map((block) => {
    const parts = block.split("\n").flatMap((line, index) => {
      const words = line.trim() ? [schema.text(line.trim())] : [];
      return index ? [schema.nodes.hardBreak.create(), ...words] : words;
    });
    return schema.nodes.paragraph.create(null, parts);
  });
  return new Slice(Fragment.from(found), 1, 1);
}
