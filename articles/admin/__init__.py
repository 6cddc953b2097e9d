"""The back office of articles: lists and forms that are stock, and an own form for working copies."""

from .article import ArticleAdmin
from .newspaper import NewspaperAdmin
from .section import SectionAdmin
from .tag import TagAdmin

__all__ = ["ArticleAdmin", "NewspaperAdmin", "SectionAdmin", "TagAdmin"]
