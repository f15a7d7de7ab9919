"""Speakers named behind or within a description of them, and sentences that only seem to name one."""

import pytest

from tests.documents.quotations.test_attribution import told

CASES = {
    "office behind the verb, then name": (
        "“The mill stays open,” said the mayor, Ada Thorne. “It floats,” said the director of works, Mr Brandl.",
        ["The mill stays open, | Ada Thorne (named)", "It floats, | Brandl (named)"],
    ),
    "office of many, then name": (
        "“The mill stays open,” said the ministry, Ada Thorne in tears.",
        ["The mill stays open, | the ministry (named)"],
    ),
    "office of one who speaks for another, then name": (
        "“The mill stays open,” said the lawyer of the mayor, Ada Thorne.",
        ["The mill stays open, | the lawyer of the mayor (named)"],
    ),
    "office in a board before the name and a clause": (
        "Board member Ada Thorne, who voted no, called the mill “a ship that never sails”.",
        ["a ship that never sails | Ada Thorne (named)"],
    ),
    "surname with particles": (
        "Jan de la Cruz came. “The mill stays open,” said Mr de la Cruz.",
        ["The mill stays open, | Jan de la Cruz (resolved)"],
    ),
    "a surname that is a first name as well": (
        "“I do not know,” Lee said. Ada Lee is the mayor. Her brother, Tom Lee, is not.",
        ["I do not know, | ?"],
    ),
    "an office named in an apposition before": (
        "The prime minister, Ada Thorne, met Luc Roi. “It was short,” the prime minister said.",
        ["It was short, | Ada Thorne (resolved)"],
    ),
    "an occupation before the name": (
        "“The mill stays open,” said Firefighter Ada Thorne.",
        ["The mill stays open, | Ada Thorne (named)"],
    ),
    "what somebody wrote, by its title": (
        "Ada Thorne wrote “The Mill of Orran” in 1990. She wrote, “The mill stays open.”",
        ["The mill stays open. | Ada Thorne (resolved)"],
    ),
    "a term in single marks": (
        "The board's 'Forward Together' plan runs to 2021. It is short. 'The mill stays open,' said Ada Thorne.",
        ["The mill stays open, | Ada Thorne (named)"],
    ),
    "words of another that somebody quotes": (
        "Ada Thorne quoted Otto Brandl as saying “no”. He cited Jan Novak, the mayor, as saying: “It stays.”",
        ["no | Otto Brandl (named)", "It stays. | Jan Novak (named)"],
    ),
    "what somebody never said": (
        "Ada Thorne never said “the mill stays open”. Otto Brandl did not come but said: “The mill stays.”",
        ["The mill stays. | Otto Brandl (named)"],
    ),
    "councillor": (
        "“The mill stays open,” said Councillor Ada Thorne. “It does,” said Cllr Thorne.",
        ["The mill stays open, | Ada Thorne (named)", "It does, | Ada Thorne (resolved)"],
    ),
    "a number that opens the sentence before": (
        "Otto Brandl left. Forty weavers stayed, and he wept. “I am not one of them,” he said.",
        ["I am not one of them, | Otto Brandl (resolved)"],
    ),
    "a clause with a colon about somebody without a name": (
        "“The mill stays open,” Ada Thorne said. As the weaver who left in March put it: “It was never shut.”",
        ["The mill stays open, | Ada Thorne (named)", "It was never shut. | ?"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_tells_who_bears_an_office(name: str) -> None:
    text, expected = CASES[name]
    assert told(text) == expected
