/* Moves the lines of a menu up and down and numbers them; shows their addresses where needed. Without scripts the
   numbers do, and every field is there. */

function number(list) {
  const lines = [...list.querySelectorAll("[data-menu-line]")];
  lines.forEach((line, index) => {
    line.querySelector("input[name$=position]").value = index + 1;
    line.querySelector("[data-move=up]").disabled = index === 0;
    line.querySelector("[data-move=down]").disabled = index === lines.length - 1;
  });
}

function nameOf(line) {
  const target = line.querySelector("select");
  return line.querySelector("input[name$=label]").value || target.options[target.selectedIndex].text;
}

function move(list, button) {
  const line = button.closest("[data-menu-line]");
  if (button.dataset.move === "up") line.previousElementSibling?.before(line);
  else line.nextElementSibling?.after(line);
  number(list);
  (button.disabled ? line.querySelector("[data-move]:enabled") : button).focus();
  const place = [...list.children].indexOf(line) + 1;
  const said = list.dataset.moved.replace("{label}", nameOf(line)).replace("{place}", place);
  document.querySelector("[data-announce]").textContent = said;
}

/* The address is asked for where it is needed, or where one stands already. */
function showAddress(line) {
  const field = line.querySelector("[data-address-field]");
  const isNeeded = line.querySelector("select").value === "address" || field.querySelector("input").value !== "";
  field.hidden = !isNeeded;
  line.querySelector("[data-label-field] .help")?.toggleAttribute("hidden", isNeeded);
}

for (const list of document.querySelectorAll("[data-menu-lines]")) {
  for (const moves of list.querySelectorAll("[data-moves]")) moves.hidden = false;
  number(list);
  for (const line of list.querySelectorAll("[data-menu-line]")) {
    showAddress(line);
    line.addEventListener("change", () => showAddress(line));
  }
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (button) move(list, button);
  });
}
