/* What a browser can do beyond the links that share an article: copy its address, open the share sheet of a phone. */

async function copied(area) {
  try {
    await navigator.clipboard.writeText(area.dataset.share);
    return area.dataset.copied;
  } catch {
    return area.dataset.failed;
  }
}

for (const area of document.querySelectorAll("[data-share]")) {
  const button = (name, able, act) => {
    const one = area.querySelector(`[data-share-${name}]`);
    one.hidden = !able;
    one.addEventListener("click", act);
  };
  button("copy", navigator.clipboard, async () => {
    area.querySelector("[role=status]").textContent = await copied(area);
  });
  button("sheet", navigator.share, () => {
    navigator.share({ title: area.dataset.title, url: area.dataset.share }).catch(() => {});
  });
}
