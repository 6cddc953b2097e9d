"""What writers paste, as their programs put it on the clipboard, comes out as plain headings, paragraphs and lists."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.editor_page import body, paste, press, write
from web.typography import french

NB, NN = "\u00a0", "\u202f"

WORD_WINDOWS = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt;} @list l0:level1 {mso-level-number-format:bullet;} --></style>
<!--[if gte mso 9]><xml><o:x>secret</o:x></xml><![endif]--></head><body lang=FR style='tab-interval:35.4pt'>
<!--StartFragment--><p class=MsoTitle>La crue du fleuve<o:p></o:p></p>
<h1 style='margin:0cm'>Un <b>titre</b><o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:8.0pt'><b style='mso-bidi-font-weight:normal'><span
style='font-size:12.0pt'>Gras</span></b>
et <i>penché</i><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>, la ges\u00adtion<a
class=msocomanchor href="#_msocom_1" name="_msoanchor_1">[AD1]</a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Premier<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span
style='mso-list:Ignore'>1.<span>&nbsp;</span></span><!--[endif]-->Dedans<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='mso-list:Ignore'>·<span>&nbsp;</span></span><!--[endif]-->Second<o:p></o:p></p>
<p class=MsoNormal>Entre deux</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>a)<span>&nbsp;</span></span>Un</p>
<p class=MsoNormal style='color:red' onclick='alert(1)'>Fin<script>alert(1)</script></p>
<!--EndFragment--></body></html>"""

WORD_MAC = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator
content="Microsoft Word 16 (Mac)"></head><body lang=FR link="#0563C1"><!--StartFragment-->
<h2><span lang=FR-ML>Les chiffres</span></h2><p class=MsoNormal><span lang=FR-ML>Le <span class=GramE>texte</span>
voit <span style='mso-bookmark:_Hlk1'>un mot</span><a name="_Toc1"></a> et <a
href="https://example.org/page">un lien</a>.<o:p></o:p></span></p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape><v:imagedata
src="file:///C:/1/clip_image001.png"/></v:shape><![endif]-->
<![if !vml]><img width=604 height=340 src="file:////var/folders/clip_image001.png" alt="Une carte"><![endif]></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span>Un</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;
</span></span>Deux</p><!--EndFragment--></body></html>"""

WORD_ONLINE = """<meta charset="utf-8"><div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1" role="heading"
aria-level="1"><span class="TextRun SCXW1" style="font-weight:bold"><span class="NormalTextRun">Un titre</span></span>
<span class="EOP SCXW1">&nbsp;</span></p></div><div class="OutlineElement Ltr"><p class="Paragraph"><span
class="TextRun"
style="font-weight: normal;"><span class="NormalTextRun">Un mot </span></span><span class="TextRun"
style="font-weight: bold;"><span class="NormalTextRun">gras</span></span><span class="EOP">&nbsp;</span></p></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"><li data-aria-level="1" aria-level="1"><p
class="Paragraph"><span class="TextRun">Un</span><span class="EOP">&nbsp;</span></p></li></ul></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"><li data-aria-level="2"><p
class="Paragraph"><span class="TextRun">Dedans</span><span class="EOP">&nbsp;</span></p></li></ul></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"><li data-aria-level="1"><p
class="Paragraph"><span class="TextRun">Deux</span><span class="EOP">&nbsp;</span></p></li></ul></div>"""

LIBREOFFICE = """<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.6 (Linux)"/>
<style type="text/css">p { line-height: 115%; } h1.western { font-size: 18pt }</style></head><body
lang="fr-FR" dir="ltr">
<h1 class="western">Un titre</h1><p style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif"><font
size="3" style="font-size: 12pt"><b>Gras</b>, <i>penché</i> et simple</font></font><a class="sdfootnoteanc"
name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><p><br/>
</p><ol><li><p>Un</p></li><li><p>Deux</p></li></ol><table width="100%"><col width="128*"/><tr><td><p>Année</p></td>
<td><p>Crue, <b>en cm</b></p></td></tr><tr><td><p>2025</p></td><td><p>731</p></td></tr></table>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>
Selon la mairie.</p></div></body></html>"""

DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2
dir="ltr" style="line-height:1.38">
<span style="font-size:16pt;font-weight:700">Inter</span></h2><p dir="ltr"><span style="font-weight:400">Un </span>
<span style="font-weight:700;font-style:italic">mot</span><span style="font-style:italic"> et</span> <a
href="https://www.google.com/url?q=https://example.org/a&amp;sa=D" style="text-decoration:none"><span
>lien</span></a></p><br>
<ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation">
<span style="font-size:11pt">point</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation">
<span style="font-weight:400">dedans</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation">
<span>suite</span></p></li></ul></b><br class="Apple-interchange-newline">"""

