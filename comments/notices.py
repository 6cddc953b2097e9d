"""What authors are told by mail, in one digest a day at most (``comments.digests``): replies to them, and that they
were featured. Both functions may be called again for the same contribution."""

from .models import Comment, Notice


def note_reply(comment):
    """Once the reply is visible: for the author of what it answers, unless that is the same person."""
    answered = comment.answers or comment.reply_to
    if answered and answered.author_id != comment.author_id:
        Notice.objects.get_or_create(person=answered.author, kind=Notice.Kind.REPLY, comment=comment)


def note_featured(comment: Comment):
    Notice.objects.get_or_create(person=comment.author, kind=Notice.Kind.FEATURED, comment=comment)
