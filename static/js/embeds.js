/* Cards of videos and posts from elsewhere: nothing of them loads before the reader's click. Wherever a card comes in. */

document.addEventListener("click", (event) => {
  const place = event.target.closest("[data-embed-load]")?.closest("[data-embed-place]");
  if (!place) return;
  const frame = place.querySelector("[data-embed-frame]").content.firstElementChild.cloneNode();
  place.classList.add("embed__place--loaded");
  place.append(frame);
  frame.focus();
});
