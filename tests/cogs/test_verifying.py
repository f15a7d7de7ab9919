"""/verify and Apps → Check this quote over the wire."""

import re

import pytest

from bot.answers.results import Change
from bot.cogs.escaping import width
from bot.cogs.replies.verification import difference
from tests.cogs.conftest import House
from tests.cogs.library import LONG_SENTENCE, TRICKS
from tests.cogs.reading import markup, unescaped

TRUE = "A ferry that crosses slowly does not trouble the terns."


async def test_a_true_quotation_is_exact_and_private(house: House) -> None:
    reply = await house.user.slash("verify", quote=f"“{TRUE}”")
    assert reply.ephemeral
    assert "**Exact.**" in reply.texts
    assert TRUE in reply.texts
    assert re.search(r"\[D2 ¶\d+\] Terns of the slipway — Tern Watch, 2022-06", reply.texts)
    assert "Context" in reply.labels


async def test_the_answer_can_be_public(house: House) -> None:
    assert not (await house.user.slash("verify", quote=TRUE, private=False)).ephemeral
    assert (await house.user.slash("verify", quote="Whales sang under the frozen pier", private=False)).ephemeral


async def test_what_was_altered_is_struck_and_bold(house: House) -> None:
    reply = await house.user.slash("verify", quote="A ferry that crosses quickly does trouble the terns")
    assert "**Altered.**" in reply.texts
    assert "crosses ~~slowly~~ **quickly** does ~~not~~ trouble" in reply.texts
    assert "A negation of the source is missing: “not”." in reply.texts


async def test_pieces_of_several_documents_are_each_cited(house: House) -> None:
    reply = await house.user.slash("verify", quote=f"{TRUE} Its debts must be paid before 2030.")
    assert "**Joined.**" in reply.texts
    assert set(re.findall(r"\[D(\d)", reply.texts)) == {"1", "2"}


async def test_another_document_is_noticed(house: House) -> None:
    assert "**Another document.**" in (await house.user.slash("verify", quote=TRUE, document="D1")).texts


async def test_what_is_absent_shows_what_is_similar(house: House) -> None:
    reply = await house.user.slash("verify", quote="The colony of terns nested on the slow ferry and troubled it")
    assert "**Not found.** Not in these 4 documents. This does not mean that it was never said." in reply.texts
    assert "Similar, not the same:" in reply.texts


async def test_tricks_stay_literal(house: House) -> None:
    reply = await house.user.slash("verify", quote=TRICKS)
    assert "**Exact.**" in reply.texts
    (shown,) = (line for line in reply.texts.split("\n") if line.startswith("The clerk"))
    assert markup(shown) == []
    assert unescaped(shown) == TRICKS
    pasted = await house.user.slash("verify", quote="@everyone <@123456789> *whales* [sing](https://b.example)")
    alive = [each for line in pasted.texts.split("\n") for each in markup(line.removeprefix("-# "))]
    assert [each for each in alive if not each.startswith("~~")] == []


async def test_a_long_quotation_fits_into_a_message(house: House) -> None:
    text = "".join(LONG_SENTENCE.format(number) for number in range(1, 60)).strip()
    reply = await house.user.slash("verify", quote=text[:5_900])
    assert "**Exact.**" in reply.texts
    changed = await house.user.slash("verify", quote=text[:5_900].replace("item 30", "item 31"))
    assert "item ~~30,~~ **31,** a lamp" in changed.texts
    assert "(…)" in changed.texts


async def test_a_message_is_checked_by_what_it_quotes(house: House) -> None:
    reply = await house.user.message_command("Check this quote", f"Did they really write this?\n> {TRUE}")
    assert reply.ephemeral
    assert "**Exact.**" in reply.texts
    marked = await house.user.message_command("Check this quote", f"She said “{TRUE}” or so")
    assert "**Exact.**" in marked.texts
    plain = await house.user.message_command("Check this quote", "A ferry that crosses slowly does trouble the terns.")
    assert "**Altered.**" in plain.texts


async def test_a_message_without_text_is_a_private_sentence(house: House) -> None:
    reply = await house.user.message_command("Check this quote", "")
    assert reply.ephemeral
    assert "no text to check" in reply.texts


async def test_an_unknown_document_is_a_private_error(house: House) -> None:
    reply = await house.user.slash("verify", quote=TRUE, document="atlantis")
    assert reply.ephemeral
    assert "No document" in reply.texts


async def test_documents_are_completed(house: House) -> None:
    found = await house.user.autocomplete("verify", focused="document", quote=TRUE, document="tern")
    assert [choice.value for choice in found] == ["D2"]


@pytest.mark.parametrize("room", [120, 400, 2_000])
def test_a_difference_fits_its_room(room: int) -> None:
    words = "the lamp of the *lighthouse* burned through the night " * 40
    diff = ((Change.EQUAL, words), (Change.DELETE, "30"), (Change.INSERT, "31"), (Change.EQUAL, words))
    assert width(difference(diff, room, f"{words}30 {words}")) <= room
    if room > 300:
        assert "~~30~~ **31**" in difference(diff, room, f"{words}30 {words}")


@pytest.mark.parametrize(
    "holding",
    [
        {"content": f"**{TRUE}**"},
        {"content": f"> {TRUE.replace('slowly', '*slowly*')}"},
        {"content": f"{TRUE} https://a.example/terns"},
        {"content": "https://a.example/terns", "embeds": [{"type": "rich", "description": f"“{TRUE}”"}]},
        {"embeds": [{"type": "rich", "title": "Said", "fields": [{"name": "What", "value": TRUE, "inline": False}]}]},
        {"components": [{"type": 17, "id": 1, "components": [{"type": 10, "id": 2, "content": TRUE}]}], "flags": 32768},
        {
            "message_snapshots": [
                {
                    "message": {
                        "type": 0,
                        "content": "",
                        "embeds": [{"type": "rich", "description": TRUE}],
                        "attachments": [],
                        "timestamp": "2024-01-01T00:00:00+00:00",
                        "edited_timestamp": None,
                        "flags": 0,
                        "components": [],
                    }
                }
            ]
        },
    ],
    ids=["bold", "block", "link", "embed", "fields", "components", "forwarded"],
)
async def test_what_is_read_in_a_message_is_checked(house: House, holding: dict[str, object]) -> None:
    reply = await house.user.message_command("Check this quote", holding)
    assert "**Exact.**" in reply.texts
    assert f"\n{TRUE}\n" in reply.texts


async def test_words_that_look_like_markup_are_checked_as_they_were_typed_too(house: House) -> None:
    assert "**Exact.**" in (await house.user.message_command("Check this quote", TRICKS)).texts


async def test_an_answer_of_ours_is_no_quotation(house: House) -> None:
    reply = await house.user.message_command("Check this quote", await house.user.slash("quote", text="terns"))
    assert reply.ephemeral
    assert "This is an answer of mine" in reply.texts


async def test_a_speaker_whom_nobody_knows_is_not_passed_over(house: House) -> None:
    reply = await house.user.message_command("Check this quote", f"“{TRUE}” — Orla *Nobody*")
    assert "**Exact.**" in reply.texts
    assert 'Whether "Orla Nobody" says so was not checked' in reply.texts
    assert "not checked" not in (await house.user.message_command("Check this quote", f"Look: “{TRUE}”")).texts
