"""The back office of articles: lists and forms that are stock, and an own form for working copies."""

from .article import ArticleAdmin
from .author import WritingAuthorAdmin
from .front_page import FrontPageAdmin
from .menu import MenuAdmin
from .newspaper import NewspaperAdmin
from .page import PageAdmin
from .picture import PrintedPictureAdmin
from .section import SectionAdmin
from .tag import TagAdmin

__all__ = [
    "ArticleAdmin",
    "FrontPageAdmin",
    "MenuAdmin",
    "NewspaperAdmin",
    "PageAdmin",
    "PrintedPictureAdmin",
    "SectionAdmin",
    "TagAdmin",
    "WritingAuthorAdmin",
]
