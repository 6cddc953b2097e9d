/* The text as a file on the person's own disk, made without the server. */

export function download(fields, title) {
  const page = document.implementation.createHTMLDocument(title);
  const charset = page.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  page.head.prepend(charset);
  for (const [name, tag] of [["kicker", "p"], ["headline", "h1"], ["standfirst", "p"]]) {
    if (!fields[name]) continue;
    const line = page.createElement(tag);
    line.textContent = fields[name];
    page.body.append(line);
  }
  const text = page.createElement("article");
  text.innerHTML = fields.body ?? "";
  page.body.append(text);
  if (fields.note) page.body.append(page.createElement("hr"), fields.note);
  const file = new Blob([`<!doctype html>\n${page.documentElement.outerHTML}`], { type: "text/html" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  const name = (fields.headline || title).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  link.download = `${name.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "article"}.html`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
