"""/speaker, and speakers in /quote, over the wire."""

import asyncio
import base64
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import App, open_app
from bot.cogs.replies.speaking import SpokenPage
from bot.cogs.replies.timelines import TimelinePage
from bot.models import SHARED
from bot.settings import Settings
from bot.store.search import Filters
from tests.cogs import voices
from tests.cogs.conftest import House, serving
from tests.cogs.reading import unescaped
from tests.loopback import LoopbackDiscord

_LARGEST = 2**63 - 1
_NUMBER = st.integers(1, 10**5)


async def _imported(database: Path, paths: list[Path]) -> None:
    async with open_app(Settings(database=database, starter=False)) as app:
        assert [each.status for each in await app.intake.add(paths)] == ["new"] * len(paths)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("voices")
    asyncio.run(_imported(folder / "store.sqlite3", voices.write(folder / "documents")))
    return folder / "store.sqlite3"


@pytest.fixture
def database(spoken: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(spoken, tmp_path / "verbatim.sqlite3"))


async def test_direct_speech_comes_before_reported_speech_each_with_its_basis(house: House) -> None:
    reply = await house.user.slash("speaker", name="Ada Quill")
    assert not reply.ephemeral
    lines = [line for line in reply.texts.split("\n") if line and not line.startswith("-# [")]
    assert lines == [
        "**Ada Quill** · 1–3 of 3",
        "**Direct quotations**",
        "The harbour is safe for every ferry,",
        "-# — **Ada Quill**, named in the sentence",
        "-# also in D2¶3",
        "The harbour is ours,",
        "-# — **Ada Quill**, traced back from a short name or a pronoun",
        "**Reported speech**",
        "the harbour would be dredged before 1 October 2022",
        "-# — **Ada Quill** (reported), traced back from a short name or a pronoun",
        "-# 2 direct quotations, 1 reported.",
    ]
    assert "[D1 ¶2] Work in the harbour — The Linden Mail, 2022-03-04" in reply.texts
    assert (await house.user.slash("speaker", name="quill", private=True)).ephemeral


async def test_pages_turn_for_the_asker_and_after_a_restart(app: App, discord: LoopbackDiscord) -> None:
    async with serving(app, discord):
        first = await discord.user().slash("speaker", name="Ben Rook")
        assert "1–4 of 11" in first.texts
        assert [button.disabled for button in first.buttons][:2] == [True, False]
        yours = await discord.user().click(first, "▶")
        assert "Only the one who asked" in yours.texts
    await discord.gone()
    async with serving(app, discord):
        await discord.ready(commands=False)
        second = await first.click("▶")
        assert "**Ben Rook** · 5–8 of 11" in second.texts
        assert "**[D3 ¶4]**" in (await second.click("Context D3 ¶4")).texts
        third = await second.click("▶")
        assert "9–11 of 11" in third.texts
        assert third.buttons[1].disabled
        assert (await (await third.click("◀")).click("◀")).texts == first.texts


async def test_a_topic_marks_its_words_on_every_page_and_is_in_no_button(house: House) -> None:
    first = await house.user.slash("speaker", name="Rook", topic="mud")
    assert "1–4 of 9" in first.texts
    assert first.texts.count("**mud**") == 4
    second = await first.click("▶")
    assert "5–8 of 9" in second.texts
    assert second.texts.count("**mud**") == 4
    assert len(set(re.findall(r"\[D3 ¶(\d+)\]", first.texts + second.texts))) == 8
    for button in first.buttons:
        assert button.custom_id is not None
        assert len(button.custom_id) <= 100
        state = button.custom_id.partition(".")[2]
        seen = base64.urlsafe_b64decode(state + "=" * (-len(state) % 4)).decode("latin-1").casefold()
        assert "mud" not in seen + button.custom_id.casefold()
        assert "rook" not in seen


async def test_a_topic_survives_a_restart_without_its_marks(app: App, discord: LoopbackDiscord) -> None:
    async with serving(app, discord):
        first = await discord.user().slash("speaker", name="Ben Rook", topic="mud")
    await discord.gone()
    async with serving(app, discord):
        await discord.ready(commands=False)
        second = await first.click("▶")
        assert "5–8 of 9" in second.texts
        assert "of mud," in second.texts


