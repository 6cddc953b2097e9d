"""The back office of articles: lists and forms that are stock, and an own form for working copies."""

from .article import ArticleAdmin
from .author import WritingAuthorAdmin
from .checklist import ChecklistAdmin
from .correction import CorrectionAdmin
from .flag import FlagAdmin
from .front_page import FrontPageAdmin
from .menu import MenuAdmin
from .newspaper import NewspaperAdmin
from .page import PageAdmin
from .picture import PrintedPictureAdmin
from .reply_request import ReplyRequestAdmin
from .reply_rule import ReplyRuleAdmin
from .section import SectionAdmin
from .tag import TagAdmin

__all__ = [
    "ArticleAdmin",
    "ChecklistAdmin",
    "CorrectionAdmin",
    "FlagAdmin",
    "FrontPageAdmin",
    "MenuAdmin",
    "NewspaperAdmin",
    "PageAdmin",
    "PrintedPictureAdmin",
    "ReplyRequestAdmin",
    "ReplyRuleAdmin",
    "SectionAdmin",
    "TagAdmin",
    "WritingAuthorAdmin",
]
