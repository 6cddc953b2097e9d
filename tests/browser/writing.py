"""What the tests of writing have at hand: photos, a text as Word puts it on the clipboard, an editor at the desk."""

import io

from PIL import Image

PASTE = """(area, html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "");
  area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def photo():
    """A file as the browser's file chooser takes it."""
    file = io.BytesIO()
    Image.new("RGB", (1600, 1067), "#4a6b8a").save(file, "JPEG")
    return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}


def text_of_word(words: int) -> str:
    """So many words in paragraphs of fifty."""
    paragraphs = [" ".join(f"mot{at + n}" for n in range(min(50, words - at))) for at in range(0, words, 50)]
    body = "".join(
        f'<p class=MsoNormal style="margin-bottom:8.0pt"><span style="font-size:12.0pt">{text}<o:p></o:p></span></p>'
        for text in paragraphs
    )
    return f'<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=FR>{body}</body></html>'
