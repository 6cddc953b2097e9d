"""What is looked at before an article appears: rules that block or warn, set by the newsroom (``ChecklistRule``).

``check`` reads and writes nothing else. ``missing`` is what no rule can switch off.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from pictures.models import Picture

from .models import ChecklistRule, Flag
from .references import References, online

Key, Level = ChecklistRule.Key, ChecklistRule.Level
OK = "ok"


class Rule(NamedTuple):
    level: str
    number: int | None = None


# As they are where nobody has set them.
USUAL = {
    Key.STANDFIRST: Rule(Level.WARN),
    Key.HEADLINE_LENGTH: Rule(Level.WARN, 110),
    Key.ALTERNATIVE_TEXT: Rule(Level.BLOCK),
    Key.CREDIT: Rule(Level.WARN),
    Key.TAG: Rule(Level.WARN),
    Key.LINKS: Rule(Level.WARN),
    Key.FLAGS: Rule(Level.BLOCK),
}


@dataclass(frozen=True)
class Finding:
    """``level`` is "block", "warn" or "ok"; ``field`` the form's field that mends it, None for none of them."""

    level: str
    field: str | None
    sentence: str


@dataclass
class Text:
    """What the rules look at; ``pictures`` has the lead picture first."""

    article: object
    content: dict
    references: References
    at: object
    known_flags: list | None = None

    @cached_property
    def pictures(self) -> list[Picture]:
        lead = self.content["picture"]
        keys = list(dict.fromkeys([*([lead] if lead else []), *self.references.pictures]))
        found = Picture.objects.in_bulk(keys) if keys else {}
        return [found[key] for key in keys if key in found]

    @property
    def flags(self) -> list[Flag]:
        if self.known_flags is not None or self.article is None:
            return self.known_flags or []
        return list(Flag.objects.filter(raised__article=self.article))


def rules() -> dict[str, Rule]:
    """As the newsroom has set them; one query."""
    return USUAL | {row.key: Rule(row.level, row.number) for row in ChecklistRule.objects.all()}


def longest_headline(rules_) -> int | None:
    """None where nobody counts."""
    rule = rules_[Key.HEADLINE_LENGTH]
    return None if rule.level == Level.OFF else rule.number or USUAL[Key.HEADLINE_LENGTH].number


def missing(content: dict) -> dict:
    """What a text lacks before it may go to the desk or to readers: {form field: sentence}."""
    problems = {}
    if not content["headline"].strip():
        problems["headline"] = _("An article needs a headline.")
    if not content["body"].strip():
        problems["body"] = _("The text is empty: write it, or save the article as a draft.")
    return problems


def check(article, content: dict, rules_: dict[str, Rule], *, at=None, flags=None) -> list[Finding]:
    """Everything that is looked at, in the order of the form. ``article`` may be None; ``at`` is when readers will
    see it, for links to what appears before; ``flags`` are those raised, where they are known. Four queries at most,
    whatever is in the content."""
    at = max(at or timezone.now(), timezone.now())
    text = Text(article, content, References.of(content["body"]), at, flags)
    findings = [Finding(Level.BLOCK, field, sentence) for field, sentence in missing(content).items()]
    for key, look in LOOKS.items():
        if rules_[key].level != Level.OFF:
            findings += look(text, rules_[key])
    return [*findings, _section(content)]


def blocking(article, content: dict, *, at=None) -> dict:
    """{form field: sentence} of what keeps the content from readers."""
    problems = {}
    for finding in check(article, content, rules(), at=at):
        if finding.level == Level.BLOCK:
            known = problems.get(finding.field)
            problems[finding.field] = f"{known} {finding.sentence}" if known else finding.sentence
    return problems


def warnings(article, content: dict, *, at=None) -> list[str]:
    """What should be looked at again, and keeps nothing back."""
    return [one.sentence for one in check(article, content, rules(), at=at) if one.level != OK]