GMAIL = """<meta charset="utf-8"><div dir="ltr"><div>Bonjour Awa,</div><div><br></div><div>Le texte
<b>promis</b> :<br><br>
Première phrase.<br>Une ligne.</div><div><img data-emoji="x" src="https://fonts.gstatic.com/s/e/1f600.png" alt="😀"
class="an1"> Merci</div><div class="gmail_signature"><a
href="https://www.google.com/url?q=https%3A%2F%2Fexample.org%2F" target="_blank">Le site</a><img
src="https://mail.example.org/open.gif" width="1" height="1"></div></div>"""

WHATSAPP = """[10:42, 23/11/2026] Awa Traoré: Le pont est ouvert
[10:43, 23/11/2026] Bakary: Depuis quand ?"""

CASES = {
    "Word for Windows": (
        WORD_WINDOWS,
        (
            "<h2>La crue du fleuve</h2><h2>Un titre</h2><p><strong>Gras</strong> et <em>penché</em>, la gestion.</p>"
            "<ul><li><p>Premier</p><ol><li><p>Dedans</p></li></ol></li><li><p>Second</p></li></ul>"
            "<p>Entre deux</p><ol><li><p>Un</p></li></ol><p>Fin</p>"
        ),
    ),
    "Word for Mac": (
        WORD_MAC,
        (
            '<h2>Les chiffres</h2><p>Le texte voit un mot et <a href="https://example.org/page">un lien</a>.</p>'
            "<ol><li><p>Un</p></li><li><p>Deux</p></li></ol>"
        ),
    ),
    "Word online": (
        WORD_ONLINE,
        (
            "<h2>Un titre</h2><p>Un mot <strong>gras</strong></p>"
            "<ul><li><p>Un</p><ul><li><p>Dedans</p></li></ul></li><li><p>Deux</p></li></ul>"
        ),
    ),
    "LibreOffice": (
        LIBREOFFICE,
        (
            "<h2>Un titre</h2><p><strong>Gras</strong>, <em>penché</em> et simple[1]</p>"
            "<ol><li><p>Un</p></li><li><p>Deux</p></li></ol>"
            "<ul><li><p>Année – Crue, <strong>en cm</strong></p></li><li><p>2025 – 731</p></li></ul>"
            "<p>[1] Selon la mairie.</p>"
        ),
    ),
    "Google Docs": (
        DOCS,
        (
            '<h2>Inter</h2><p>Un <strong><em>mot</em></strong><em> et</em> <a href="https://example.org/a">lien</a></p>'
            "<ul><li><p>point</p><ul><li><p>dedans</p></li></ul></li><li><p>suite</p></li></ul>"
        ),
    ),
    "Gmail": (
        GMAIL,
        (
            f"<p>Bonjour Awa,</p><p>Le texte <strong>promis</strong>{NB}:</p><p>Première phrase.<br>Une ligne.</p>"
            '<p>😀 Merci</p><p><a href="https://example.org/">Le site</a></p>'
        ),
    ),
}


def squeezed(html):
    """Without the white space that the source of a pasted page has between its tags."""
    html = re.sub(r"[ \t\n]+", " ", html.replace("&nbsp;", NB))
    return re.sub(r" ?(</?(?:p|h[234]|ul|ol|li|br)>) ?", r"\1", html)


def notice(page):
    return page.locator("[data-notice] [role=status]")


@pytest.mark.parametrize(("html", "expected"), CASES.values(), ids=CASES)
def test_paste_comes_out_clean(form, html, expected):
    paste(form, html=html)
    assert squeezed(body(form)) == expected


def test_plain_text_pastes_as_paragraphs(form):
    paste(form, text="Un\nsuite\n\nDeux\r\n \r\n\r\nTrois")
    assert body(form) == "<p>Un<br>suite</p><p>Deux</p><p>Trois</p>"


