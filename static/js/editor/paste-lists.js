/* Lists as Word writes them: paragraphs or single lists that name their level. They become lists in lists. */

export function style(element) {
  return element.dataset.style?.toLowerCase().replace(/\s/g, "") ?? "";
}

/* Word for Windows and Mac: a paragraph with its list and level in the style, the bullet or number as text. */
function wordItem(paragraph) {
  const level = style(paragraph).match(/mso-list:\S*?level(\d)/);
  if (!level) return null;
  const marker = [...paragraph.querySelectorAll("[data-style]")].find((span) => style(span).includes("mso-list:ignore"));
  const sign = marker?.textContent.trim() ?? "";
  marker?.remove();
  return { level: Number(level[1]), name: /^\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/i.test(sign) ? "ol" : "ul" };
}

function addItem(lists, source, { level, name }) {
  while (lists.length > level) lists.pop();
  if (lists.length && lists.length === level && lists.at(-1).localName !== name) lists.pop();
  while (lists.length < level) {
    const list = document.createElement(name);
    const parent = lists.at(-1)?.lastElementChild;
    if (parent) parent.append(list);
    else if (lists.length) lists.at(-1).append(list);
    else source.before(list);
    lists.push(list);
  }
  const item = document.createElement("li");
  item.append(...source.childNodes);
  source.remove();
  lists.at(-1).append(item);
}

function regroup(sources, itemOf) {
  let lists = [];
  for (const source of sources) {
    const item = itemOf(source);
    const follows = lists.length && source.previousElementSibling === lists[0];
    if (!follows) lists = [];
    if (item) addItem(lists, source, item);
  }
}

/* Word in the browser has a list for every item, Google Docs lists beside items; both write the level down. */
function fromLevels(body) {
  const marked = [...body.querySelectorAll("li[data-aria-level]")];
  for (const wrapper of body.querySelectorAll("div.ListContainerWrapper")) wrapper.replaceWith(...wrapper.childNodes);
  for (const item of marked) item.dataset.list = item.closest("ol, ul")?.localName ?? "ul";
  const outermost = [...body.querySelectorAll("ol, ul")].filter((list) => !list.parentElement.closest("ol, ul"));
  for (const list of outermost.filter((one) => one.querySelector("li[data-list]"))) {
    list.before(...list.querySelectorAll("li"));
    list.remove();
  }
  regroup(marked, (item) => ({
    level: Math.min(9, Math.max(1, Number(item.dataset.ariaLevel) || 1)),
    name: item.dataset.list,
  }));
}

export function lists(body) {
  fromLevels(body);
  regroup([...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")], wordItem);
}
