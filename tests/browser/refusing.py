"""Sending a form of the back office so that it is refused."""

EMPTY = """form => {
  const words = "input:is([type=text], [type=email], [type=number], [type=url], [type=datetime-local]), textarea";
  for (const field of form.querySelectorAll(`${words}, select:has(option[value=""])`)) field.value = "";
  form.noValidate = true;
  form.requestSubmit(form.querySelector("[name=_save]"));
}"""


def refuse(page, address):
    """Sends the form at the address without any word in it, as a browser without checks of its own would."""
    page.goto(address)
    with page.expect_navigation():
        page.locator("#content-main form[method=post]").first.evaluate(EMPTY)
    page.wait_for_load_state("networkidle")
    assert page.locator("#content-main [aria-invalid=true]").count(), f"{address} was not refused"