def test_messages_of_whatsapp_paste_a_line_each(form):
    paste(form, text=WHATSAPP)
    assert body(form) == (
        "<p>[10:42, 23/11/2026] Awa Traoré: Le pont est ouvert</p><p>[10:43, 23/11/2026] Bakary: Depuis quand ?</p>"
    ).replace("é: ", f"é{NB}: ").replace("y: ", f"y{NB}: ").replace(" ?", f"{NN}?").replace(NB, "&nbsp;")


@pytest.mark.parametrize("html", [WORD_MAC, '<p>Un</p><img src="https://example.org/x.jpg" alt="Un pont">'])
def test_pictures_stay_out_and_a_sentence_says_so(form, html):
    paste(form, html=html)
    expect(notice(form)).to_contain_text("Les photos ne suivent pas")
    assert "<img" not in body(form)
    form.get_by_role("button", name="Fermer ce message").click()
    expect(notice(form)).to_be_empty()


def test_nothing_is_said_without_pictures(form):
    paste(form, html=WORD_MAC)
    paste(form, html=GMAIL)
    expect(notice(form)).to_be_empty()


def test_picture_alone_on_the_clipboard_is_not_pasted(form):
    write(form, "Un")
    form.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["x"], "x.png", { type: "image/png" }));
          const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          document.querySelector(".ProseMirror").dispatchEvent(event);
        }"""
    )
    expect(notice(form)).to_contain_text("Les photos ne suivent pas")
    assert body(form) == "<p>Un</p>"


def test_tables_lose_no_word(form):
    paste(
        form,
        html="<table><caption>Les crues</caption><thead><tr><th>Lieu<th>Niveau</tr></thead><tr><td>Mopti<td><p>6 m</p>"
        "<ul><li>en août</li></ul></tr><tr><td colspan=2>Source : mairie</td></tr></table>"
        "<table><tr><td><p>Seul</p><p>Autre</p></td></tr></table>",
    )
    assert body(form).replace("&nbsp;", NB) == (
        "<p>Les crues</p><ul><li><p>Lieu – Niveau</p></li><li><p>Mopti – 6 m en août</p></li>"
        f"<li><p>Source{NB}: mairie</p></li></ul><p>Seul</p><p>Autre</p>"
    )


def test_pasted_text_is_set_in_french_and_keeps_its_marks(form):
    paste(
        form,
        html='<p>Il dit : "<b>Oui</b> !" L\'eau<br>et 5 % "<a href="https://example.org/?a=\'b\'">l\'an</a>"...</p>',
    )
    assert body(form).replace("&nbsp;", NB) == (
        f"<p>Il dit{NB}: «{NB}<strong>Oui</strong>{NN}!{NB}» L’eau<br>et 5{NB}% "
        f"«{NB}<a href=\"https://example.org/?a='b'\">l'an</a>{NB}»…</p>"
    )


def test_pasted_text_stays_as_it_is_in_english_or_without_the_button(form):
    press(form, "typography")
    paste(form, text='C\'est "oui" !')
    assert body(form) == '<p>C\'est "oui" !</p>'


def test_what_is_copied_in_the_editor_stays_as_it_is(form):
    paste(form, html='<p data-pm-slice="1 1 []">C\'est "oui" !</p>')
    assert body(form) == '<p>C\'est "oui" !</p>'


TEXTS = [
    'Un "plan" ambitieux',
    '"Un" et "deux"',
    "«Symposium» et « autre »",
    'l\'"affaire"',
    "Attendez... Quoi?! Non!; si",
    "#Mali : Symposium",
    "50 % et 20%, 5 000 € ou 3€",
    'Il dit : "Quoi ?"',
    "à 06:58 précises, 20.000 sinistrés, 3:1",
    "https://example.org/a?b=c!d;e:f et www.example.org/l'eau",
    "redaction@example.org @awa_d #L'État",
    "un écran de 5\" large, 5' de retard",
    "(?) ? «",
    "deux\nlignes : oui",
    "",
]


def test_script_and_server_set_the_same_french(form):
    source = form.locator("script[src*='body-editor']").get_attribute("src").replace("body-editor", "french-text")
    texts = [*TEXTS, *map(french, TEXTS)]
    in_script = "async ([source, texts]) => texts.map((await import(source)).french)"
    set_by_script = form.evaluate(in_script, [source, texts])
    assert set_by_script == [french(text) for text in texts]


def test_long_paste_does_not_hang(form):
    paste(form, html=f'<p>Il dit : "{"mot " * 20}" n\'est-ce pas ?</p>' * 400)
    expect(form.locator(".ProseMirror > p")).to_have_count(400)
