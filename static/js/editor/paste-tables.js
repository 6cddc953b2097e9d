/* Tables have no place in a text: one column becomes its paragraphs, a real table a list with a row an item. */

const BLOCKS = "p, div, h1, h2, h3, h4, h5, h6, li, ul, ol, br, blockquote";

function cellsOf(row) {
  return [...row.children].filter((cell) => /^t[dh]$/.test(cell.localName) && cell.textContent.trim());
}

/* One line of a cell's content, its marks kept. */
function inline(cell) {
  for (const block of [...cell.querySelectorAll(BLOCKS)].reverse()) {
    block.after(" ");
    block.replaceWith(...block.childNodes);
  }
  return [...cell.childNodes];
}

function itemOf(cells) {
  const item = document.createElement("li");
  cells.forEach((cell, index) => item.append(...(index ? [" – "] : []), ...inline(cell)));
  return item;
}

export function tables(body) {
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    const rows = [...table.rows].map(cellsOf).filter((cells) => cells.length);
    const caption = document.createElement("p");
    caption.append(...(table.caption?.childNodes ?? []));
    if (rows.some((cells) => cells.length > 1)) {
      const list = document.createElement("ul");
      list.append(...rows.map(itemOf));
      table.replaceWith(caption, list);
    } else {
      table.replaceWith(caption, ...rows.flatMap(([cell]) => block(cell)));
    }
  }
}

function block(cell) {
  if ([...cell.children].some((child) => child.matches(BLOCKS))) return [...cell.childNodes];
  const paragraph = document.createElement("p");
  paragraph.append(...cell.childNodes);
  return [paragraph];
}
