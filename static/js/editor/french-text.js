/* French typography of a text that was pasted: the rules of web/typography.py, as changes of single places, so that bold
   and links around them stay. */

const NO_BREAK = "\u00a0";
const NARROW = "\u202f";
const SPACE = "[ \u00a0\u202f\u2009]*";
const LEFT_ALONE = String.raw`(?:https?:\/\/|www\.)[^\s"«»]+|[\p{L}\p{N}_.+\-]{1,64}@[\p{L}\p{N}_\-]{1,63}\.[\p{L}\p{N}_.\-]+|[#@][\p{L}\p{N}_]+`;

/* [what is looked for, its changes: how far into it, how many characters give way, to what]. */
const RULES = [
  [String.raw`\.{3,}`, (match) => [[0, match.length, "…"]]],
  [String.raw`(?<!\p{Nd})'|'(?=\p{L})`, () => [[0, 1, "’"]]],
  [
    String.raw`(?<![\p{L}\p{N}_.,;:!?…%)\]»"])"(?=\S)[^"\n]*[^"\s]"(?!")`,
    (match) => [[0, 1, "«"], [match.length - 1, 1, "»"]],
  ],
  [`«${SPACE}(?=\\S)`, (match) => [[1, match.length - 1, NO_BREAK]]],
  [`(?<=[^\\s«])${SPACE}»`, (match) => [[0, match.length - 1, NO_BREAK]]],
  [`(?<=[^\\s(\\[«¿¡;!?])${SPACE}[;!?]`, (match) => [[0, match.length - 1, NARROW]]],
  [`(?<=[^\\s(\\[«:])${SPACE}:(?=\\s|$)`, (match) => [[0, match.length - 1, NO_BREAK]]],
  [`(?<=\\p{Nd})${SPACE}[%€]`, (match) => [[0, match.length - 1, NO_BREAK]]],
].map(([pattern, changes]) => [new RegExp(`(${LEFT_ALONE})|(?:${pattern})`, "gu"), changes]);

/* Gives each rule's changes to ``change(position, length, replacement)``, last first; it returns the text after them. */
export function correct(text, change) {
  let current = text;
  for (const [pattern, changes] of RULES) {
    const found = [...current.matchAll(pattern)].filter((match) => match[1] === undefined);
    const all = found.flatMap((match) => changes(match[0]).map(([at, ...rest]) => [match.index + at, ...rest]));
    for (const [at, length, replacement] of all.reverse()) {
      if (current.slice(at, at + length) !== replacement) current = change(current, at, length, replacement);
    }
  }
  return current;
}

export function french(text) {
  return correct(text, (current, at, length, replacement) => current.slice(0, at) + replacement + current.slice(at + length));
}

/* Inline content, corrected where it is no link; breaks in it stay. */
function correctedInline(fragment) {
  const letters = [];
  fragment.forEach((node) => {
    if (node.isText) for (const letter of node.text.split("")) letters.push({ letter, node });
    else letters.push({ letter: "\n", node });
  });
  const isFixed = ({ node }) => !node.isText || node.marks.some((mark) => mark.type.name === "link");
  correct(letters.map(({ letter }) => letter).join(""), (current, at, length, replacement) => {
    if (letters.slice(at, at + length).some(isFixed)) return current;
    const near = [letters[length ? at : at - 1], letters[at]].find((one) => one && !isFixed(one));
    if (!near) return current;
    const { node } = near;
    letters.splice(at, length, ...replacement.split("").map((letter) => ({ letter, node })));
    return current.slice(0, at) + replacement + current.slice(at + length);
  });
  const nodes = [];
  let last = null;
  for (const { letter, node } of letters) {
    const run = nodes.at(-1);
    if (node.isText && node === last) nodes[nodes.length - 1] = run.withText(run.text + letter);
    else nodes.push(node.isText ? node.withText(letter) : node);
    last = node;
  }
  return fragment.constructor.from(nodes);
}

export function correctedFragment(fragment) {
  if (fragment.firstChild?.isInline) return correctedInline(fragment);
  const nodes = [];
  fragment.forEach((node) => nodes.push(node.isLeaf ? node : node.copy(correctedFragment(node.content))));
  return fragment.constructor.from(nodes);
}
