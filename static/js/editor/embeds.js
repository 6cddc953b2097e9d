/* Which pasted addresses become cards: the table of articles/embeds.py, read here as the server reads it. */

const ADDRESS = /^https?:\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#.*)?$/i;

function groupsOf(form, host, path, query) {
  if (!form.hosts.includes(host)) return null;
  const matches = [path.match(new RegExp(`^(?:${form.path})$`))];
  for (const [name, pattern] of Object.entries(form.query)) {
    matches.push((query.get(name) ?? "").match(new RegExp(`^(?:${pattern})$`)));
  }
  return matches.every(Boolean) ? Object.assign({}, ...matches.map((match) => match.groups)) : null;
}

function written(form, groups, query) {
  const address = form.address.replace(/\{(\w+)\}/g, (_, name) => groups[name]);
  const start = form.start && (query.get("t") || query.get("start") || "").match(new RegExp(`^(?:${form.start})$`));
  return start ? `${address}${address.includes("?") ? "&" : "?"}t=${Number(start[1])}` : address;
}

/* ``find(address)``: { address, title } as it is stored and named, or null. */
export function finder(forms) {
  return function find(text) {
    const match = /^[\x21-\x7e]+$/.test(text) && text.match(ADDRESS);
    if (!match) return null;
    const [, host, path, search = ""] = match;
    const query = new URLSearchParams(search);
    for (const form of forms) {
      const groups = groupsOf(form, host.toLowerCase(), path, query);
      if (groups) return { address: written(form, groups, query), title: form.title };
    }
    return null;
  };
}

/* In what somebody copied, be it an address or the code that a provider offers, the first address of a card. */
export function firstIn(text, find) {
  const addresses = text.replaceAll("&amp;", "&").match(/https?:\/\/[^\s"'<>]+/gi) ?? [];
  for (const address of addresses) {
    const found = find(address);
    if (found) return found;
  }
  return null;
}
