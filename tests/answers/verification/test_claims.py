"""Whose words a text is said to be: noticed where somebody else says them, left open where nobody is known to."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.results import VerifyAnswer, VerifyRequest
from bot.answers.verification.claims import only
from bot.answers.verification.verify import verify
from bot.answers.verification.voices import voice_of
from bot.documents.reader import read
from bot.errors import BadRequestError
from bot.models import Span, Speaker, SpeakerBasis, Speech
from bot.store.speakers import Said
from bot.store.store import Store
from tests.support import keep

HARBOUR = """\
---
title: Work in the harbour
author: Ivo Sand
---

“The harbour is safe for every ferry,” Mayor Ada Quill said. The council met her on the quay, where ferry bells rang.

Quill said that the harbour would be dredged before the winter. Ben Rook of the dockers came late.

“Nobody asked the dockers,” said Ben Rook. “The harbour is ours,” Quill answered.

“The lamps burn all night,” somebody else said.

“The cranes are older than the town,” the foreman said.

Cara Holm opened the market on Friday, and the lamps were lit along the harbour.
"""
MARKET = """\
---
title: The market
---

Cara Holm, who runs the market, said: “Our lamps come from the dockers of Linden.”

“The harbour is safe for every ferry,” Mayor Ada Quill said.

“We sell no lamps at the quay,” said Dora Holm, her sister.

