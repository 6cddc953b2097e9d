"""Short texts end where a reader would pause."""

import re

import pytest

from tests.shared_texts import articles, needs_shared, seed
from web.shortening import WEAK, shorten

NB, NN = "\u00a0", "\u202f"
LEVEL = "L’échelle du vieux pont indiquait 4,14 mètres au relevé, deux centimètres de plus que la veille."
RISE = f"{LEVEL} La hausse ralentit. Le seuil des veilles de nuit, fixé à 4,37 mètres, n’est pas atteint."
QUOTED = f"«{NB}On attend la nuit au bord du fleuve. Rien ne vient{NB}», dit-il."


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("Un. Deux.", 9, "Un. Deux."),
        (RISE, 170, f"{LEVEL} La hausse ralentit."),
        (RISE, 110, LEVEL),
        (RISE, 90, "L’échelle du vieux pont indiquait 4,14 mètres au relevé…"),
        (f"Le fleuve monte encore{NN}! La ville attend.", 30, f"Le fleuve monte encore{NN}!"),
        ("Ils ont tout gardé, y compris… Avant le vote, nous avons lu.", 40, "Ils ont tout gardé, y compris…"),
        ("M. Diop reçoit Mme. Traoré et A. Touré. Ils parlent.", 45, "M. Diop reçoit Mme. Traoré et A. Touré."),
        (
            "Plus de 20.000 sinistrés ont été comptés. La pluie reprend.",
            45,
            "Plus de 20.000 sinistrés ont été comptés.",
        ),
        (f"«{NB}On attend. Rien ne vient{NB}», dit-il. Il part.", 40, f"«{NB}On attend. Rien ne vient{NB}», dit-il."),
        (QUOTED, 40, f"«{NB}On attend la nuit au bord du fleuve…{NB}»"),
        (f"Le mil y gagne un client{NB}: le maraîcher du village voisin", 36, "Le mil y gagne un client…"),
        ("Le marché ouvre samedi et les vendeuses reprennent leurs places", 45, "Le marché ouvre samedi…"),
        ("Non. Les habitants attendent, la mairie aussi.", 40, "Non. Les habitants attendent…"),
        ("Le seuil des veilles est fixé à 437 centimètres", 36, "Le seuil des veilles est fixé…"),
        ("anticonstitutionnellement", 10, ""),
        ("de la à le du", 8, ""),
        ("", 10, ""),
        ("un deux", 1, ""),
        ("un deux", -1, ""),
    ],
)
def test_text_is_cut_where_a_reader_pauses(text, length, short):
    assert shorten(text, length) == short


@needs_shared
@pytest.mark.parametrize("length", [60, 110, 140, 200])
def test_real_texts_stop_well(length):
    for text in [*(" ".join(line.split()) for line in seed().splitlines()), *articles()]:
        short = shorten(" ".join(text.split()), length)
        assert len(short) <= length
        if short.endswith(("…", f"…{NB}»")) and len(text) > length:
            last = re.split(r"[\s’'-]", re.sub(rf"…({NB}»|\))?$", "", short))[-1]
            assert last.lower() not in WEAK
            assert not last[:1].isdigit()
            assert not last.endswith((":", ",", ";"))
