/* The list of shortcuts, with the names that keys have on this keyboard. */

const OF_MAC = { Control: "⌘", Alt: "⌥", Shift: "⇧" };

export function shortcutsDialog(editor, dialog) {
  if (/Mac|iPhone|iPad/.test(navigator.platform)) {
    for (const key of dialog.querySelectorAll("[data-key]")) key.textContent = OF_MAC[key.dataset.key] ?? key.textContent;
  }
  dialog.querySelector("[data-cancel]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => editor.view.focus());
  document.body.append(dialog);
  return () => {
    dialog.showModal();
    return true;
  };
}