async def test_a_topic_of_which_nothing_is_said_is_a_private_sentence(house: House) -> None:
    reply = await house.user.slash("speaker", name="Ada Quill", topic="whales")
    assert reply.ephemeral
    assert unescaped(reply.texts) == (
        'Nothing that Ada Quill says with "whales" in 3 documents. Try fewer words, or no topic.'
    )


@pytest.mark.parametrize("command", ["speaker", "quote"])
async def test_an_unknown_speaker_is_a_private_error_with_the_closest(house: House, command: str) -> None:
    option = {"speaker": "name", "quote": "speaker"}[command]
    options = {"text": "lamps"} if command == "quote" else {}
    reply = await house.user.slash(command, **{option: "Ada Quil", **options})
    assert reply.ephemeral
    assert 'No speaker "Ada Quil". Closest: Ada Quill' in reply.texts
    both = await house.user.slash(command, **{option: "Holm", **options})
    assert '"Holm" fits several speakers: Cara Holm, Dora Holm.' in both.texts


async def test_a_speaker_who_has_gone_is_said_to_have_gone(house: House) -> None:
    first = await house.user.slash("speaker", name="Ben Rook")
    topical = await house.user.slash("speaker", name="Ben Rook", topic="mud")
    for number in (1, 3):
        document = await house.app.store.library.document(SHARED, number)
        assert document is not None
        await house.app.intake.remove(document)
    for reply in (first, topical):
        gone = await reply.click("▶")
        assert gone.ephemeral
        assert "has been removed or changed" in gone.texts


async def test_a_button_never_leads_to_somebody_else(house: House, tmp_path: Path) -> None:
    first = await house.user.slash("speaker", name="Ben Rook")
    row = (await house.app.store.speakers.everyone(await house.app.store.search.scope(Filters())))[0].ids
    for number in (1, 2, 3):
        document = await house.app.store.library.document(SHARED, number)
        assert document is not None
        await house.app.intake.remove(document)
    others = "".join(f"“Lock number {number} is open,” said Zed Wolf.\n\n" for number in range(1, 9))
    (tmp_path / "locks.txt").write_text(f"The locks\n\n{others}“No,” said Yan Aster of the locks.\n", encoding="utf-8")
    await house.app.intake.add([tmp_path / "locks.txt"])
    assert (await house.app.store.speakers.everyone(await house.app.store.search.scope(Filters())))[0].ids == row
    assert "has been removed or changed" in (await first.click("▶")).texts


async def test_a_new_name_holds_for_old_buttons(house: House) -> None:
    first = await house.user.slash("speaker", name="Ben Rook")
    await house.app.store.aliases.rename("Ben Rook", "Benjamin Rook")
    assert "**Benjamin Rook** · 5–8 of 11" in (await first.click("▶")).texts


async def test_names_are_completed(house: House) -> None:
    found = await house.user.autocomplete("speaker", focused="name", name="qu")
    assert [(choice.name, choice.value) for choice in found] == [("Ada Quill · 3 quoted, 1 reported", "Ada Quill")]
    everybody = await house.user.autocomplete("quote", focused="speaker", speaker="")
    assert everybody[0].value == "Ben Rook"
    assert len(everybody) <= 25
    assert await house.user.autocomplete("speaker", focused="name", name="zzz") == []
    assert [each.value for each in await house.user.autocomplete("speaker", focused="topic", name="x", topic="mu")] == [
        "mud"
    ]


@pytest.mark.parametrize("typed", ["*", "!!", "-", '"', "@", "¶ ·", "\u200b", "_"])
async def test_marks_alone_begin_no_name(house: House, typed: str) -> None:
    for command, option in (("quote", "speaker"), ("speaker", "name")):
        assert await house.user.autocomplete(command, focused=option, **{option: typed}) == []


async def test_a_long_quotation_is_cut_visibly(house: House) -> None:
    reply = await house.user.slash("quote", text="dredger Monday berth", kind="quotations")
    assert "cut here; Context shows the rest" in reply.texts
    assert len(reply.texts) <= 4_000


