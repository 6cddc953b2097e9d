"""Walking a page with the Tab key alone; every stop must be seen."""

# What is asked once the page has scrolled to the focus, which it may do smoothly.
SEEN = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let still = 0, place = NaN; still < 4; still = scrollY === place ? still + 1 : 0) {
    place = scrollY;
    await frame();
  }
  const marked = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };
  const stop = document.activeElement;
  const around = [stop, stop.parentElement, stop.closest(".body-editor")].filter(Boolean);
  const isMarked = marked(stop, "::after") || around.some((one) => marked(one, null));
  const box = stop.getBoundingClientRect();
  const x = Math.min(Math.max(box.x + Math.min(box.width / 2, 40), 1), innerWidth - 1);
  const y = Math.min(Math.max(box.y + Math.min(box.height / 2, 20), 1), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const isInView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const isUncovered = Boolean(top && (stop.contains(top) || top.contains(stop)));
  return {
    name: `${stop.localName}#${stop.id}.${stop.className} ${(stop.textContent || "").trim().slice(0, 40)}`,
    isSeen: isMarked && isInView && isUncovered,
    how: { isMarked, isInView, isUncovered },
  };
}"""
MOST_STOPS = 120


def assert_focus_is_seen(page):
    stop = page.evaluate(SEEN)
    assert stop["isSeen"], f"the focus is not seen on {stop['name']}: {stop['how']}"


def tab_to(page, target):
    """Presses Tab until the target has the focus; each stop on the way is seen."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            continue
        assert_focus_is_seen(page)
        if target.evaluate_all("found => found.includes(document.activeElement)"):
            return
    raise AssertionError(f"Tab does not lead to {target}")
