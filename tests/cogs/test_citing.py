"""/cite and the Cite buttons over the wire."""

import asyncio
import re
from pathlib import Path

import pytest

from bot.app import App
from bot.cogs.escaping import width
from bot.cogs.replies.citations import citation_view
from bot.cogs.replies.sheet import ROOM
from bot.exports.citations.formats import FORMATS, CitationFormat
from bot.models import SHARED, Document
from tests.cogs.conftest import House
from tests.cogs.reading import markup, unescaped
from tests.exports.parsing import read_bibtex, read_csl, read_ris, typeset
from tests.exports.test_citations import cited

FERRY = "Not every islander wants the ferry. Birdwatchers fear for the terns that nest beside the slipway."


async def _document(app: App, number: int) -> Document:
    found = await app.store.library.document(SHARED, number)
    assert found is not None
    return found


async def test_a_paragraph_comes_with_its_citation(house: House) -> None:
    reply = await house.user.slash("cite", reference="d1:6")
    assert not reply.ephemeral
    assert FERRY in reply.texts
    assert "Ada Holm: Ferry to Skerry Point. The Skerry Courier, 2021-05-04. \\[D1 ¶6\\]" in reply.texts
    assert reply.labels == ["Markdown", "BibTeX", "CSL-JSON", "RIS"]
    assert (await house.user.slash("cite", reference="D1¶6", private=True)).ephemeral


async def test_a_document_is_cited_whole(house: House) -> None:
    reply = await house.user.slash("cite", reference="D2")
    assert "Terns of the slipway. Tern Watch, 2022-06. \\[D2\\]" in reply.texts


@pytest.mark.parametrize(("form", "name"), [("bibtex", "bib"), ("csl-json", "json"), ("ris", "ris")])
async def test_a_file_for_programs_goes_with_it(house: House, form: str, name: str) -> None:
    reply = await house.user.slash("cite", reference="D1¶6", format=form)
    (file,) = reply.files
    assert file.filename == f"verbatim-D1p6.{name}"
    written = file.data.decode()
    if form == "bibtex":
        assert typeset(read_bibtex(written)[2]["title"]) == "Ferry to Skerry Point"
        assert f"```bibtex\n{written}```" in reply.texts
    elif form == "ris":
        assert ("AU", "Ada Holm") in read_ris(written)
    else:
        assert read_csl(written)["issued"] == {"date-parts": [[2021, 5, 4]]}


async def test_tricks_stay_literal(house: House) -> None:
    document = await _document(house.app, 3)
    number = next(each.number for each in await house.app.store.library.paragraphs(document) if "@every" in each.text)
    for form in ("text", "markdown", "bibtex", "ris", "csl-json"):
        reply = await house.user.slash("cite", reference=f"D3¶{number}", format=form)
        shown = reply.texts.split("```")
        assert len(shown) in (1, 3)
        lines = [line.removeprefix("-# ") for line in "".join(shown[::2]).split("\n")]
        assert [each for line in lines for each in markup(line)] == []
    text = await house.user.slash("cite", reference=f"D3¶{number}")
    assert "The @here *exhibit* [D9 ¶9](https://evil.example)" in unescaped(text.texts)


async def test_buttons_lead_to_the_other_formats_for_anybody(house: House) -> None:
    quoted = await house.user.slash("quote", text="birdwatchers")
    cite = await house.user.click(quoted, "Cite")
    assert cite.ephemeral
    assert "\\[D1 ¶6\\]" in cite.texts
    bibtex = await cite.click("BibTeX")
    assert bibtex.ephemeral
    assert "@misc{verbatim-D1p6," in bibtex.texts
    assert len(bibtex.files) == 1
    context = await quoted.click("Context")
    assert "\\[D1 ¶6\\]" in (await context.click("Cite")).texts


async def test_what_came_after_a_removed_paragraph_is_named(house: House, tmp_path: Path) -> None:
    path = tmp_path / "ferry.md"
    origin = await house.app.store.keeper.origin((await _document(house.app, 1)).id)
    source = await asyncio.to_thread(Path(origin.path).read_text, encoding="utf-8")
    path.write_text(source.replace(FERRY, FERRY + " Indeed."), encoding="utf-8")
    assert [each.status for each in await house.app.intake.add([path])] == ["changed"]
    reply = await house.user.slash("cite", reference="D1:6")
    assert re.search(r"D1¶6 was removed .* D1¶\d+ came after it, nearly the same in words\.", reply.texts)


async def test_a_removed_paragraph_answers_with_its_last_wording(house: House, tmp_path: Path) -> None:
    quoted = await house.user.slash("quote", text="birdwatchers islander")
    path = tmp_path / "ferry.md"
    origin = await house.app.store.keeper.origin((await _document(house.app, 1)).id)
    source = await asyncio.to_thread(Path(origin.path).read_text, encoding="utf-8")
    path.write_text(source.replace(FERRY, "The islanders are of one mind."), encoding="utf-8")
    assert [each.status for each in await house.app.intake.add([path])] == ["changed"]
    for button in ("Context", "Cite"):
        reply = await quoted.click(button)
        assert reply.ephemeral
        assert "D1¶6 was removed from its document on 20" in reply.texts
        assert FERRY in reply.texts
    asked = await house.user.slash("cite", reference="D1¶6", format="bibtex")
    assert "removed from its document on 20" in asked.files[0].data.decode()


async def test_what_is_not_there_is_a_private_sentence(house: House) -> None:
    for reference, why in (
        ("D1¶99", "D1 has no paragraph ¶99. It has ¶1–¶6"),
        ("D9¶1", "There is no D9¶1"),
        ("!", "No"),
    ):
        reply = await house.user.slash("cite", reference=reference)
        assert reply.ephemeral
        assert why in unescaped(reply.texts)


async def test_references_are_completed(house: House) -> None:
    user = house.user
    documents = await user.autocomplete("cite", focused="reference", reference="tern")
    assert [choice.value for choice in documents] == ["D2"]
    found = await user.autocomplete("cite", focused="reference", reference="D2:")
    assert [choice.value for choice in found][:2] == ["D2¶1", "D2¶2"]
    assert await user.autocomplete("cite", focused="reference", reference="[D2 ¶") == found
    assert any(str(choice.name).startswith("D2¶2 Two hundred terns") for choice in found)
    many = await user.autocomplete("cite", focused="reference", reference="d4p1")
    values = [choice.value for choice in many]
    assert values[:2] == ["D4¶1", "D4¶10"]
    assert all(str(value).startswith("D4¶1") for value in values)
    assert await user.autocomplete("cite", focused="reference", reference="D9¶") == []


@pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))
@pytest.mark.parametrize("sign", ["a", "`", "😀", "\u202e", "\\", "#"])
def test_however_long_a_title_is_it_fits(form: CitationFormat, sign: str) -> None:
    asked = cited(title=sign * 1_000, publisher=sign * 1_000, author="Ada")
    view = citation_view(asked, form)
    texts = [item.content for item in view.walk_children() if hasattr(item, "content")]
    assert sum(map(width, texts)) <= ROOM
    assert all(text.count("```") in (0, 2) for text in texts)
