/* Makes, copies and revokes preview links in their place, so that nothing typed in the article around them is left. */

for (const area of document.querySelectorAll("[data-preview-links]")) {
  const part = area.querySelector("[data-part]");
  const said = area.querySelector("[data-said]");

  const say = (sentence) => {
    said.textContent = sentence;
  };

  const offerCopies = () => {
    for (const button of part.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard;
  };

  const send = async (address, body) => {
    const response = await fetch(address, {
      method: "POST",
      body,
      headers: { "X-Requested-With": "fragment" },
      redirect: "error",
    });
    if (response.status !== 200 && response.status !== 422) throw new Error(response.statusText);
    part.replaceChildren(document.createRange().createContextualFragment(await response.text()));
    say(part.querySelector("[data-sentence]")?.textContent ?? "");
    offerCopies();
    part.querySelector("[role=alert], .preview-address input, #preview-label")?.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (event.target.id !== "preview-links-form" || !area.contains(button)) return;
    event.preventDefault();
    // Before the button is disabled: a disabled one is not sent.
    const body = new FormData(event.target, button);
    button.disabled = true;
    send(button.formAction, body).catch(() => {
      button.disabled = false;
      say(area.dataset.lost);
    });
  });

  area.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const address = button.closest(".preview-address").querySelector("input");
    address.select();
    await navigator.clipboard.writeText(address.value);
    say(button.dataset.copied);
  });

  offerCopies();
}
