/* The desk's calendar: what can be moved is taken by its handle and dropped on another day, with a mouse, a finger or
   the keyboard. Its own form is sent then, with the new day and the same hour; the server decides. */

const calendar = document.querySelector("[data-calendar]");
const said = calendar.querySelector("[data-said]");
const days = [...calendar.querySelectorAll("[data-day]")];
const FAR_ENOUGH = 6;
const EDGE = 60;

const dayOf = (entry) => entry.closest("[data-day]");
const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

function say(words, entry, day) {
  said.textContent = filled(words, { title: entry.dataset.title, day: day?.dataset.words });
}

function drop(entry, day, from) {
  if (day === from) return false;
  if ("isPast" in day.dataset) {
    say(calendar.dataset.past, entry, day);
    return false;
  }
  const form = entry.querySelector("[data-move]");
  form.at.value = form.at.defaultValue.replace(/^[\d-]+/, day.dataset.day);
  say(calendar.dataset.dropped, entry, day);
  form.requestSubmit();
  return true;
}

/* The keyboard: Enter takes, arrows move, Enter drops, Escape puts back. */
let held = null;

function grab(grip) {
  const entry = grip.closest("[data-entry]");
  held = { grip, entry, from: dayOf(entry), next: entry.nextElementSibling, list: entry.parentElement };
  grip.setAttribute("aria-pressed", "true");
  say(calendar.dataset.grabbed, entry);
}

function release() {
  held.grip.setAttribute("aria-pressed", "false");
  for (const day of days) day.classList.remove("is-target");
  held = null;
}

function putBack() {
  const { entry, list, next, grip } = held;
  list.insertBefore(entry, next);
  release();
  grip.focus();
}

function step(count) {
  const { entry, grip } = held;
  const day = days[days.indexOf(dayOf(entry)) + count];
  if (!day || getComputedStyle(day).display === "none") return;
  if ("isPast" in day.dataset) {
    say(calendar.dataset.past, entry, day);
    return;
  }
  day.querySelector("[data-entries]").append(entry);
  for (const one of days) one.classList.toggle("is-target", one === day);
  grip.focus();
  entry.scrollIntoView({ block: "nearest" });
  said.textContent = day.dataset.words;
}

const ROW = calendar.dataset.calendar === "month" ? 7 : 1;
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -ROW, ArrowDown: ROW };

calendar.addEventListener("keydown", (event) => {
  const grip = event.target.closest("[data-grip]");
  if (!grip) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    if (!held) {
      grab(grip);
      return;
    }
    const { entry, from } = held;
    if (dayOf(entry) === from) putBack();
    else if (drop(entry, dayOf(entry), from)) release();
  } else if (held && event.key in STEPS) {
    event.preventDefault();
    step(STEPS[event.key]);
  } else if (held && event.key === "Escape") {
    event.preventDefault();
    const { entry } = held;
    putBack();
    say(calendar.dataset.putBack, entry);
  }
});

calendar.addEventListener("focusout", () => {
  /* Moving the entry takes the focus for a moment; leaving it for good puts it back. */
  if (held) setTimeout(() => held && !held.grip.matches(":focus") && document.hasFocus() && putBack());
});

/* Mouse and finger. */
let drag = null;

function target(event) {
  return document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-day]") ?? null;
}

function endDrag() {
  const { entry } = drag;
  entry.classList.remove("is-dragged");
  entry.style.transform = "";
  for (const day of days) day.classList.remove("is-target");
  drag = null;
}

calendar.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest("[data-grip]");
  if (!grip || event.button !== 0 || held) return;
  const entry = grip.closest("[data-entry]");
  drag = { entry, from: dayOf(entry), x: event.pageX, y: event.pageY, isMoving: false };
});

addEventListener("pointermove", (event) => {
  if (!drag) return;
  const [across, down] = [event.pageX - drag.x, event.pageY - drag.y];
  if (!drag.isMoving && Math.hypot(across, down) < FAR_ENOUGH) return;
  event.preventDefault();
  drag.isMoving = true;
  drag.entry.classList.add("is-dragged");
  drag.entry.style.transform = `translate(${across}px, ${down}px)`;
  if (event.clientY < EDGE) scrollBy(0, -EDGE / 4);
  if (event.clientY > innerHeight - EDGE) scrollBy(0, EDGE / 4);
  const over = target(event);
  for (const day of days) day.classList.toggle("is-target", day === over && day !== drag.from);
});

addEventListener("pointerup", (event) => {
  if (!drag) return;
  const { entry, from, isMoving } = drag;
  const day = isMoving ? target(event) : null;
  endDrag();
  if (day) drop(entry, day, from);
});
addEventListener("pointercancel", () => drag && endDrag());
addEventListener("keydown", (event) => {
  if (drag && event.key === "Escape") endDrag();
});

for (const grip of calendar.querySelectorAll("[data-grip]")) grip.hidden = false;
calendar.classList.add("is-scripted");

/* After a move the work goes on where it was; the browser itself clears the focus when it goes to the entry. */
addEventListener("load", () => {
  setTimeout(() => document.getElementById(location.hash.slice(1))?.querySelector("[data-grip]")?.focus());
});
