"""/quote over the wire: passages, pages, autocomplete, and honest empty answers."""

import base64

import pytest

from bot.app import App
from bot.models import SHARED
from tests.cogs.conftest import House, serving
from tests.cogs.library import LONG_SENTENCE, REVERSED, TRICKS
from tests.cogs.reading import markup, unescaped
from tests.loopback import LoopbackDiscord


async def test_a_passage_comes_with_its_citation_and_place(house: House) -> None:
    reply = await house.user.slash("quote", text="ferry OR birdwatchers")
    assert (reply.deferred, reply.ephemeral) == (False, False)
    assert (
        "Not every islander wants the **ferry**. **Birdwatchers** fear for the terns that nest beside the slipway.\n"
        "[D1 ¶6] Ferry to Skerry Point — The Skerry Courier, 2021-05-04" in reply.texts
    )
    assert "1 of " in reply.texts
    assert reply.labels == ["◀", "▶", "Context", "Cite"]


async def test_private_answers_are_for_the_asker_alone(house: House) -> None:
    assert (await house.user.slash("quote", text="ferry", private=True)).ephemeral


async def test_the_options_narrow_the_search(house: House) -> None:
    user = house.user
    assert "[D2 ¶" in (await user.slash("quote", text="ferry", document="D2")).texts
    assert "[D2 ¶" in (await user.slash("quote", text="ferry", document="terns of")).texts
    newer = await user.slash("quote", text="ferry", from_="2022")
    assert "[D2 ¶" in newer.texts
    assert "1 of 1" in newer.texts
    assert "1 document without a date was left out" in newer.texts


async def test_without_text_a_passage_comes_by_chance(house: House) -> None:
    reply = await house.user.slash("quote")
    assert "Chosen at random" in reply.texts
    assert reply.labels[0] == "Context"


async def test_pages_turn_and_keep_their_marks(house: House) -> None:
    first = await house.user.slash("quote", text="ferry")
    second = await first.click("▶")
    assert second.message is first.message
    assert "2 of " in second.texts
    assert "**ferry**" in second.texts.casefold()
    back = await second.click("◀")
    assert back.texts == first.texts


async def test_the_ends_of_the_list_cannot_be_passed(house: House) -> None:
    first = await house.user.slash("quote", text="terns")
    assert [button.disabled for button in first.buttons][:2] == [True, False]
    reply = first
    while not reply.buttons[1].disabled:
        reply = await reply.click("▶")
    total = reply.texts.rpartition("of ")[2].split()[0]
    assert f"{total} of {total}" in reply.texts


async def test_context_is_private_and_walks_through_the_document(house: House) -> None:
    passage = await house.user.slash("quote", text="birdwatchers")
    context = await passage.click("Context")
    assert context.ephemeral
    assert "\\[" not in context.texts.split("\n")[0]
    assert "[D1 ¶5]" in context.texts
    assert "**[D1 ¶6]**" in context.texts
    assert "Its debts must be paid before 2030." in context.texts
    earlier = await context.click("▲")
    assert "**[D1 ¶5]**" in earlier.texts
    assert earlier.message is context.message
    later = await earlier.click("▼")
    assert later.texts == context.texts


async def test_only_the_asker_turns_pages(house: House) -> None:
    mine = await house.user.slash("quote", text="ferry")
    yours = await house.user.click(mine, "▶")
    assert yours.ephemeral
    assert "Only the one who asked" in yours.texts
    assert mine.message.edits == 0


async def test_anybody_may_look_at_the_context_alone(house: House) -> None:
    mine = await house.user.slash("quote", text="birdwatchers")
    yours = await house.user.click(mine, "Context")
    assert yours.ephemeral
    assert "**[D1 ¶6]**" in yours.texts


async def test_buttons_work_after_a_restart(app: App, discord: LoopbackDiscord) -> None:
    async with serving(app, discord):
        first = await discord.user().slash("quote", text="ferry")
    await discord.gone()
    async with serving(app, discord):
        await discord.ready(commands=False)
        second = await first.click("▶")
        assert "2 of " in second.texts
        assert (await first.user.click(second, "Context")).ephemeral


async def test_no_word_of_a_query_is_in_a_button(house: House) -> None:
    reply = await house.user.slash("quote", text="birdwatchers slipway")
    for button in reply.buttons:
        assert button.custom_id is not None
        state = button.custom_id.partition(".")[2]
        seen = base64.urlsafe_b64decode(state + "=" * (-len(state) % 4)).decode("latin-1").casefold()
        for word in ("birdwatcher", "slipway"):
            assert word not in seen + button.custom_id.casefold()


async def test_a_passage_that_has_gone_is_said_to_have_gone(house: House) -> None:
    first = await house.user.slash("quote", text="terns", document="D2")
    document = await house.app.store.library.document(SHARED, 2)
    assert document is not None
    await house.app.intake.remove(document)
    for button in ("▶", "Context"):
        gone = await first.click(button)
        assert gone.ephemeral
        assert "D2¶" in gone.texts
        assert "D2 was removed on 20" in gone.texts


