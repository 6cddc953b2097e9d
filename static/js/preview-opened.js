/* Tells the newsroom that somebody opened the preview: once a page, and only when it is in view. */

const box = document.querySelector("[data-opened-src]");
const told = box.querySelector("[name=opened]");

async function tell() {
  if (told.value || document.visibilityState !== "visible") return;
  told.value = "1";
  const response = await fetch(box.dataset.openedSrc, { method: "POST", credentials: "same-origin", keepalive: true });
  if (!response.ok) told.value = "";
}

document.addEventListener("visibilitychange", () => tell().catch(() => {}));
tell().catch(() => {});
