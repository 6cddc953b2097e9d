"""A person at the article's form: what they type, what they read of its keeping, what their browser holds."""

from playwright.sync_api import expect

ADD = "/admin/articles/article/add/"
# Of the records that the browser keeps, by name.
RECORDS = """async () => {
  if (!(await indexedDB.databases()).some(({ name }) => name === "newsroom")) return [];
  const database = await new Promise((resolve, reject) => {
    const asked = indexedDB.open("newsroom");
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const records = await new Promise((resolve) => {
    const asked = database.transaction("texts").objectStore("texts").getAll();
    asked.onsuccess = () => resolve(asked.result);
  });
  database.close();
  return records;
}"""


def form_of(article):
    return f"/admin/articles/article/{article.pk}/change/"


def opened(page, path):
    page.goto(path)
    page.locator(".ProseMirror").wait_for()
    return page


def type_text(page, text):
    page.locator(".ProseMirror").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def body(page):
    return page.locator(".ProseMirror").inner_text()


def records(page):
    return page.evaluate(RECORDS)


def expect_records(page, claim, words=""):
    """Until the claim (a function of records and words) holds of what the browser keeps."""
    page.evaluate(
        f"""async (words) => {{
          const claim = {claim};
          for (const end = Date.now() + 60_000; !claim(await ({RECORDS})(), words);) {{
            if (Date.now() > end) throw new Error("the browser's records never came to be so");
            await new Promise((resolve) => setTimeout(resolve, 100));
          }}
        }}""",
        words,
    )


def expect_kept_here(page, words):
    """The browser has the words on its disk."""
    expect_records(page, "(all, words) => all.some(({ fields }) => JSON.stringify(fields).includes(words))", words)


def expect_on_server(page, words):
    """The browser knows that the server has the words."""
    claim = "(all, words) => all.some((one) => one.isTaken && JSON.stringify(one.fields).includes(words))"
    expect_records(page, claim, words)


def expect_nothing_kept(page):
    expect_records(page, "(all) => all.length === 0")


def expect_line(page, words):
    expect(page.locator("[data-line]")).to_contain_text(words)


def expect_alert(page, words):
    expect(page.locator("[data-alert-text]")).to_contain_text(words)


def expect_to_write(page):
    """The server has given this form the right to write."""
    expect(page.locator("form.desk.is-writable")).to_be_visible()
