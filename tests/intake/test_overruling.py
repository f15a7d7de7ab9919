"""Kinds that a curator sets, and lines that other documents hold: what answers follow them, and for how long."""

from pathlib import Path
from typing import Final

import pytest

from bot.answers.citing import cite
from bot.answers.quote import quote
from bot.answers.results import QuoteRequest, SummaryRequest, TimelineRequest
from bot.answers.summary import summarise
from bot.answers.timeline import timeline
from bot.app import App
from bot.documents.reader import READER_VERSION
from bot.errors import UnknownReferenceError
from bot.intake import intake as module
from bot.models import SHARED, Basis, Document, Kind, Method, Paragraph

MILL: Final = """The mill at Orm was sold on 3 May 1998 to a baker who had worked in it since he was fourteen.

Home | Granary since 4 June 1921 | Contact

Its wheel turns again, though the miller says that the river has grown lazy and needs some persuasion.

The county pays for a new sluice, which is to keep the trout apart from the flour and the flour from the trout.
"""
TABLE: Final = MILL.split("\n\n")[1]
WHEEL: Final = MILL.split("\n\n")[2]
LINE: Final = "- The Orm Reader comes out on Fridays"
PROSE: Final = (
    "The ferryman of Tarn has bought a second boat, which he will use when the first one is being painted by his sons.",
    "A choir of eleven has rented the old signal box and sings there on Thursdays, with the windows shut in winter.",
    "Nobody knows who planted the pears along the towpath; the county has counted them and found four hundred and two.",
    "The school at Vardal teaches its pupils to mend nets again, since no shop is left that would do it for them.",
)


async def imported(app: App, folder: Path, text: str = MILL, name: str = "mill.txt") -> Document:
    (folder / name).write_text(text, encoding="utf-8")
    (outcome,) = await app.intake.add([folder / name])
    assert outcome.document is not None, outcome.why
    document = await app.store.library.document(SHARED, outcome.document)
    assert document is not None
    return document


async def paragraphs(app: App, document: Document) -> dict[str, Paragraph]:
    return {each.text: each for each in await app.store.library.paragraphs(document)}


async def answers(app: App, words: str) -> bool:
    """Whether a text answers quotations, the timeline and summaries; in all three or in none."""
    told = [
        any(words in each.text for each in (await quote(app.store, QuoteRequest(f'"{words}"'))).passages),
        any(words in each.text for each in (await timeline(app.store, TimelineRequest())).events),
        any(
            words in each.text
            for each in (
                await summarise(app.store, app.worker, SummaryRequest("1", length="40", method="luhn"))
            ).sentences
        ),
    ]
    assert len(set(told)) == 1, told
    return told[0]


async def test_what_is_made_body_answers_at_once_and_what_is_made_navigation_no_longer(app: App, folder: Path) -> None:
    document = await imported(app, folder)
    table = (await paragraphs(app, document))[TABLE]
    sold = next(each for each in (await paragraphs(app, document)).values() if "sold" in each.text)
    assert table.kind is not Kind.BODY
    assert not await answers(app, "Granary since 4 June 1921")
    corrected = await app.intake.correct(document, table.number, Kind.BODY)
    assert (corrected.kind, corrected.reason, corrected.confidence, corrected.basis) == (
        Kind.BODY,
        "set by a curator",
        1.0,
        Basis.CURATOR,
    )
    assert await answers(app, "Granary since 4 June 1921")
    assert await answers(app, "sold on 3 May 1998")
    await app.intake.correct(document, sold.number, Kind.NAVIGATION)
    assert not await answers(app, "sold on 3 May 1998")


async def test_the_summary_is_worked_out_anew_at_once(app: App, folder: Path) -> None:
    document = await imported(app, folder)
    before = await app.store.rankings.outline(document.id)
    sold = next(each for each in (await paragraphs(app, document)).values() if "sold" in each.text)
    await app.intake.correct(document, sold.number, Kind.NAVIGATION)
    after = await app.store.rankings.outline(document.id)
    assert before is not None
    assert after is not None
    assert (after.fit, after.seconds) != (before.fit, before.seconds)
    assert after.seconds < before.seconds
    assert (await app.store.rankings.standing(document.id, Method.VERBATIM)).complete


