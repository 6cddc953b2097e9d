// The admin's search fields with suggestions have no name of their own: each takes that of its field's label.
addEventListener("load", () => {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = select.labels[0]?.textContent.trim();
    for (const part of select.nextElementSibling?.querySelectorAll("[role=combobox], [role=textbox]") ?? []) {
      const chosen = select.selectedOptions[0]?.textContent.trim();
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", [label, chosen].filter(Boolean).join(" "));
    }
  }
});
