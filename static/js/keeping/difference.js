/* Two texts word by word: what went is struck through, what came is marked. */

// Beyond it, comparing every word with every other takes longer than a person waits.
const MOST_PAIRS = 4_000_000;

function wordsIn(text) {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

function lengths(before, after) {
  const width = after.length + 1;
  const table = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const at = i * width + j;
      const same = before[i] === after[j];
      table[at] = same ? table[at + width + 1] + 1 : Math.max(table[at + width], table[at + 1]);
    }
  }
  return table;
}

/* Pairs of what happened (" ", "-" or "+") and a word. */
function steps(before, after) {
  if (before.length * after.length > MOST_PAIRS) {
    return [...before.map((word) => ["-", word]), ...after.map((word) => ["+", word])];
  }
  const table = lengths(before, after);
  const width = after.length + 1;
  const found = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      found.push([" ", before[i++]]);
      j++;
    } else if (j < after.length && (i === before.length || table[i * width + j + 1] >= table[(i + 1) * width + j])) {
      found.push(["+", after[j++]]);
    } else {
      found.push(["-", before[i++]]);
    }
  }
  return found;
}

function sharedStart(before, after) {
  let count = 0;
  while (count < before.length && count < after.length && before[count] === after[count]) count++;
  return count;
}

/* A fragment with both texts, in which nothing but <ins> and <del> is markup. */
export function difference(textBefore, textAfter) {
  const before = wordsIn(textBefore);
  const after = wordsIn(textAfter);
  const start = sharedStart(before, after);
  const shared = before.slice(0, start).map((word) => [" ", word]);
  const all = [...shared, ...steps(before.slice(start), after.slice(start))];
  const fragment = document.createDocumentFragment();
  const tags = { "+": "ins", "-": "del" };
  let last = null;
  for (const [kind, word] of all) {
    if (kind !== last) fragment.append(tags[kind] ? document.createElement(tags[kind]) : document.createTextNode(""));
    fragment.lastChild.textContent += word;
    last = kind;
  }
  return fragment;
}
