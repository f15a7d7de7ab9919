"""Commands, completion, buttons, menus, files and modals of the real client, as a user sees them."""

import pytest

from tests.loopback import MANAGE_GUILD, MEMBER_PERMISSIONS, Choice, LoopbackDiscord, LoopbackError
from tests.loopback_self.tiny import TinyClient

pytestmark = pytest.mark.usefixtures("tiny")


async def test_login_asks_for_guilds_only_and_compressed_payloads(loopback: LoopbackDiscord) -> None:
    assert loopback.gateway.intents == 1
    assert loopback.gateway.identifies[0]["properties"]["browser"] == "discord.py"
    assert loopback.gateway.compression in ("zlib-stream", "zstd-stream")
    assert {"say", "pages", "Count words"} <= set(loopback.commands)


async def test_slash_command_is_answered_with_what_the_user_typed(loopback: LoopbackDiscord) -> None:
    user = loopback.user()
    reply = await user.slash("say", text="peace", document="D1", times=2)
    assert reply.kind == 4
    assert reply.texts == f"peacepeace D1 ['guild'] {user.id}"
    assert not reply.ephemeral
    assert not reply.deferred
    assert 0 < reply.latency < 3
    assert reply.payload["content"] == reply.texts


async def test_every_place_reaches_the_client_as_its_context(loopback: LoopbackDiscord) -> None:
    user = loopback.user()
    assert "dm_channel" in (await user.dm.slash("say", text="a")).texts
    assert "private_channel" in (await user.private.slash("say", text="a")).texts
    assert "guild" in (await user.abroad.slash("say", text="a")).texts
    assert user.id in (await user.at(loopback.guilds[1], 1).slash("say", text="a")).texts


async def test_autocomplete_gives_what_the_client_suggests(loopback: LoopbackDiscord) -> None:
    found = await loopback.user().autocomplete("say", focused="document", document="gl", text="x")
    assert found == [Choice("Global Times", "Global Times"), Choice("Glasgow Herald", "Glasgow Herald")]


async def test_button_of_a_layout_turns_the_page_for_everybody(loopback: LoopbackDiscord) -> None:
    first = await loopback.user().slash("pages")
    assert (first.texts, first.labels) == ("page 1", ["Next"])
    second = await first.click("Next")
    assert (second.kind, second.texts) == (7, "page 2")
    third = await loopback.user().click(second, "next")
    assert third.texts == "page 3"
    assert third.message is first.message
    assert first.texts == "page 1"
    assert first.message.edits == 2


async def test_file_is_kept_and_shown_by_its_component(loopback: LoopbackDiscord) -> None:
    reply = await loopback.user().slash("attach")
    assert [(file.filename, file.data) for file in reply.files] == [("list.txt", b"one\ntwo\n")]
    shown = reply.message.json()["components"][1]["file"]["url"]
    assert shown.startswith("https://cdn.discordapp.com/attachments/")


async def test_deferred_answer_is_filled_in_and_followed_up(loopback: LoopbackDiscord) -> None:
    reply = await loopback.user().slash("slow", ephemeral=True)
    assert reply.deferred
    assert reply.ephemeral
    await reply.settled()
    assert reply.texts == "at last"
    assert (await reply.followup()).ephemeral
    await loopback.wait(lambda: reply.followups[0].edits == 1, "never edited")
    assert reply.followups[0].data["content"] == "and more, edited"


async def test_private_message_is_only_seen_by_the_asker(loopback: LoopbackDiscord) -> None:
    reply = await loopback.user().slash("private")
    assert reply.ephemeral
    with pytest.raises(LoopbackError, match="only the one who asked"):
        await loopback.user().click(reply, "Mine")


async def test_modal_is_opened_and_sent(loopback: LoopbackDiscord) -> None:
    asked = await loopback.user().slash("ask")
    assert asked.kind == 9
    with pytest.raises(LoopbackError, match="has no"):
        await asked.submit(other="x")
    assert (await asked.submit(word="peace")).texts == "you wrote peace"


async def test_menu_changes_the_message(loopback: LoopbackDiscord) -> None:
    reply = await loopback.user().slash("legacy")
    assert reply.texts == "hello\nhead\nbody\nfield\nvalue"
    with pytest.raises(LoopbackError, match="takes 1 to 1"):
        await reply.select("chooser", "Nowhere")
    assert "chosen Press Agency" in (await reply.select("chooser", "Press Agency")).texts


async def test_message_command_gets_the_message(loopback: LoopbackDiscord) -> None:
    assert (await loopback.user().message_command("Count words", "three words here")).texts == "3 words"
    said = await loopback.user().slash("say", text="one two")
    assert (await loopback.user().message_command("Count words", said)).texts == "4 words"


@pytest.mark.parametrize(
    ("command", "options", "complaint"),
    [
        ("nothing", {}, "No command 'nothing'"),
        ("say", {}, "required options"),
        ("say", {"text": "a", "speaker": "b"}, "no option 'speaker'"),
        ("say", {"text": 3}, "cannot be typed"),
        ("say", {"text": "a", "times": 4}, "between 1 and 3"),
        ("say", {"text": "a" * 6001}, "between None and 6000"),
        ("say sub", {}, "no sub-command"),
    ],
)
async def test_what_no_user_could_send_is_refused(
    loopback: LoopbackDiscord, command: str, options: dict[str, object], complaint: str
) -> None:
    with pytest.raises(LoopbackError, match=complaint):
        await loopback.user().slash(command, **options)


async def test_permissions_and_places_decide_what_is_offered(loopback: LoopbackDiscord) -> None:
    with pytest.raises(LoopbackError, match="for members with permissions"):
        await loopback.user().slash("here_only")
    manager = loopback.user(permissions=MEMBER_PERMISSIONS | MANAGE_GUILD)
    assert (await manager.slash("here_only")).texts == "managed"
    with pytest.raises(LoopbackError, match="not offered"):
        await manager.private.slash("here_only")
    with pytest.raises(LoopbackError, match="offers no completion"):
        await manager.autocomplete("say", focused="text", text="a")


async def test_many_at_once_are_answered_and_timed(loopback: LoopbackDiscord, tiny: TinyClient) -> None:
    user = loopback.user()
    crowd = [user.prepare_slash("say", text="peace") for _ in range(100)]
    for interaction in crowd:
        await loopback.fire(interaction)
    await loopback.answered(crowd, seconds=10)
    assert all(interaction.latency is not None and 0 < interaction.latency < 3 for interaction in crowd)
    assert loopback.unanswered == []
    assert not tiny.errors
