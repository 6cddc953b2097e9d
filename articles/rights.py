"""Who may do what with an article in the back office. Reading on the public site is ``access.py`` and the door."""

from .models import Article


def may_list(user) -> bool:
    """May open the desk's lists: that of articles and the calendar."""
    return user.is_staff and (user.has_perm("articles.change_article") or user.has_perm("articles.view_article"))


def may_write(user) -> bool:
    """May start articles."""
    return user.is_staff and user.has_perm("articles.add_article")


def may_see(user, article) -> bool:
    """May open the article in the back office."""
    return may_edit(user, article) or (user.is_staff and user.has_perm("articles.view_article"))


def may_edit(user, article) -> bool:
    """May save working copies of it and follow it: those who may change any article, and others what is theirs."""
    if not (user.is_staff and user.has_perm("articles.change_article")):
        return False
    return user.has_perm("articles.change_any_article") or Article.objects.theirs(user).filter(pk=article.pk).exists()


def editable(user, articles):
    """Those of the articles of which ``may_edit`` is true, in the same query."""
    if not (user.is_staff and user.has_perm("articles.change_article")):
        return articles.none()
    if user.has_perm("articles.change_any_article"):
        return articles
    return articles.filter(pk__in=Article.objects.theirs(user))


def may_clear(user, article, flag) -> bool:
    """A flag that blocks is cleared by those who publish, or who have the right to."""
    judges = may_publish(user) or user.has_perm("articles.clear_flag")
    return may_edit(user, article) and (judges or not flag.blocks)


def may_publish(user) -> bool:
    """May approve, schedule, publish, send back and withdraw."""
    return user.is_staff and user.has_perm("articles.publish_article")


def may_revoke(user, link) -> bool:
    """May end a preview link: whoever made it, and those who publish."""
    return (link.created_by_id == user.pk and may_see(user, link.article)) or may_publish(user)


def may_lay_out(user) -> bool:
    """May make the front page by hand, which shows the titles of what is still to come."""
    return user.is_staff and user.has_perms(["articles.change_frontpage", "articles.view_article"])


def may_merge_tags(user) -> bool:
    """Merging changes one tag and deletes the others."""
    return user.is_staff and user.has_perms(["articles.change_tag", "articles.delete_tag"])


def may_keep_register(user, verb="view") -> bool:
    """May view, add or change requests of the register of rights of reply."""
    return user.is_staff and user.has_perm(f"articles.{verb}_replyrequest")
