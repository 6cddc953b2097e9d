// A click on the picture fills the two number fields of its focal point; they are the truth and work without this.

const WIDEST = 960;
const percent = (part, whole) => Math.min(100, Math.max(0, Math.round((100 * part) / whole)));

async function drawn(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, WIDEST / bitmap.width);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
}

function start(figure) {
  const x = document.getElementById(figure.dataset.x);
  const y = document.getElementById(figure.dataset.y);
  if (!x || !y) return;
  const file = document.getElementById(figure.dataset.file);
  const stage = figure.querySelector(".focal-point-picture");
  const mark = figure.querySelector(".focal-point-mark");

  function place() {
    mark.style.setProperty("--x", `${percent(Number(x.value), 100)}%`);
    mark.style.setProperty("--y", `${percent(Number(y.value), 100)}%`);
    mark.hidden = false;
  }

  async function preview() {
    const [chosen] = file.files;
    if (!chosen) return;
    const canvas = await drawn(chosen).catch(() => null);
    figure.hidden = !canvas;
    if (!canvas) return;
    stage.replaceChildren(canvas, mark);
    x.value = 50;
    y.value = 50;
    place();
  }

  stage.addEventListener("click", (event) => {
    const box = stage.getBoundingClientRect();
    x.value = percent(event.clientX - box.left, box.width);
    y.value = percent(event.clientY - box.top, box.height);
    place();
  });
  x.addEventListener("input", place);
  y.addEventListener("input", place);
  file?.addEventListener("change", preview);
  figure.classList.add("is-ready");
  place();
}

document.querySelectorAll("[data-focal-point]").forEach(start);
