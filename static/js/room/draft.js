/* What one writes stays on the device, by article and person, until it is sent (forget.js clears it at signing out). */

const PREFIX = "contribution:";
const field = () => document.querySelector("#room [data-draft]");
const key = (area) => PREFIX + area.dataset.draft;

function keep(area) {
  // A full or forbidden store must not stop anybody from typing.
  try {
    if (area.value.trim()) localStorage.setItem(key(area), area.value);
    else localStorage.removeItem(key(area));
  } catch {}
}

export function takeUp() {
  const area = field();
  if (!area) return;
  try {
    area.value ||= localStorage.getItem(key(area)) ?? "";
  } catch {}
  // Also what was typed before this module was there.
  if (area.value) area.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("input", (event) => {
  if (event.target === field()) keep(event.target);
});

document.addEventListener("contribution-sent", () => {
  const area = field();
  if (!area) return;
  area.value = "";
  area.dispatchEvent(new Event("input", { bubbles: true }));
});
