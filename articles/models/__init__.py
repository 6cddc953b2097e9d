"""What is written and how it reaches readers.

Direction: an article names sections, tags, pictures and authors; its byline, tag and Lire-aussi rows name the article;
revisions, former addresses, corrections and rights of reply hang on it. ``ArticleQuerySet.published()`` is the door of
every public read.
"""

from .article import Article, ArticleQuerySet, address_path, full_headline
from .byline import Byline
from .checklist_rule import ChecklistRule
from .correction import Correction
from .day_note import DayNote
from .flag import Flag, RaisedFlag
from .former_address import FormerAddress
from .front_page import FrontPage, FrontPageSlot
from .menu_item import MenuItem
from .newspaper import Newspaper
from .note import Mention, Note
from .page import Page, PageQuerySet
from .presence import Presence
from .preview_link import PreviewLink, PreviewOpening, PreviewRemark
from .reading import FreeReading, OfferedArticle, OfferedOpening
from .related import RelatedArticle
from .reply_request import ReplyRequest
from .reply_rule import ReplyRule
from .revision import Revision
from .search_text import SearchText
from .section import Section
from .step import Step
from .tag import Tag, TagAlias, TaggedArticle

__all__ = [
    "Article",
    "ArticleQuerySet",
    "Byline",
    "ChecklistRule",
    "Correction",
    "DayNote",
    "Flag",
    "FormerAddress",
    "FreeReading",
    "FrontPage",
    "FrontPageSlot",
    "Mention",
    "MenuItem",
    "Newspaper",
    "Note",
    "OfferedArticle",
    "OfferedOpening",
    "Page",
    "PageQuerySet",
    "Presence",
    "PreviewLink",
    "PreviewOpening",
    "PreviewRemark",
    "RaisedFlag",
    "RelatedArticle",
    "ReplyRequest",
    "ReplyRule",
    "Revision",
    "SearchText",
    "Section",
    "Step",
    "Tag",
    "TagAlias",
    "TaggedArticle",
    "address_path",
    "full_headline",
]
