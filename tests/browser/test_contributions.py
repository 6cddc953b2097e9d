"""A subscriber writes under an article: one press or two, one contribution."""

from playwright.sync_api import expect

from comments.models import Comment
from tests.factories import make_article, make_newspaper, make_subscriber


def test_double_click_and_a_second_sending_from_the_history_are_one_contribution(visit, sign_in):
    make_newspaper()
    article = make_article()
    page = visit(width=360)
    sign_in(page, make_subscriber(public_name="Awa D."))
    page.goto(article.get_absolute_url())
    page.fill("#contribution-text", "Une seule fois.")
    page.locator(".comment-form button[type=submit]").dblclick()
    expect(page.locator("main")).to_contain_text("Une seule fois.")
    page.go_back()
    page.fill("#contribution-text", "Une seule fois.")
    page.locator(".comment-form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("Une seule fois.")
    assert Comment.objects.count() == 1
