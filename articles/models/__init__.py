"""What is written and how it reaches readers.

Direction: an article names sections, tags, pictures and authors; its byline, tag and Lire-aussi rows name the article;
revisions and former addresses hang on it. ``ArticleQuerySet.published()`` is the door of every public read.
"""

from .article import Article, ArticleQuerySet, address_path, full_headline
from .byline import Byline
from .former_address import FormerAddress
from .newspaper import Newspaper
from .related import RelatedArticle
from .revision import Revision
from .section import Section
from .step import Step
from .tag import Tag, TaggedArticle

__all__ = [
    "Article",
    "ArticleQuerySet",
    "Byline",
    "FormerAddress",
    "Newspaper",
    "RelatedArticle",
    "Revision",
    "Section",
    "Step",
    "Tag",
    "TaggedArticle",
    "address_path",
    "full_headline",
]
