"""Which changes readers are told of."""

import pytest

from articles.substance import has_changed_in_substance

OLD = {
    "headline": "L’État paie",
    "standfirst": "Bien sûr.",
    "body": "<p>Le cœur de <b>Kayes</b>, à 06:58.</p><p>Fin</p>",
}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"headline": "l'Etat  PAIE !"},
        {"standfirst": "« Bien sur »"},
        {"body": "<h2>Le coeur de Kayes</h2><ul><li>a 06:58</li></ul>Fin…"},
        {"body": "<p>Le cœur de K<b>ay</b>es,\xa0à 06\u202f: 58. Fin</p>"},
        {"body": OLD["body"] + '<aside data-article="1"></aside>'},
        {"kicker": "Another"},
    ],
)
def test_case_accents_punctuation_and_markup_are_no_substance(changes):
    assert not has_changed_in_substance(OLD, OLD | changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"headline": "L’État paiera"},
        {"standfirst": ""},
        {"body": "<p>Le cœur de Kayes, à 06:59.</p><p>Fin</p>"},
        {"body": "<p>Fin</p><p>Le cœur de Kayes, à 06:58.</p>"},
        {"headline": "L’État paie Bien", "standfirst": "sûr"},
    ],
)
def test_words_are(changes):
    assert has_changed_in_substance(OLD, OLD | changes)