async def test_quotations_say_who_is_not_named(house: House) -> None:
    reply = await house.user.slash("quote", text="lamps", kind="quotations")
    assert "**Quotations** · 1–3 of 3" in reply.texts
    assert "The **lamps** burn all night,\n-# — not attributed\n" in reply.texts
    assert "-# — **Dora Holm**, named in the sentence" in reply.texts
    only = await house.user.slash("quote", text="lamps", kind="quotations", speaker="Dora Holm")
    assert "**Dora Holm** · 1 of 1" in only.texts
    chance = await house.user.slash("quote", kind="quotations")
    assert "Chosen at random" in chance.texts


async def test_quotations_turn_their_pages(house: House) -> None:
    first = await house.user.slash("quote", text="berth mud", kind="quotations", document="D3")
    assert "1–4 of 9" in first.texts
    second = await first.click("▶")
    assert "**Quotations** · 5–8 of 9" in second.texts
    assert "**mud**" in second.texts
    assert (await second.click("◀")).texts.split("\n")[1:] == first.texts.split("\n")[1:]


async def test_a_passage_names_its_speaker_on_every_page(house: House) -> None:
    reply = await house.user.slash("quote", text="mud", speaker="Ben Rook")
    assert "1 of 9" in reply.texts
    assert "-# — **Ben Rook**, named in the sentence\n[D3 ¶" in reply.texts
    assert "-# — **Ben Rook**, named in the sentence\n[D3 ¶" in (await reply.click("▶")).texts
    assert "— **" not in (await house.user.slash("quote", text="bells")).texts


SAFE = "The harbour is safe for every ferry"


async def test_a_swapped_speaker_is_noticed(house: House) -> None:
    reply = await house.user.slash("verify", quote=SAFE, speaker="Ben Rook")
    assert reply.ephemeral
    assert "**Another speaker.** The words stand there, and somebody else says them." in reply.texts
    assert f"Checked: {SAFE}, said to be by Ben Rook" in reply.texts
    assert "-# — **Ada Quill**, named in the sentence\n-# [D1 ¶2]" in reply.texts
    assert "Ada Quill says it in D1¶2, not Ben Rook." in reply.texts
    true = await house.user.slash("verify", quote=SAFE, speaker="quill")
    assert "**Exact.**" in true.texts
    assert "said to be by Ada Quill" in true.texts
    slip = await house.user.slash("verify", quote=SAFE, speaker="Ada Quil")
    assert 'No speaker "Ada Quil". Closest: Ada Quill' in slip.texts
    found = await house.user.autocomplete("verify", focused="speaker", quote=SAFE, speaker="ro")
    assert [choice.value for choice in found] == ["Ben Rook"]


@pytest.mark.parametrize(
    ("message", "verdict", "checked"),
    [
        (f"“{SAFE}” — Ben Rook", "**Another speaker.**", ", said to be by Ben Rook"),
        (f"Mayor Quill: “{SAFE}”", "**Exact.**", ", said to be by Ada Quill"),
        (f"> {SAFE}\n> — Ada Quill, mayor", "**Exact.**", ", said to be by Ada Quill"),
        (f"“{SAFE}” — Holm", "**Exact.**", ""),
        (f"“{SAFE}” — Zed Wolf", "**Exact.**", ""),
        (f"Somebody wrote “{SAFE}”", "**Exact.**", ""),
    ],
)
async def test_a_message_is_checked_with_the_one_speaker_it_names(
    house: House, message: str, verdict: str, checked: str
) -> None:
    reply = await house.user.message_command("Check this quote", message)
    assert verdict in reply.texts
    assert f"Checked: {SAFE}{checked}\n" in reply.texts


async def test_many_places_and_speakers_fit_into_a_message(house: House, tmp_path: Path) -> None:
    name = "Al" + "*exander_" * 12 + " Wolf"
    for number in range(6):
        text = f"Paper {number}\n\n“{voices.LONG}” said {name}.\n\n“{voices.LONG}” said Ada Quill.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    await house.app.intake.add([tmp_path / f"{number}.txt" for number in range(6)])
    reply = await (await house.user.slash("verify", quote=voices.LONG[:5_900], speaker="Dora Holm")).settled()
    assert "more place" in reply.texts
    assert len(reply.texts) <= 4_000


