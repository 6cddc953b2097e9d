/* The buttons above the text: what each does, when it is pressed, and arrow keys between them. */

function actions(editor, dialogs, typography) {
  const run = (name, ...values) => () => editor.chain().focus()[name](...values).run();
  const heading = (level) => ({
    run: run("toggleHeading", { level }),
    is: () => editor.isActive("heading", { level }),
  });
  return {
    undo: { run: run("undo"), can: () => editor.can().undo() },
    redo: { run: run("redo"), can: () => editor.can().redo() },
    "heading-2": heading(2),
    "heading-3": heading(3),
    "heading-4": heading(4),
    bold: { run: run("toggleBold"), is: () => editor.isActive("bold") },
    italic: { run: run("toggleItalic"), is: () => editor.isActive("italic") },
    bullets: { run: run("toggleBulletList"), is: () => editor.isActive("bulletList") },
    numbers: { run: run("toggleOrderedList"), is: () => editor.isActive("orderedList") },
    quote: { run: run("toggleQuote"), is: () => editor.isActive("blockquote") },
    link: { run: dialogs.link, is: () => editor.isActive("link") },
    picture: { run: dialogs.picture },
    related: { run: dialogs.related },
    embed: { run: dialogs.embed },
    find: { run: dialogs.find },
    shortcuts: { run: dialogs.shortcuts },
    typography: { run: typography.toggle, is: typography.isOn },
  };
}

export function toolbar(editor, root, dialogs, typography) {
  const buttons = [...root.querySelectorAll("[data-command]")];
  const known = actions(editor, dialogs, typography);

  function update() {
    for (const button of buttons) {
      const { is, can } = known[button.dataset.command];
      if (is) button.setAttribute("aria-pressed", String(is()));
      if (can) button.setAttribute("aria-disabled", String(!can()));
    }
  }

  function reach(button) {
    for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
  }

  for (const button of buttons) {
    // The text keeps its selection while a button is pressed.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      reach(button);
      if (button.getAttribute("aria-disabled") !== "true") known[button.dataset.command].run();
      update();
    });
  }
  root.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") editor.commands.focus();
    if (to === undefined) return;
    event.preventDefault();
    const button = buttons[(to + buttons.length) % buttons.length];
    reach(button);
    button.focus();
  });
  editor.view.dom.addEventListener("keydown", (event) => {
    if (!event.altKey || event.key !== "F10") return;
    event.preventDefault();
    buttons.find((button) => button.tabIndex === 0).focus();
  });
  editor.on("transaction", update);
  reach(buttons[0]);
  update();
  root.hidden = false;
  return update;
}
