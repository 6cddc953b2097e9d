// The admin's search fields with suggestions have no name of their own: each takes that of its field's label.
function name() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = select.labels[0]?.textContent.trim();
    for (const part of select.nextElementSibling?.querySelectorAll("[role=combobox], [role=textbox]") ?? []) {
      const chosen = select.selectedOptions[0]?.textContent.trim();
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", [label, chosen].filter(Boolean).join(" "));
    }
    if (!select.dataset.named) select.parentElement.addEventListener("focusin", name);
    select.dataset.named = "";
  }
}

// jQuery calls back in order: the admin's own script, which makes the fields, asked first.
globalThis.django?.jQuery?.(name);
