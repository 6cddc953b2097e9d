/* Adds a picture to the library from the dialog that chooses one. Nothing typed is lost when the server refuses. */

export function pictureUpload(area, onAdded) {
  const file = area.querySelector("[data-file]");
  const asked = area.querySelector("[data-asked]");
  const status = area.querySelector("[data-upload-status]");
  const fields = { original: file, alt: area.querySelector("[data-alt]"), credit: area.querySelector("[data-credit]") };
  let isRunning = false;

  function problems(errors) {
    for (const [name, field] of Object.entries(fields)) {
      const place = area.querySelector(`[data-problem-of="${name}"]`);
      place.textContent = (errors[name] ?? []).join(" ");
      field.setAttribute("aria-invalid", String(Boolean(errors[name])));
    }
    status.textContent = (errors.__all__ ?? []).join(" ");
    Object.entries(fields).find(([name]) => errors[name])?.[1].focus();
  }

  async function send() {
    const data = new FormData();
    if (file.files.length) data.append("original", file.files[0]);
    data.append("alt", fields.alt.value);
    data.append("credit", fields.credit.value);
    data.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    const response = await fetch(area.dataset.upload, { method: "POST", body: data, redirect: "error" });
    if (![201, 422].includes(response.status)) throw new Error(`${response.status}`);
    return response.json();
  }

  function empty() {
    for (const field of Object.values(fields)) field.value = "";
    asked.hidden = true;
    problems({});
  }

  async function add() {
    if (isRunning) return;
    isRunning = true;
    status.textContent = area.dataset.running;
    try {
      const { picture, errors } = await send();
      problems(errors ?? {});
      if (picture) {
        empty();
        onAdded(picture);
      }
    } catch {
      status.textContent = area.dataset.failed;
    } finally {
      isRunning = false;
    }
  }

  file.addEventListener("change", () => {
    asked.hidden = !file.files.length;
    problems({});
    if (file.files.length) fields.alt.focus();
  });
  area.querySelector("[data-add]").addEventListener("click", add);
  asked.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches("input")) return;
    event.preventDefault();
    add();
  });
}