“Nobody asked the dockers,” a passer-by shouted.
"""
SAFE = "The harbour is safe for every ferry"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        await keep(opened, read(HARBOUR.encode(), "harbour.md"))
        await keep(opened, read(MARKET.encode(), "market.md"))
        yield opened


async def ask(store: Store, text: str, speaker: str | None = None, document: str | None = None) -> VerifyAnswer:
    return await verify(store, VerifyRequest(text, document, speaker))


async def test_parts_say_who_says_them_there(store: Store) -> None:
    answer = await ask(store, SAFE)
    assert [part.speaker for part in answer.parts] == [Speaker("Ada Quill", SpeakerBasis.NAMED)] * 2
    assert [part.speech for part in answer.parts] == [Speech.DIRECT] * 2
    (reported,) = (await ask(store, "the harbour would be dredged before the winter")).parts
    assert (reported.speech, reported.speaker) == (Speech.REPORTED, Speaker("Ada Quill", SpeakerBasis.RESOLVED))
    (told,) = (await ask(store, "the lamps were lit along the harbour")).parts
    assert (told.speech, told.speaker) == (None, None)
    assert answer.speaker is None


@pytest.mark.parametrize("name", ["Ada Quill", "ada quill", "Quill", "Mayor Quill", "Mayor Ada Quill", " Ada  Quill "])
async def test_a_speaker_counts_by_every_form_of_the_name(store: Store, name: str) -> None:
    answer = await ask(store, SAFE, name)
    assert (answer.verdict, answer.speaker, answer.remarks, answer.warnings) == ("exact", "Ada Quill", (), ())


async def test_an_alias_counts(store: Store) -> None:
    await store.aliases.rename("Ada Quill", "A. Q. of Linden")
    assert (await ask(store, SAFE, "Ada Quill")).verdict == "exact"
    answer = await ask(store, SAFE, "A. Q. of Linden")
    assert (answer.verdict, answer.speaker) == ("exact", "A. Q. of Linden")


@pytest.mark.parametrize(
    ("text", "name", "verdict"),
    [
        (SAFE, "Ben Rook", "other_speaker"),
        (SAFE.upper(), "Ben Rook", "other_speaker"),
        (SAFE, "Zed Wolf", "other_speaker"),
        ("“The harbour is safe for every ferry,” Mayor Ada Quill said.", "Ben Rook", "other_speaker"),
        ("the harbour would be dredged before the winter", "Cara Holm", "other_speaker"),
        ("We sell no lamps at the quay", "Cara Holm", "other_speaker"),
        ("We sell no lamps at the quay", "Dora Holm", "exact"),
        ("We sell no lamps at the quay", "Holm", "exact"),
        # nobody is known to say it there, or somebody who may be meant
        ("The lamps burn all night", "Ada Quill", "exact"),
        ("The cranes are older than the town", "Ada Quill", "exact"),
        ("the lamps were lit along the harbour", "Cara Holm", "exact"),
        # one place names another, a second one nobody
        ("Nobody asked the dockers", "Ada Quill", "exact"),
        ("Nobody asked the dockers", "Ben Rook", "exact"),
        ("The harbour is safe for no ferry at all", "Ben Rook", "altered"),
        ("Whales sang under the frozen pier", "Ben Rook", "absent"),
    ],
)
async def test_only_a_known_other_speaker_changes_the_verdict(store: Store, text: str, name: str, verdict: str) -> None:
    assert (await ask(store, text, name)).verdict == verdict


async def test_who_says_it_instead_is_told(store: Store) -> None:
    answer = await ask(store, SAFE, "Rook")
    assert answer.speaker == "Ben Rook"
    assert answer.remarks == (
        "Ada Quill says it in D1¶2, not Ben Rook.",
        "Ada Quill says it in D2¶3, not Ben Rook.",
    )
    assert answer.warnings == ()
    unknown = await ask(store, SAFE, "Zed Wolf")
    (warning,) = unknown.warnings
    assert warning.startswith('Nobody is known as "Zed Wolf" in these documents. Who speaks most: Ada Quill, ')
    reported = await ask(store, "the harbour would be dredged before the winter", "Cara Holm")
    assert reported.remarks == ("Ada Quill is reported to say it in D1¶3, not Cara Holm.",)


@pytest.mark.parametrize("text", [SAFE, "Whales sang under the frozen pier", "The harbour is safe for no ferry at all"])
async def test_a_name_that_nobody_has_is_told_whatever_the_verdict(store: Store, text: str) -> None:
    answer = await ask(store, text, "Mr Rock")
    assert answer.warnings[-1] == 'Nobody is known as "Mr Rock" in these documents. Closest: Ben Rook.'


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("The lamps burn all night", "Who says it in D1¶5 is not known: whether Ada Quill does stays open."),
        (
            "the lamps were lit along the harbour",
            "In D1¶7 it is nobody's speech: whether Ada Quill said it stays open.",
        ),
    ],
)
async def test_what_stays_open_is_a_warning(store: Store, text: str, warning: str) -> None:
    answer = await ask(store, text, "Ada Quill")
    assert (answer.remarks, answer.warnings) == ((), (warning,))


async def test_a_description_never_accuses(store: Store) -> None:
    (warning,) = (await ask(store, "The cranes are older than the town", "Ada Quill")).warnings
    assert "whether Ada Quill" in warning
    assert "stays open" in warning


async def test_the_place_of_the_speaker_comes_first(store: Store) -> None:
    answer = await ask(store, "Nobody asked the dockers", "Ben Rook")
    assert [part.citation.reference for part in answer.parts] == ["D1¶4", "D2¶5"]
    assert answer.warnings == ()


async def test_a_surname_of_several_says_so(store: Store) -> None:
    answer = await ask(store, "We sell no lamps at the quay", "Holm")
    assert answer.warnings == ('"Holm" may mean Cara Holm or Dora Holm.',)


async def test_the_author_says_what_nobody_else_says(store: Store) -> None:
    answer = await ask(store, "the lamps were lit along the harbour", "Ivo Sand")
    assert (answer.verdict, answer.warnings) == ("exact", ())
    assert (await ask(store, SAFE, "Ivo Sand")).verdict == "other_speaker"


async def test_document_and_speaker_together(store: Store) -> None:
    lamps = "Our lamps come from the dockers of Linden"
    assert (await ask(store, lamps, "Cara Holm", "D2")).verdict == "exact"
    assert (await ask(store, lamps, "Cara Holm", "D1")).verdict == "other_document"
    assert (await ask(store, lamps, "Ada Quill", "D2")).verdict == "other_speaker"
    both = await ask(store, lamps, "Ada Quill", "D1")
    assert both.verdict == "other_speaker"
    assert "Neither does it stand in D1." in both.warnings


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("Ada Quil", 'No speaker "Ada Quil". Closest: Ada Quill'), ("—", "Name the speaker")],
)
async def test_a_slip_of_the_keyboard_accuses_nobody(store: Store, name: str, sentence: str) -> None:
    with pytest.raises(BadRequestError) as raised:
        await ask(store, SAFE, name)
    assert sentence in raised.value.message


async def test_only_a_name_of_one_speaker_is_taken_from_a_message(store: Store) -> None:
    assert await only(store, "Mayor Quill") == "Ada Quill"
    assert await only(store, "Holm") is None
    assert await only(store, "Zed Wolf") is None
    assert await only(store, "…") is None


TEXT = "“One two,” he said. “Three four,” she said."
ADA, BEN = Speaker("Ada", SpeakerBasis.NAMED), Speaker("Ben", SpeakerBasis.CARRIED)


def said(start: int, end: int, speaker: Speaker | None, form: Speech = Speech.DIRECT) -> Said:
    return Said(1, form, Span(start, end), speaker, None)


@pytest.mark.parametrize(
    ("span", "here", "name", "names"),
    [
        (Span(1, 8), [said(1, 9, BEN)], "Ben", {"Ben"}),
        (Span(0, 19), [said(1, 9, BEN)], "Ben", {"Ben"}),
        (Span(0, len(TEXT)), [said(1, 9, BEN), said(21, 32, ADA)], None, set()),
        (Span(1, 8), [said(1, 9, None)], None, set()),
        (Span(10, 19), [said(1, 9, BEN)], None, set()),
        # who quotes another says the same words; the closest is named
        (Span(1, 8), [said(0, 19, ADA, Speech.REPORTED), said(1, 9, BEN)], "Ben", {"Ada", "Ben"}),
        (Span(0, 19), [said(0, 19, ADA, Speech.REPORTED), said(1, 9, BEN)], "Ada", {"Ada"}),
    ],
)
def test_who_says_a_stretch(span: Span, here: list[Said], name: str | None, names: set[str]) -> None:
    voice = voice_of(TEXT, span, here)
    assert (None if voice.speaker is None else voice.speaker.name, set(voice.names)) == (name, names)
