/* One sentence under the toolbar about what just happened to the text; it stays until it is closed or replaced. */

export function noticeBoard(root) {
  const text = root.querySelector("[data-sentence]");
  const close = root.querySelector("[data-close]");

  function say(sentence) {
    text.textContent = sentence;
    close.hidden = !sentence;
  }

  close.addEventListener("click", () => say(""));
  return say;
}
