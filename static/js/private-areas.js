/* Fills what is a person's own on a page that is the same for everybody. Without a sign-in there is no request, but for
   the text of an article, for guests who once opened one without an account. */

const has = (hint) => document.cookie.split("; ").some((pair) => pair.startsWith(`${hint}=`));
const areas = has("signed_in") ? "[data-private-src]" : has("guest_reader") ? "[data-private-guests]" : null;

async function fetchFragment(address) {
  // A redirect leads to the sign-in page: the public content stays.
  const response = await fetch(address, {
    credentials: "same-origin",
    headers: { "X-Requested-With": "fragment" },
    redirect: "error",
  });
  return response.status === 200 ? response.text() : null;
}

function addStyle(address) {
  const known = [...document.styleSheets].some((sheet) => sheet.href?.endsWith(address));
  if (!address || known) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.append(link);
}

async function fill(area) {
  const html = await fetchFragment(area.dataset.privateSrc);
  if (html === null) return;
  addStyle(area.dataset.privateStyle);
  area.replaceChildren(document.createRange().createContextualFragment(html));
}

async function fillAll(found) {
  // Without the cookie that forms are checked by, each answer sets one of its own: they must not overtake each other.
  const together = has("csrftoken");
  for (const area of found) {
    const filling = fill(area).catch(() => {});
    if (!together) await filling;
  }
}

if (areas) fillAll(document.querySelectorAll(areas));