def _headline(text, rule):
    length, limit = len(text.content["headline"].strip()), longest_headline({Key.HEADLINE_LENGTH: rule})
    if not length:
        return []
    if length <= limit:
        return [Finding(OK, "headline", _("Headline of {limit} characters at most.").format(limit=limit))]
    sentence = _("The headline has {length} characters: {limit} at most, or it is cut in lists and on phones.")
    return [Finding(rule.level, "headline", sentence.format(length=length, limit=limit))]


def _standfirst(text, rule):
    if text.content["standfirst"].strip():
        return [Finding(OK, "standfirst", _("Standfirst written."))]
    return [Finding(rule.level, "standfirst", _("No standfirst: lists and search engines show nothing of the news."))]


def _tag(text, rule):
    if text.content["tags"]:
        return [Finding(OK, "tags", _("At least one tag."))]
    return [Finding(rule.level, "tags", _("No tag: nothing leads from here to other articles."))]


def _alternative_text(text, rule):
    bare = [one for one in text.pictures if not one.is_decorative and not one.alt.strip()]
    done = _("Pictures described for those who do not see them.")
    lacking = _("Without alternative text, and not marked as decorative: {pictures}. Add it in the library.")
    return _of_pictures(text, bare, rule, done, lacking)


def _credit(text, rule):
    bare = [one for one in text.pictures if not one.credit.strip()]
    lacking = _("Without a credit: {pictures}. Add it in the library.")
    return _of_pictures(text, bare, rule, _("Pictures credited."), lacking)


def _of_pictures(text, bare, rule, done, lacking):
    if not text.pictures:
        return []
    if not bare:
        return [Finding(OK, "picture", done)]
    field = "picture" if any(one.pk == text.content["picture"] for one in bare) else "body"
    names = ", ".join(_("“{name}”").format(name=one) for one in bare)
    return [Finding(rule.level, field, lacking.format(pictures=names))]


def _links(text, rule):
    own = {text.article.pk} if text.article else set()
    boxes, related = set(text.references.boxes) - own, set(text.content["related"]) - own
    links = text.references.links
    if not (boxes or related or links):
        return []
    keys, paths = online(boxes | related, [link.path for link in links], at=text.at)
    findings = []
    if dead := [link.words for link in links if link.path not in paths]:
        words = ", ".join(_("“{name}”").format(name=one) for one in dict.fromkeys(dead))
        sentence = _("Links of the text to an article that is not online: {links}.").format(links=words)
        findings.append(Finding(rule.level, "body", sentence))
    for field, named in (("body", boxes), ("related", related)):
        if count := len(named - keys):
            findings.append(Finding(rule.level, field, _hidden_words(field, count)))
    return findings or [Finding(OK, "related", _("Links to articles that are online."))]


def _hidden_words(field, count) -> str:
    """By number only: the person may not be allowed to see what is hidden."""
    if field == "body":
        words = ngettext(
            "%(count)d box of the text names an article that is not online: readers do not see it.",
            "%(count)d boxes of the text name articles that are not online: readers do not see them.",
            count,
        )
    else:
        words = ngettext(
            "%(count)d related article is not online: readers do not see it.",
            "%(count)d related articles are not online: readers do not see them.",
            count,
        )
    return words % {"count": count}


def _flags(text, rule):
    findings = []
    for flag in text.flags:
        level = rule.level if flag.blocks else Level.WARN
        sentence = _("Flag raised: {flag}.").format(flag=flag)
        if level == Level.BLOCK:
            sentence = _("The flag “{flag}” holds the publication back until it is cleared.").format(flag=flag)
        findings.append(Finding(level, "flags", sentence))
    return findings or [Finding(OK, "flags", pgettext("checklist", "No flag."))]


def _section(content):
    if content["section"]:
        return Finding(OK, "section", _("Section chosen."))
    return Finding(Level.BLOCK, "section", _("Choose a section: readers find the article there."))


# In the order of the form.
LOOKS = {
    Key.HEADLINE_LENGTH: _headline,
    Key.STANDFIRST: _standfirst,
    Key.ALTERNATIVE_TEXT: _alternative_text,
    Key.CREDIT: _credit,
    Key.TAG: _tag,
    Key.LINKS: _links,
    Key.FLAGS: _flags,
}
