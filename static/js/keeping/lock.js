/* Makes the form one to read and to copy from, and gives it back. Nothing is disabled: what stands in it stays in it. */

const TYPED = "input:not([type=hidden], [type=checkbox], [role=combobox]), textarea:not(.desk-conflict *)";
const CHOSEN = ".field:not(.field-body):has(select, [type=checkbox], [data-picker]), [data-toolbar], [data-find]";

export function setWritable(form, isWritable) {
  form.classList.toggle("is-read-only", !isWritable);
  form.classList.toggle("is-writable", isWritable);
  setTypable(form, isWritable);
  for (const button of form.querySelectorAll(".desk-actions > button, .desk-withdraw")) button.hidden = !isWritable;
}

/* The fields alone, as while a pressed button is on its way: what were typed then would not be in what is saved. */
export function setTypable(form, isTypable) {
  for (const control of form.querySelectorAll(TYPED)) control.readOnly = !isTypable;
  for (const place of form.querySelectorAll(CHOSEN)) place.inert = !isTypable;
  // The writing area follows the text area that it stands for.
  form.dispatchEvent(new CustomEvent("writable", { detail: isTypable }));
}
