"""Two documents, their passages in pairs: what is the same, what differs, what only one has."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest

from bot.answers.comparison import compare as comparing
from bot.answers.results import Change, CompareAnswer, ComparedPair, CompareRequest, Relation
from bot.app import App, open_app
from bot.errors import BadRequestError, UnknownDocumentError
from bot.models import Basis, Kind
from bot.settings import Settings
from tests.support import Part, invented, keep, mention

VOTE: Final = "The harbour council of Ostrava Bay voted to dredge the northern channel for forty million crowns."
DIVERS: Final = "Divers fear for the mussel beds that feed the ducks of the bay."
SHARED: Final = (
    "Whoever wants ferries must want a deeper channel, and whoever wants neither must say how islanders travel."
)


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    async with open_app(Settings(database=tmp_path / "store.sqlite3", starter=False)) as opened:
        yield opened


async def compared(app: App, first: list[Part], second: list[Part], topic: str | None = None) -> CompareAnswer:
    one = await keep(app.store, invented(*first, file="first.txt"))
    other = await keep(app.store, invented(*second, file="second.txt"))
    answer = await comparing.compare(app.store, app.worker, CompareRequest(one.reference, other.reference, topic))
    for document, sentences in (
        (one, [*(pair.first for pair in answer.pairs), *answer.only_first]),
        (other, [*(pair.second for pair in answer.pairs), *answer.only_second]),
    ):
        source = await app.store.library.source(document)
        for each in sentences:
            assert each.citation.document.reference == document.reference
            assert each.citation.span.of(source) == each.text != ""
    for pair in answer.pairs:
        _check_diff(pair)
    return answer


def _check_diff(pair: ComparedPair) -> None:
    def joined(*changes: Change) -> str:
        return "".join("".join(words.split()) for change, words in pair.diff if change in changes)

    assert joined(Change.EQUAL, Change.DELETE) == "".join(pair.first.text.split())
    if pair.relation is not Relation.IDENTICAL:
        assert all(words.strip() for _, words in pair.diff)


async def only(app: App, first: str, second: str) -> ComparedPair:
    answer = await compared(app, [first], [second])
    assert (answer.only_first, answer.only_second) == ((), ())
    [pair] = answer.pairs
    return pair


async def test_the_same_words_are_identical_whatever_their_typography(app: App) -> None:
    pair = await only(app, f"“{VOTE}”", f'"{VOTE.replace(" ", chr(0xA0), 3)}"')
    assert (pair.relation, pair.certain) == (Relation.IDENTICAL, True)


async def test_what_stands_in_one_only_is_listed(app: App) -> None:
    answer = await compared(app, [VOTE, DIVERS], ["The library will open on Sundays.", VOTE])
    assert [each.text for each in answer.only_first] == [DIVERS]
    assert [each.text for each in answer.only_second] == ["The library will open on Sundays."]
    assert [each.citation.reference for each in answer.only_first] == ["D1¶2"]


@pytest.mark.parametrize(
    ("words", "others", "figures"),
    [
        ("forty million", "fifty million", ("forty million", "fifty million")),
        ("forty million", "more than 40 million", ("forty million", "more than 40 million")),
        ("forty million", "40,000,000", None),
        ("forty million crowns", "many crowns", None),
    ],
)
async def test_figures_that_differ_are_named(
    app: App, words: str, others: str, figures: tuple[str, str] | None
) -> None:
    pair = await only(app, VOTE, VOTE.replace(words, others))
    assert pair.figures == ((figures,) if figures else ())
    assert pair.relation is (Relation.FIGURES_DIFFER if figures else Relation.REWORDED)
    assert pair.certain


@pytest.mark.parametrize(
    ("words", "value", "relation"),
    [
        ("3 May", "2021-05-03", Relation.REWORDED),
        ("in May", "2021-05", Relation.REWORDED),
        ("next week", None, Relation.REWORDED),
        ("on 4 May", "2021-05-04", Relation.FIGURES_DIFFER),
    ],
)
async def test_dates_are_compared_by_the_days_that_they_name(
    app: App, words: str, value: str | None, relation: Relation
) -> None:
    first, second = VOTE.replace("voted", "voted on Monday"), VOTE.replace("voted", f"voted {words}")
    one = mention(first, "Monday", "2021-05-03", Basis.WORKED_OUT)
    other = mention(second, words.removeprefix("on ").removeprefix("in "), value, Basis.STATED)
    await keep(app.store, invented(first, file="1.txt", dates={0: [one]}))
    await keep(app.store, invented(second, file="2.txt", dates={0: [other]}))
    [pair] = (await comparing.compare(app.store, app.worker, CompareRequest("1", "2"))).pairs
    assert pair.relation is relation
    assert bool(pair.figures) == (relation is Relation.FIGURES_DIFFER)


async def test_a_negation_that_only_one_has_is_named(app: App) -> None:
    pair = await only(app, VOTE, VOTE.replace("voted", "voted not"))
    assert (pair.relation, pair.remarks) == (Relation.REWORDED, ("Only the second has the negation “not”.",))


async def test_a_sentence_within_a_longer_one_is_identical_with_that_part(app: App) -> None:
    inner = SHARED[0].lower() + SHARED[1:-1]
    longer = f"Asked on the quay about the ducks, mayor Marta Velin only laughed: {inner}, she said."
    answer = await compared(app, [SHARED], [longer])
    [pair] = answer.pairs
    assert pair.relation is Relation.IDENTICAL
    assert pair.second.text == longer[longer.index("whoever") : longer.index(", she said")]
    assert [each.text.split()[0] for each in answer.only_second] == ["Asked"]
    back = await compared(app, [longer], [SHARED])
    assert [each.relation for each in back.pairs] == [Relation.IDENTICAL]


async def test_a_few_words_more_make_no_part(app: App) -> None:
    pair = await only(app, SHARED, f"{SHARED[:-1]}, they say.")
    assert pair.relation is Relation.REWORDED


async def test_what_is_little_alike_is_possibly_the_same(app: App) -> None:
    first = "A trawler of the northern fleet ran aground on the sandbank near Orm while its crew of nine were asleep."
    second = "Nine men were rescued when their trawler struck a sandbank in thick fog off the lighthouse of Orm."
    pair = await only(app, first, second)
    assert (pair.relation, pair.certain) == (Relation.REWORDED, False)


async def test_only_body_takes_part(app: App) -> None:
    answer = await compared(app, [(Kind.HEADING, "Of the harbour council"), VOTE], [(Kind.PROMOTION, VOTE), DIVERS])
    assert answer.pairs == ()
    assert [each.text for each in answer.only_second] == [DIVERS]


async def test_a_topic_leaves_what_is_about_it(app: App) -> None:
    answer = await compared(app, [VOTE, DIVERS], [DIVERS.replace("fear", "are worried"), VOTE], topic="mussel ducks")
    assert len(answer.pairs) == 1
    assert answer.pairs[0].first.text == DIVERS
    assert (answer.only_first, answer.only_second) == ((), ())


async def test_what_cannot_be_compared_is_refused(app: App) -> None:
    await keep(app.store, invented(VOTE, file="1.txt"))
    await keep(app.store, invented(DIVERS, file="2.txt"))
    for request, error in (
        (CompareRequest("1", "D1"), BadRequestError),
        (CompareRequest("1", " "), BadRequestError),
        (CompareRequest("1", "2", "…"), BadRequestError),
        (CompareRequest("1", "9"), UnknownDocumentError),
    ):
        with pytest.raises(error):
            await comparing.compare(app.store, app.worker, request)


async def test_long_documents_are_compared_in_the_worker(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[Part] = [f"{VOTE} The vote was number {n}. {DIVERS}" for n in range(40)]
    here = await compared(app, texts, [*texts[1:], "Something else stands here."])
    monkeypatch.setattr(comparing, "_QUICK", 10)
    there = await comparing.compare(app.store, app.worker, CompareRequest("1", "2"))
    assert there == here
    assert {pair.relation for pair in there.pairs} >= {Relation.IDENTICAL}


async def test_other_scripts_are_compared(app: App) -> None:
    first, second = "议会星期二投票决定疏浚北部航道，费用为四千万。", "议会星期二投票决定疏浚南部航道，费用为四千万。"
    pair = await only(app, first, second)
    assert pair.relation is Relation.REWORDED
    same = await only(
        app, "Совет гавани проголосовал за углубление канала.", "Совет гавани проголосовал за углубление канала!"
    )
    assert same.relation is Relation.IDENTICAL
