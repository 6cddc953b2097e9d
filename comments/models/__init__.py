"""What subscribers say under an article, what others do with it, by which rules, and what moderators decide.

A module imports only those above it in this list: comment, exchange, contributor, rules, decision, turn.
"""

from .comment import LONGEST, REPLY_KEY, Comment, Edit, room_address
from .contributor import Contributor, Notice, PersonNote, Sanction
from .decision import Decision, RejectionReason
from .exchange import Appreciation, Ignored, Report
from .rules import RuleSet, WordList
from .turn import Turn

__all__ = [
    "LONGEST",
    "REPLY_KEY",
    "Appreciation",
    "Comment",
    "Contributor",
    "Decision",
    "Edit",
    "Ignored",
    "Notice",
    "PersonNote",
    "RejectionReason",
    "Report",
    "RuleSet",
    "Sanction",
    "Turn",
    "WordList",
    "room_address",
]
