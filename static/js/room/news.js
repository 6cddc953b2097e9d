/* Asks now and then what has come since the room was loaded, while somebody has the page before them. */

import { ask, room } from "./page.js";

const PAUSE = 30_000;
let timer = 0;

function show({ number, words }) {
  const line = room()?.querySelector("[data-room-news]");
  if (!line) return;
  const link = line.querySelector("a");
  if (link.textContent === words) return;
  link.textContent = words;
  line.hidden = number === 0;
  room().querySelector("[data-room-status]").textContent = words;
}

async function look() {
  const address = room()?.dataset.news;
  if (!address) return;
  const response = await ask(address).catch(() => null);
  // Signed out, or the article is gone: there is nothing to ask any more.
  if (response && response.status !== 200) return;
  if (response && room()?.dataset.news === address) show(await response.json());
  wait();
}

export function wait() {
  clearTimeout(timer);
  timer = document.hidden ? 0 : setTimeout(look, PAUSE);
}

document.addEventListener("visibilitychange", wait);