async def test_withdrawing_leaves_it_to_the_rules_again(app: App, folder: Path) -> None:
    document = await imported(app, folder)
    before = (await paragraphs(app, document))[TABLE]
    await app.intake.correct(document, before.number, Kind.BODY)
    after = await app.intake.correct(document, before.number, None)
    assert (after.kind, after.reason, after.confidence, after.basis) == (
        before.kind,
        before.reason,
        before.confidence,
        Basis.WORKED_OUT,
    )
    assert not await answers(app, "Granary since 4 June 1921")


async def test_it_survives_another_import_a_change_of_the_text_and_an_upgrade(
    app: App, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = await imported(app, folder)
    number = (await paragraphs(app, document))[TABLE].number
    await app.intake.correct(document, number, Kind.BODY)

    async def kind() -> tuple[int, Kind, Basis]:
        now = (await paragraphs(app, document))[TABLE]
        return now.number, now.kind, now.basis

    await imported(app, folder)
    assert await kind() == (number, Kind.BODY, Basis.CURATOR)
    await imported(app, folder, f"A new paragraph stands above all the others, and tells nothing new.\n\n{MILL}")
    assert await kind() == (number, Kind.BODY, Basis.CURATOR)
    await app.intake.edit(document, {"title": "The mill"})
    assert await kind() == (number, Kind.BODY, Basis.CURATOR)
    monkeypatch.setattr(module, "READER_VERSION", READER_VERSION + 1)
    assert await app.intake.refresh() == 1
    assert await kind() == (number, Kind.BODY, Basis.CURATOR)


async def test_it_rests_while_the_paragraph_is_removed_and_is_back_with_it(app: App, folder: Path) -> None:
    document = await imported(app, folder)
    number = (await paragraphs(app, document))[WHEEL].number
    await app.intake.correct(document, number, Kind.APPENDED)
    document = await imported(app, folder, MILL.replace(f"{WHEEL}\n\n", ""))
    assert all(each.basis is Basis.WORKED_OUT for each in (await paragraphs(app, document)).values())
    with pytest.raises(UnknownReferenceError, match=f"¶{number}"):
        await app.intake.correct(document, number, Kind.BODY)
    document = await imported(app, folder)
    back = (await paragraphs(app, document))[WHEEL]
    assert (back.number, back.kind, back.basis) == (number, Kind.APPENDED, Basis.CURATOR)


async def test_a_paragraph_that_was_never_given_is_unknown(app: App, folder: Path) -> None:
    document = await imported(app, folder)
    with pytest.raises(UnknownReferenceError, match="D1 has no paragraph ¶99"):
        await app.intake.correct(document, 99, Kind.BODY)


def between(line: str, at: int) -> str:
    """A document of its own prose with a line in the middle of it."""
    return f"{PROSE[at]}\n\n{line}\n\n{PROSE[at].replace('the', 'a certain')}\n"


async def test_a_line_that_comes_again_and_again_is_furniture(app: App, folder: Path) -> None:
    kinds = []
    for at in range(4):
        document = await imported(app, folder, between(LINE, at), f"{at}.txt")
        kinds.append((await paragraphs(app, document))[LINE])
    assert [each.kind for each in kinds] == [Kind.BODY, Kind.BODY, Kind.NAVIGATION, Kind.NAVIGATION]
    assert [each.reason for each in kinds[2:]] == ["stands in 3 documents", "stands in 4 documents"]
    first = await app.store.library.document(SHARED, 1)
    assert first is not None
    edited = await app.intake.edit(first, {"note": "read anew"})
    assert (await paragraphs(app, edited))[LINE].reason == "stands in 4 documents"


async def test_editions_of_one_text_make_no_furniture(app: App, folder: Path) -> None:
    for at in range(4):
        text = f"{between(LINE, 0)}\nThis is edition {at} of the text, and it has a closing line of its own.\n"
        document = await imported(app, folder, text, f"{at}.txt")
        assert (await paragraphs(app, document))[LINE].kind is Kind.BODY


async def test_a_line_that_a_curator_wants_is_no_furniture(app: App, folder: Path) -> None:
    document = await imported(app, folder, between(LINE, 0), "0.txt")
    await app.intake.correct(document, (await paragraphs(app, document))[LINE].number, Kind.BODY)
    for at in range(1, 4):
        document = await imported(app, folder, between(LINE, at), f"{at}.txt")
    assert (await paragraphs(app, document))[LINE].kind is Kind.BODY


async def test_other_collections_do_not_count(app: App, folder: Path) -> None:
    for at in range(3):
        (folder / f"{at}.txt").write_text(between(LINE, at), encoding="utf-8")
        await app.intake.add([folder / f"{at}.txt"], collection="77")
    document = await imported(app, folder, between(LINE, 3), "3.txt")
    assert (await paragraphs(app, document))[LINE].kind is Kind.BODY


EDITED: Final = WHEEL.replace("needs some persuasion", "needs much persuasion")


async def test_it_goes_over_to_the_paragraph_that_came_after_a_small_edit(app: App, folder: Path) -> None:
    document = await imported(app, folder)
    first = (await paragraphs(app, document))[WHEEL].number
    await app.intake.correct(document, first, Kind.APPENDED)
    document = await imported(app, folder, MILL.replace(WHEEL, EDITED))
    second = (await paragraphs(app, document))[EDITED]
    assert second.number > first, "a number stands for a wording"
    assert (second.kind, second.basis) == (Kind.APPENDED, Basis.CURATOR)
    stone = await cite(app.store, f"D1¶{first}")
    assert (stone.text, stone.after) == (WHEEL, f"D1¶{second.number}")
    with pytest.raises(UnknownReferenceError, match=f"D1¶{second.number} came after it"):
        await app.intake.correct(document, first, Kind.BODY)


async def test_it_goes_on_from_edit_to_edit_and_may_be_withdrawn(app: App, folder: Path) -> None:
    document = await imported(app, folder)
    first = (await paragraphs(app, document))[WHEEL].number
    await app.intake.correct(document, first, Kind.APPENDED)
    await imported(app, folder, MILL.replace(WHEEL, EDITED))
    last = EDITED.replace("grown lazy", "grown idle")
    document = await imported(app, folder, MILL.replace(WHEEL, last))
    third = (await paragraphs(app, document))[last]
    assert (third.kind, third.basis) == (Kind.APPENDED, Basis.CURATOR)
    assert (await cite(app.store, f"D1¶{first}")).after == f"D1¶{third.number}", "the one that stands, not the next"
    await app.intake.correct(document, third.number, None)
    document = await imported(app, folder, MILL.replace(WHEEL, last))
    assert (await paragraphs(app, document))[last].basis is Basis.WORKED_OUT


async def test_the_last_word_of_a_curator_comes_back_with_an_old_wording(app: App, folder: Path) -> None:
    document = await imported(app, folder)
    first = (await paragraphs(app, document))[WHEEL].number
    await app.intake.correct(document, first, Kind.APPENDED)
    document = await imported(app, folder, MILL.replace(WHEEL, EDITED))
    second = (await paragraphs(app, document))[EDITED].number
    await app.intake.correct(document, second, Kind.PROMOTION)
    document = await imported(app, folder)
    back = (await paragraphs(app, document))[WHEEL]
    assert (back.number, back.kind, back.basis) == (first, Kind.PROMOTION, Basis.CURATOR)
    assert (await cite(app.store, f"D1¶{second}")).after == f"D1¶{first}"
    assert (await cite(app.store, f"D1¶{first}")).after is None


async def test_what_is_written_anew_is_left_to_the_rules(app: App, folder: Path) -> None:
    document = await imported(app, folder)
    first = (await paragraphs(app, document))[WHEEL].number
    await app.intake.correct(document, first, Kind.APPENDED)
    document = await imported(app, folder, MILL.replace(WHEEL, PROSE[0]))
    assert (await paragraphs(app, document))[PROSE[0]].basis is Basis.WORKED_OUT
    assert (await cite(app.store, f"D1¶{first}")).after is None
