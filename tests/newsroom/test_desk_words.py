"""Nothing on the pages of the back office sounds like the stock admin, in either language, and deletions say in a
newsroom's words what goes along and what stands in the way.
"""

import html
import re

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from accounts.models import User
from articles.models import Flag, MenuItem
from comments.models import Comment
from tests.demo import desk_pages, load_small
from tests.factories import (
    make_article,
    make_comment,
    make_page,
    make_plan,
    make_subscriber,
    make_subscription,
    make_user,
)
from tests.wsgi import cookies_of, request
from web.desk import MOST_NAMED

STOCK = {
    "fr": ["Sélectionnez l’objet", "Sélectionner", "Ajouter un autre", "en ajouter un autre", "LDAP", "objet(s)"],
    "en": [" to change<", "Add another ", "admin site", "Site administration"],
}
# Neither words that were made for programs nor the dashes that stand for nothing.
ALWAYS = ["---------", "None</", ">True<", ">False<", '"True"', '"False"', "is_superuser:", "%(", "{row}", "{kind}"]


@pytest.fixture
def boss(client):
    client.force_login(make_user(is_staff=True, is_superuser=True, name="Boss"))
    return client


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_page_sounds_like_the_stock_admin(db, settings, monkeypatch, language):
    settings.DEMO = True
    load_small(monkeypatch)
    User.objects.filter(email="admin@example.org").update(language=language)
    cookies = cookies_of(User.objects.get(email="admin@example.org"))
    found = []
    for name, address in desk_pages().items():
        body = request(address, cookies=cookies).body
        found += [f"{name}: {words}" for words in STOCK[language] + ALWAYS if words in html.unescape(body)]
    assert not found


@pytest.mark.django_db
def test_deletion_names_what_goes_along_in_words(boss):
    page = make_page(title="Contact")
    MenuItem.objects.create(menu="header", page=page, position=1)
    text = boss.get(reverse("admin:articles_page_delete", args=[page.pk])).text
    assert "C’est définitif." in text
    assert "Disparaît avec" in text
    assert "&lt;a href" not in text
    assert "\\u" not in text


@pytest.mark.django_db
def test_deletion_of_several_names_what_was_chosen_and_what_goes_along(boss):
    plans = [make_plan(name=name, price=price) for name, price in (("Mensuel", 2500), ("Annuel", 25000))]
    chosen = {"action": "delete_selected", "_selected_action": [plan.pk for plan in plans]}
    text = boss.post(reverse("admin:subscriptions_plan_changelist"), chosen).text
    main = text[text.index("C’est définitif.") :]
    rows = [strip_tags(row) for row in re.findall(r"<li>(.*?)</li>", main, re.DOTALL)]
    assert rows[:2] == ["Mensuel", "Annuel"]
    assert sorted(rows[2:]) == ["Prix\u00a0: 25\u202f000\u00a0F\u00a0CFA", "Prix\u00a0: 2\u202f500\u00a0F\u00a0CFA"]
    assert "Disparaît avec" in main


@pytest.mark.django_db
def test_deletion_of_several_groups_names_no_row_that_only_the_database_knows(boss, cast):
    groups = cast.editor.groups.all()
    chosen = {"action": "delete_selected", "_selected_action": [group.pk for group in groups]}
    text = boss.post(reverse("admin:auth_group_changelist"), chosen).text
    assert groups[0].name in text
    assert "User_groups" not in text


@pytest.mark.django_db
def test_page_that_refuses_a_deletion_leads_back_and_to_what_stands_in_the_way(boss):
    subscription = make_subscription(make_user(name="Awa Keïta"))
    answer = boss.get(reverse("admin:subscriptions_plan_delete", args=[subscription.plan.pk]))
    assert reverse("admin:subscriptions_subscription_change", args=[subscription.pk]) in answer.text
    assert f'href="{reverse("admin:subscriptions_plan_change", args=[subscription.plan.pk])}">Revenir' in answer.text


@pytest.mark.django_db
def test_of_many_rows_in_the_way_the_first_are_named_and_the_others_counted(boss):
    plan = make_plan()
    for _number in range(MOST_NAMED + 8):
        make_subscription(make_user(), plan=plan)
    answer = boss.get(reverse("admin:subscriptions_plan_delete", args=[plan.pk]))
    assert len(answer.context["protected"]) == MOST_NAMED + 1
    assert strip_tags(answer.context["protected"][-1]).replace("\u00a0", " ") == "Abonnements : 8"


@pytest.mark.django_db
def test_rows_that_the_person_may_not_open_are_counted_and_not_named(cast):
    """Whoever may delete accounts and not read contributions learns that there are some, and no word of them."""
    reader = make_subscriber()
    make_comment(make_article(), reader, text="Canari de la contribution")
    cast.subscriptions_desk.user_permissions.add(*permissions("delete_user", "delete_comment"))
    client = Client()
    client.force_login(User.objects.get(pk=cast.subscriptions_desk.pk))
    answer = client.get(reverse("admin:accounts_user_delete", args=[reader.pk]))
    assert answer.status_code == 200
    assert "Canari" not in answer.text
    assert "Vos contributions" in answer.text
    assert Comment.objects.exists()


def permissions(*codenames):
    return Permission.objects.filter(codename__in=codenames)


@pytest.mark.django_db
def test_lists_say_in_words_which_flag_blocks_and_which_rule_is_proposed(boss):
    """On a phone, where no column has a name."""
    Flag.objects.get_or_create(name="Relecture juridique", blocks=True)
    flags = boss.get(reverse("admin:articles_flag_changelist")).text
    assert ">Bloque la parution</td>" in flags
    assert ">Signale</td>" in flags
    assert flags.count("field-effect") == Flag.objects.count()
    assert ">Proposé d’abord</td>" in boss.get(reverse("admin:articles_replyrule_changelist")).text


@pytest.mark.django_db
def test_yes_and_no_are_words_where_they_may_only_be_read(cast):
    client = Client()
    client.force_login(cast.subscriptions_desk)
    shown = client.get(reverse("admin:accounts_user_change", args=[cast.editor.pk])).text
    assert '<div class="readonly">Oui</div>' in shown


@pytest.mark.django_db
def test_rights_of_a_reader_are_shown_to_those_alone_who_decide_about_them(boss, cast):
    reader = make_user()
    page = reverse("admin:accounts_user_change", args=[reader.pk])
    assert 'name="is_superuser"' in boss.get(page).text
    client = Client()
    client.force_login(cast.subscriptions_desk)
    text = client.get(page).text
    assert reader.email in text
    assert "Droits en plus" not in text
    assert reverse("admin:auth_user_password_change", args=[reader.pk]) not in text


@pytest.mark.django_db
def test_filters_stand_above_the_rows_and_open_when_one_is_chosen(boss):
    make_subscription(make_user())
    page = reverse("admin:subscriptions_subscription_changelist")
    text = boss.get(page).text
    assert '<details class="list-filters">' in text
    assert text.index('class="list-filters"') < text.index('id="result_list"')
    assert '<details class="list-filters" open>' in boss.get(page, {"state": "ending"}).text
