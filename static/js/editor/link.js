/* Addresses that a link may have, and the dialog that asks for one. */

export function isAllowedAddress(address) {
  return /^(?:https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?|\/(?![/\\])\S*|(?:mailto|tel):[^\s/]\S*)$/i.test(address);
}

/* What people paste or type without its beginning: « www.example.org », « example.org/page », « awa@example.org ». */
export function completed(address) {
  const text = address.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u.test(text)) return `https://${text}`;
  return text;
}

export function linkDialog(editor, dialog) {
  const input = dialog.querySelector("[data-address]");
  const problem = dialog.querySelector("[data-problem]");
  const unlink = dialog.querySelector("[data-unlink]");

  function apply() {
    const href = completed(input.value);
    problem.hidden = isAllowedAddress(href);
    input.setAttribute("aria-invalid", String(!problem.hidden));
    if (!problem.hidden) return input.focus();
    dialog.close();
    const { empty } = editor.state.selection;
    const chain = editor.chain().focus();
    if (editor.isActive("link")) chain.extendMarkRange("link").setLink({ href }).run();
    else if (empty) chain.insertContent({ type: "text", text: href.replace(/^mailto:|^tel:/, ""), marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    return undefined;
  }

  dialog.querySelector("[data-apply]").addEventListener("click", apply);
  dialog.querySelector("[data-cancel]").addEventListener("click", () => dialog.close());
  unlink.addEventListener("click", () => {
    dialog.close();
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    apply();
  });

  return () => {
    input.value = editor.getAttributes("link").href ?? "";
    problem.hidden = true;
    input.removeAttribute("aria-invalid");
    unlink.hidden = !editor.isActive("link");
    dialog.showModal();
    input.select();
    return true;
  };
}
