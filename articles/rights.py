"""Who may do what with an article in the back office. Reading on the public site is ``access.py`` and the door."""

from .models import Article


def may_write(user) -> bool:
    """May start articles."""
    return user.is_staff and user.has_perm("articles.add_article")


def may_see(user, article) -> bool:
    """May open the article in the back office."""
    return may_edit(user, article) or (user.is_staff and user.has_perm("articles.view_article"))


def may_edit(user, article) -> bool:
    """May save working copies of it: those who may change any article, and others their own."""
    if not (user.is_staff and user.has_perm("articles.change_article")):
        return False
    return (
        user.has_perm("articles.change_any_article") or Article.objects.written_by(user).filter(pk=article.pk).exists()
    )


def may_publish(user) -> bool:
    """May approve, schedule, publish, send back and withdraw."""
    return user.is_staff and user.has_perm("articles.publish_article")


def may_lay_out(user) -> bool:
    """May make the front page by hand, which shows the titles of what is still to come."""
    return user.is_staff and user.has_perms(["articles.change_frontpage", "articles.view_article"])


def may_merge_tags(user) -> bool:
    """Merging changes one tag and deletes the others."""
    return user.is_staff and user.has_perms(["articles.change_tag", "articles.delete_tag"])
