"""What is written and how it reaches readers.

Direction: an article names sections, tags, pictures and authors; its byline, tag and Lire-aussi rows name the article;
revisions and former addresses hang on it. ``ArticleQuerySet.published()`` is the door of every public read.
"""

from .article import Article, ArticleQuerySet, address_path, full_headline
from .byline import Byline
from .former_address import FormerAddress
from .front_page import FrontPage, FrontPageSlot
from .menu_item import MenuItem
from .newspaper import Newspaper
from .page import Page, PageQuerySet
from .related import RelatedArticle
from .revision import Revision
from .search_text import SearchText
from .section import Section
from .step import Step
from .tag import Tag, TagAlias, TaggedArticle

__all__ = [
    "Article",
    "ArticleQuerySet",
    "Byline",
    "FormerAddress",
    "FrontPage",
    "FrontPageSlot",
    "MenuItem",
    "Newspaper",
    "Page",
    "PageQuerySet",
    "RelatedArticle",
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
