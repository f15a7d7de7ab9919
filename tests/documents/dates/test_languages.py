"""Dates in German, French and Spanish, in invented sentences; the anchor is a Tuesday."""

from datetime import date

import pytest

from bot.documents.dates.tagger import tag
from bot.documents.sentences import split
from bot.models import Span

ANCHOR = date(2023, 3, 28)


def told(text: str, language: str) -> list[tuple[str, str | None]]:
    (found,) = tag([(text, [Span(0, len(text))])], ANCHOR, language)
    return [(m.span.of(text), m.value.edtf if m.value else None) for m in found]


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        ("Am 20. März 2023 traf er ein.", "20. März 2023", "2023-03-20"),
        ("Am Montag, dem 20. März 2023, traf er ein.", "Montag, dem 20. März 2023", "2023-03-20"),
        ("Am Montag, 20. März, traf er ein.", "Montag, 20. März", "2023-03-20"),
        ("Vom 20. bis 22. März 2023 war er dort.", "20. bis 22. März 2023", "2023-03-20/2023-03-22"),
        ("Am 20.–22. März 2023 war er dort.", "20.–22. März 2023", "2023-03-20/2023-03-22"),
        ("Im März 2023 war er dort.", "März 2023", "2023-03"),
        ("Anfang Mai 2022 war er dort.", "Anfang Mai 2022", "2022-05"),
        ("Im Mai war er dort.", "Mai", "2022-05"),
        ("Seit 2014 ist es still.", "Seit 2014", "2014/.."),
        ("Bis 2030 soll es fertig sein.", "Bis 2030", "../2030"),
        ("Von 2013 bis 2015 war er dort.", "2013 bis 2015", "2013/2015"),
        ("Er wurde 2014 gewählt; 2000 Menschen kamen.", "2014", "2014"),
        ("Am 11.09.2023 war er dort.", "11.09.2023", "2023-09-11"),
        ("Im ersten Quartal 2022 stieg es.", "ersten Quartal 2022", "2022-33"),
        ("Im 19. Jahrhundert stieg es.", "19. Jahrhundert", "18XX"),
        ("Im Sommer 2022 stieg es.", "Sommer 2022", "2022-22"),
        ("Im letzten Jahr stieg es.", "letzten Jahr", "2022"),
        ("Gestern stieg es.", "Gestern", "2023-03-27"),
        ("Letzten Montag stieg es.", "Letzten Montag", "2023-03-27"),
        ("Er wird am Freitag kommen.", "Freitag", "2023-03-31"),
        ("Ostern 2022 war er dort.", "Ostern 2022", "2022-04-17"),
    ],
)
def test_german(text: str, expression: str, edtf: str) -> None:
    assert told(text, "de") == [(expression, edtf)]


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        ("Le 20 mars 2023, il arriva.", "Le 20 mars 2023", "2023-03-20"),
        ("Le lundi 20 mars 2023, il arriva.", "lundi 20 mars 2023", "2023-03-20"),
        ("Le 1er mai 2022, il arriva.", "Le 1er mai 2022", "2022-05-01"),
        ("Du 20 au 22 mars 2023, il y fut.", "20 au 22 mars 2023", "2023-03-20/2023-03-22"),
        ("En mars, il observa la planète Mars.", "mars", "2023-03"),
        ("En 2023, il arriva.", "2023", "2023"),
        ("Depuis 2014, rien.", "Depuis 2014", "2014/.."),
        ("Avant 2030, tout.", "Avant 2030", "../2030"),
        ("Entre 2013 et 2015, il y fut.", "2013 et 2015", "2013/2015"),
        ("Le 11/09/2023, il arriva.", "11/09/2023", "2023-09-11"),
        ("Mi-mars 2022, il partit.", "Mi-mars 2022", "2022-03"),
        ("Au premier trimestre 2022, il partit.", "premier trimestre 2022", "2022-33"),
        ("Au XIXe siècle, il partit.", "XIXe siècle", "18XX"),
        ("À Noël 2021, 2000 personnes vinrent.", "Noël 2021", "2021-12-25"),
        ("Hier, il vint.", "Hier", "2023-03-27"),
        ("Vendredi, il sera là.", "Vendredi", "2023-03-31"),
    ],
)
def test_french(text: str, expression: str, edtf: str) -> None:
    assert told(text, "fr-FR") == [(expression, edtf)]


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        ("El 20 de marzo de 2023 llegó.", "El 20 de marzo de 2023", "2023-03-20"),
        ("El lunes 20 de marzo de 2023 llegó.", "lunes 20 de marzo de 2023", "2023-03-20"),
        ("Del 20 al 22 de marzo de 2023 estuvo allí.", "20 al 22 de marzo de 2023", "2023-03-20/2023-03-22"),
        ("En marzo de 2023 llegó.", "marzo de 2023", "2023-03"),
        ("En 2023 llegó.", "2023", "2023"),
        ("Desde 2014 nada.", "Desde 2014", "2014/.."),
        ("Hasta 2030 todo.", "Hasta 2030", "../2030"),
        ("Antes de 2030 todo.", "Antes de 2030", "../2030"),
        ("De 2013 a 2015 estuvo allí.", "2013 a 2015", "2013/2015"),
        ("El 11/09/2023 llegó.", "11/09/2023", "2023-09-11"),
        ("En el primer trimestre de 2022 llegó.", "el primer trimestre de 2022", "2022-33"),
        ("Ayer llegaron 2000 personas.", "Ayer", "2023-03-27"),
        ("El viernes será el día; Plácido Domingo cantó.", "viernes", "2023-03-31"),
    ],
)
def test_spanish(text: str, expression: str, edtf: str) -> None:
    assert told(text, "es") == [(expression, edtf)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Es waren 20. Danach kamen 2000 Menschen auf Seite 2010.", "de"),
        ("Il y avait 2000 habitants, page 2010.", "fr"),
        ("Había 2000 habitantes, página 2010.", "es"),
    ],
)
def test_numbers_are_no_years(text: str, language: str) -> None:
    assert told(text, language) == []


def test_a_german_date_is_not_cut_by_the_end_of_a_sentence() -> None:
    text = "Er traf am 20. März 2023 ein. Am 21. April fuhr er ab."
    (found,) = tag([(text, split(text, "de"))], ANCHOR, "de")
    assert [m.value and m.value.edtf for m in found] == ["2023-03-20", "2023-04-21"]
