/* Footnotes and comments of word processors. Comments are not part of the text. The number of a footnote stays, as text,
   when the note was copied along; alone it would lead nowhere and goes. */

const COMMENTS = '[data-style*="mso-element:comment"], .msocomtxt, .MsoCommentReference, .MsoCommentText, a.msocomanchor';
const REFERENCE = /^#_?(?:ftn|edn|ftnt|endnote|sdfootnote|sdendnote)(?:_?ref)?\d*(?:anc|sym|ref)?/i;
const COMMENT = /^#(?:_msocom|cmnt)/i;
const OF_NOTE = /^#(?:_?(?:ftn|edn|ftnt|endnote)_?ref\d+|sd(?:foot|end)note\d+anc)$/i;

function fragmentOf(link) {
  return (link.getAttribute("href") ?? "").replace(/^(?!https?:\/\/)[^#]+(?=#)/, "");
}

export function notes(body) {
  const links = [...body.querySelectorAll("a[href*='#']")];
  const hasNotes = links.some((link) => OF_NOTE.test(fragmentOf(link)));
  for (const link of links) {
    const target = fragmentOf(link);
    if (COMMENT.test(target)) {
      const isText = link.parentElement?.localName === "p" && target.includes("_ref");
      (isText ? link.parentElement : link).remove();
    } else if (REFERENCE.test(target)) {
      const number = link.textContent.replace(/[^\p{L}\p{N}*]/gu, "");
      if (hasNotes && number) link.replaceWith(`[${number}]${OF_NOTE.test(target) ? " " : ""}`);
      else link.remove();
    }
  }
  for (const element of body.querySelectorAll(COMMENTS)) element.remove();
  for (const anchor of body.querySelectorAll('a[href^="#"], a:not([href])')) anchor.replaceWith(...anchor.childNodes);
  for (const sign of body.querySelectorAll("sup, sub")) if (!sign.textContent.trim()) sign.remove();
}