async def test_a_long_passage_is_cut_visibly_and_goes_on(house: House) -> None:
    reply = await house.user.slash("quote", text="wick")
    seen = ""
    pages = 1
    while True:
        assert "part" in reply.texts
        seen += unescaped(next(line for line in reply.texts.split("\n") if "wick" in line))
        if next(button for button in reply.buttons if button.label == "▼").disabled:
            break
        reply = await reply.click("▼")
        pages += 1
    assert pages > 2
    assert seen == "".join(LONG_SENTENCE.format(number) for number in range(1, 90)).rstrip()


async def test_the_part_with_most_of_the_words_is_shown(house: House) -> None:
    reply = await house.user.slash("quote", text="88 pence wick")
    assert "**88**" in reply.texts


@pytest.mark.parametrize(("query", "text"), [("clerk pasted", TRICKS), ("sealed exhibit", REVERSED)])
async def test_tricks_of_a_document_arrive_as_text(house: House, query: str, text: str) -> None:
    reply = await house.user.slash("quote", text=query)
    assert unescaped(reply.texts.split("\n")[0]) == text
    assert markup(reply.texts.replace("-# ", "").replace("\n", " ")) == []
    assert reply.payload["allowed_mentions"] == {"parse": []}


async def test_the_title_of_a_document_is_no_markup_either(house: House) -> None:
    reply = await house.user.slash("quote", text="pasted clerk")
    citation = next(line for line in reply.texts.split("\n") if line.startswith("[D3"))
    assert markup(citation) == []
    assert "The @here *exhibit* [D9 ¶9](https://evil.example) — Court of ||Tricks||" in unescaped(citation)


async def test_nothing_found_is_private_and_says_what_is_nowhere(house: House) -> None:
    reply = await house.user.slash("quote", text="nuclear submarine")
    assert reply.ephemeral
    assert 'No passage in 4 documents has all of: "nuclear" "submarine".' in reply.texts
    assert '"nuclear"' in reply.texts.partition("submarine")[2]
    assert "/documents" in reply.texts


async def test_a_time_without_documents_is_no_empty_collection(house: House) -> None:
    for text in ("ferry", ""):
        reply = await house.user.slash("quote", text=text, from_="1800", to="1900")
        assert reply.ephemeral
        assert "No document is dated within that time. 1 document without a date was left out." in reply.texts
        assert "no documents" not in reply.texts


async def test_no_quotation_is_not_no_passage(house: House) -> None:
    reply = await house.user.slash("quote", text="rust", kind="quotations")
    assert reply.ephemeral
    assert 'No quotation in 4 documents has "rust".' in reply.texts


async def test_a_misspelt_word_is_asked_back(house: House) -> None:
    reply = await house.user.slash("quote", text="birdwachers")
    assert reply.ephemeral
    assert "Did you mean" in reply.texts
    assert "birdwatchers" in reply.texts


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"text": "ferry", "from_": "20/3"}, 'I could not read "20/3".'),
        ({"text": "ferry", "document": "globl times"}, 'No document "globl times".'),
    ],
)
async def test_errors_are_private_and_name_the_next_step(house: House, options: dict[str, str], said: str) -> None:
    reply = await house.user.slash("quote", **options)
    assert reply.ephemeral
    assert said in unescaped(reply.texts)


async def test_what_somebody_typed_is_shown_literally(house: House) -> None:
    reply = await house.user.slash("quote", text="zzq[a](https://b.example) <@1> `x`")
    assert markup(reply.texts) == []


async def test_documents_are_completed_best_first(house: House) -> None:
    user = house.user
    everything = await user.autocomplete("quote", focused="document", document="")
    assert [choice.value for choice in everything] == ["D1", "D2", "D3", "D4"]
    assert everything[0].name == "D1 Ferry to Skerry Point"
    for typed, best in [("D2", "D2"), ("terns", "D2"), ("courier", "D1"), ("lighthouse", "D4"), ("fery to", "D1")]:
        found = await user.autocomplete("quote", focused="document", document=typed)
        assert found[0].value == best, typed
    assert await user.autocomplete("quote", focused="document", document="zzzzqq") == []


async def test_the_last_word_is_completed_within_the_text(house: House) -> None:
    found = await house.user.autocomplete("quote", focused="text", text='"winter fer')
    assert [choice.value for choice in found][:1] == ['"winter ferry']
    assert await house.user.autocomplete("quote", focused="text", text="a" * 99 + " fer") == []
    assert await house.user.autocomplete("quote", focused="text", text="(((") == []


@pytest.mark.parametrize("place", ["dm", "private", "abroad"])
async def test_it_answers_wherever_it_is_installed(house: House, place: str) -> None:
    user = getattr(house.user, place)
    reply = await user.slash("quote", text="ferry")
    assert "[D" in reply.texts
    assert "2 of " in (await reply.click("▶")).texts
