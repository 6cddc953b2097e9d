/* « Avant parution » follows the typing: two seconds after it stops, the server looks at what stands in the form. */

const PAUSE = 2000;

function start(area) {
  const form = area.closest("form");
  let pause = 0;
  let asked = "";
  let running = new AbortController();

  function typed() {
    const data = new FormData(form);
    for (const name of [...data.keys()]) if (data.get(name) instanceof File) data.delete(name);
    return new URLSearchParams(data);
  }

  async function look(isAgain) {
    const body = typed();
    if (!isAgain && body.toString() === asked) return;
    running.abort();
    running = new AbortController();
    const { signal } = running;
    try {
      const response = await fetch(area.dataset.checklist, {
        method: "POST",
        body,
        credentials: "same-origin",
        headers: { "X-Requested-With": "fragment" },
        // A session that has ended answers with the way to the sign-in page: no reason for an alarm in the console.
        redirect: "manual",
        signal,
      });
      if (!response.ok) return;
      show(await response.text());
      asked = body.toString();
    } catch {
      // Offline, or overtaken by the next question: what was seen last stays.
    }
  }

  /* Into the lines that are there, so that only a sum that changed is spoken. */
  function show(html) {
    const answer = document.createRange().createContextualFragment(html);
    const [sum, newSum] = [area, answer].map((place) => place.querySelector("[data-checks-sum]"));
    sum.className = newSum.className;
    if (sum.textContent.trim() !== newSum.textContent.trim()) sum.textContent = newSum.textContent.trim();
    area.querySelector("[data-checks]").replaceWith(answer.querySelector("[data-checks]"));
  }

  const soon = (event) => {
    if (event.target.closest("[data-card]")) return;
    clearTimeout(pause);
    pause = setTimeout(look, PAUSE);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  document.addEventListener("card-kept", () => look(true));
}

for (const area of document.querySelectorAll("[data-checklist]")) start(area);
