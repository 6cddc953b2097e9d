/* Fills what is a person's own on a page that is the same for everybody. Without a sign-in there is no request. */

const signedIn = document.cookie.split("; ").some((pair) => pair.startsWith("signed_in="));

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

if (signedIn) {
  for (const area of document.querySelectorAll("[data-private-src]")) {
    fill(area).catch(() => {});
  }
}