async def test_a_timeline_of_one_speaker(house: House) -> None:
    reply = await house.user.slash("timeline", speaker="Rook")
    assert "**Timeline: Ben Rook** · 1 of 1" in reply.texts
    assert "● · said by Ben Rook · [D1 ¶7]" in reply.texts
    everything = await house.user.slash("timeline", document="D1")
    assert "**Timeline** · 1–3 of 3" in everything.texts
    unknown = await house.user.slash("timeline", speaker="Ada Quil")
    assert unknown.ephemeral
    assert 'No speaker "Ada Quil". Closest: Ada Quill' in unknown.texts
    nothing = await house.user.slash("timeline", speaker="Dora Holm")
    assert "No dated sentence with what Dora Holm says in 3 documents fits." in unescaped(nothing.texts)
    found = await house.user.autocomplete("timeline", focused="speaker", speaker="ro")
    assert [choice.value for choice in found] == ["Ben Rook"]
    drawn = await (await house.user.slash("timeline", speaker="Rook", view="picture")).settled()
    assert "Timeline: Ben Rook" in drawn.texts or drawn.files


@pytest.mark.parametrize("options", [{}, {"topic": "lock"}, {"document": "D4"}])
async def test_a_timeline_of_one_speaker_turns_after_a_restart(
    app: App, discord: LoopbackDiscord, tmp_path: Path, options: dict[str, str]
) -> None:
    said = "".join(f"“Lock {year} opened in {year},” said Zed Wolf.\n\n" for year in range(1901, 1913))
    (tmp_path / "locks.txt").write_text(
        f"The locks\n\n{said}“The lock shut in 1950,” said Yan Aster.\n", encoding="utf-8"
    )
    await app.intake.add([tmp_path / "locks.txt"])
    async with serving(app, discord):
        first = await discord.user().slash("timeline", speaker="Wolf", **options)
        assert "**Timeline: Zed Wolf** · 1–5 of 12" in first.texts
    await discord.gone()
    async with serving(app, discord):
        await discord.ready(commands=False)
        second = await first.click("▶")
        assert "**Timeline: Zed Wolf** · 6–10 of 12" in second.texts
        assert "Aster" not in (await second.click("▶")).texts
        document = await app.store.library.document(SHARED, 4)
        assert document is not None
        await app.intake.remove(document)
        gone = await first.click("◀")
        assert gone.ephemeral
        assert "removed or changed" in gone.texts


async def test_all_of_a_date_stays_with_its_speaker(house: House, tmp_path: Path) -> None:
    said = "".join(f"“Lock number {number} opened in 1905,” said Zed Wolf.\n\n" for number in range(1, 6))
    (tmp_path / "locks.txt").write_text(
        f"The locks\n\n{said}“The lock shut in 1905,” said Yan Aster.\n", encoding="utf-8"
    )
    await house.app.intake.add([tmp_path / "locks.txt"])
    reply = await house.user.slash("timeline", speaker="Zed Wolf")
    assert "2 more on this date" in reply.texts
    whole = await reply.click("All of 1905")
    assert "**Timeline: Zed Wolf** · 1–5 of 5" in whole.texts


@given(
    st.integers(0, 2**63 - 1), st.integers(1, 2**32), st.integers(0, 2**16 - 1), st.lists(st.tuples(_NUMBER, _NUMBER))
)
def test_a_page_comes_back_from_its_button(asker: int, row: int, check: int, places: list[tuple[int, int]]) -> None:
    dated = TimelinePage(asker, 5, date(2021, 1, 1), None, 3, speaker=row, check=check).with_places(places)
    spoken = SpokenPage(asker, 4, row, check, 9).with_places([(*place, place[1] % 64) for place in places])
    for page, read in ((dated, TimelinePage.read), (spoken, SpokenPage.read)):
        custom_id = page.custom_id()
        assert len(custom_id) <= 100
        assert read(custom_id.partition(".")[2]) == page


@pytest.mark.parametrize(
    "message",
    [
        "“Nobody asked the dockers” — Ada Quill",
        "**“Nobody asked the dockers”**\n— *Ada* ~~Quill~~",
        "> **Nobody asked the dockers**\n> — __Ada Quill__",
        "```\n“Nobody asked the dockers” — Ada Quill\n```",
    ],
)
async def test_markup_does_not_hide_to_whom_a_message_gives_its_words(house: House, message: str) -> None:
    reply = await house.user.message_command("Check this quote", message)
    assert "**Another speaker.**" in reply.texts
    assert "said to be by Ada Quill" in reply.texts
