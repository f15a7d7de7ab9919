"""Each verb, done: from what was asked at the terminal to an answer that can be printed or given as JSON."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.app import App
from bot.console import contract
from bot.console.answer import Answer, Confirm
from bot.console.arguments import Arguments, unknown
from bot.console.comparing import compare
from bot.console.hints import PROGRAM
from bot.console.speaking import speaker, speakers
from bot.errors import BadDocumentError, BadRequestError, DamagedStoreError, UserError
from bot.models import Document, Kind

if TYPE_CHECKING:
    from rich.console import RenderableType

    from bot.answers.results import QuoteAnswer, TimelineAnswer
    from bot.intake import Progress

# what only one verb needs (rich, the summariser, trafilatura) is imported inside it: the others start without
# ruff: noqa: PLC0415

_EDITABLE: Final = ("title", "publisher", "author", "published", "anchor_date", "language", "note")


async def perform(app: App, arguments: Arguments, confirm: Confirm) -> Answer:
    """Do what was asked.

    Args:
        app: The house, opened.
        arguments: What was read from the command line; its verb is one of `VERBS`.
        confirm: Asks the user a question before something is removed.

    Raises:
        UserError: It could not be done; the message says why.
    """
    if arguments.verb is None or (do := _COMMANDS.get(arguments.verb.name)) is None:
        raise BadRequestError("This cannot be done here.")
    return await do(app, arguments, confirm)


async def _quote(app: App, arguments: Arguments, _: Confirm) -> Answer:
    from bot.answers.quote import quote
    from bot.answers.results import QuoteRequest

    request = QuoteRequest(
        text=arguments.text,
        document=arguments.option("document"),
        since=arguments.option("since"),
        until=arguments.option("until"),
        speaker=arguments.option("speaker"),
        kind=arguments.option("kind"),
        limit=arguments.options.limit,
    )
    answer = await quote(app.store, request)

    def layout() -> "RenderableType":
        from bot.console.layout import passages

        return passages.quote(answer, request)

    form = arguments.option("format")
    return Answer(contract.quote(answer), layout, file=_quoted(answer, form) if form in {"csv", "markdown"} else None)


def _quoted(answer: "QuoteAnswer", form: str | None) -> str:
    """Passages in the format of other programs."""
    from bot.exports import quotes

    return quotes.table(answer.passages) if form == "csv" else quotes.document(answer.passages)


async def _summary(app: App, arguments: Arguments, _: Confirm) -> Answer:
    from bot.answers.results import SummaryRequest
    from bot.answers.summary import summarise

    request = SummaryRequest(
        document=arguments.text.strip() or None,
        length=arguments.option("length") or "medium",
        method=arguments.option("method"),
        topic=arguments.option("topic"),
    )
    answer = await summarise(app.store, app.worker, request)

    def layout() -> "RenderableType":
        from bot.console.layout import summaries

        return summaries.summary(answer)

    return Answer(contract.summary(answer), layout, phrases=answer.key_phrases)


async def _timeline(app: App, arguments: Arguments, _: Confirm) -> Answer:
    from bot.answers.results import TimelineRequest
    from bot.answers.timeline import timeline

    answer = await timeline(
        app.store,
        TimelineRequest(
            on=arguments.option("on"),
            since=arguments.option("since"),
            until=arguments.option("until"),
            topic=arguments.option("topic"),
            document=arguments.option("document"),
            speaker=arguments.option("speaker"),
            limit=arguments.options.limit,
        ),
    )

    options = arguments.options
    picture = arguments.option("picture")
    if picture is not None:
        from bot.console.pictures import draw

        await draw(answer, picture)

    def layout() -> "RenderableType":
        from bot.answers.chronicle import PER_DATE
        from bot.console.layout import timeline

        return timeline.timeline(answer, None if options.all or options.on is not None else PER_DATE)

    return Answer(contract.timeline(answer), layout, file=_exported(answer, options.format))


def _exported(answer: "TimelineAnswer", form: str | None) -> str | None:
    """A timeline in the format of other programs; None where none is asked for."""
    from datetime import UTC, datetime

    from bot.exports import calendars, tables

    if form == "ics":
        return calendars.calendar(answer.events, datetime.now(UTC))
    return tables.table(answer.events) if form == "csv" else None


async def _verify(app: App, arguments: Arguments, _: Confirm) -> Answer:
    from bot.answers.results import VerifyRequest
    from bot.answers.verification.verify import verify

    request = VerifyRequest(
        text=arguments.text, document=arguments.option("document"), speaker=arguments.option("speaker")
    )
    answer = await verify(app.store, request)

    def layout() -> "RenderableType":
        from bot.console.layout import verification

        return verification.verify(answer)

    return Answer(contract.verify(answer), layout)


async def _cite(app: App, arguments: Arguments, _: Confirm) -> Answer:
    from bot.answers.citing import cite
    from bot.exports.citations.formats import named

    chosen = arguments.option("citation")
    form = named(chosen or "text")
    cited = await cite(app.store, arguments.text)
    formatted = form.write(cited)

    def layout() -> "RenderableType":
        from bot.console.layout import passages

        return passages.cited_text(cited, formatted)

    file = f"{formatted.rstrip()}\n" if form.name in {"text", "markdown"} else formatted
    return Answer(contract.cite(cited, form.name, formatted), layout, file=None if chosen is None else file)


async def _documents(app: App, _: Arguments, __: Confirm) -> Answer:
    from bot.answers.documents import listed

    kept = await listed(app.store)

    def layout() -> "RenderableType":
        from bot.console.layout import documents

        return documents.documents(kept)

    return Answer(contract.documents(kept), layout)


async def _inspect(app: App, arguments: Arguments, _: Confirm) -> Answer:
    from bot.answers.documents import inspect

    answer = await inspect(app.store, arguments.text)

    def layout() -> "RenderableType":
        from bot.console.layout import documents

        return documents.inspect(answer)

    return Answer(contract.inspect(answer), layout)


async def _export(app: App, arguments: Arguments, _: Confirm) -> Answer:
    from bot.console.output import progress
    from bot.exports.collections import export

    (name,) = (word for word in arguments.words if word.strip())
    with progress("written") as show:
        made = await export(app.store, Path(name), progress=show)

    def layout() -> "RenderableType":
        from bot.console.layout import reports

        return reports.exported(made)

    return Answer(contract.exported(made), layout)


async def _import(app: App, arguments: Arguments, _: Confirm) -> Answer:
    from bot.console.output import progress

    done = total = 0

    def count(now: "Progress") -> None:
        nonlocal done, total
        done, total = now.done, now.total
        show(now)

    with progress() as show:
        try:
            outcomes = await app.intake.add([Path(word) for word in arguments.words if word], progress=count)
        except UserError as error:
            if done:  # each file is kept by itself
                kept = f"{done} of {total} files were done before that, and what was read of them is kept."
                raise type(error)(f"{error.message} {kept}", see=error.see) from error
            raise

    def layout() -> "RenderableType":
        from bot.console.layout import reports

        return reports.imported(outcomes)

    refused = any(outcome.status == "refused" for outcome in outcomes)
    return Answer(contract.imported(outcomes), layout, BadDocumentError.status if refused else 0)


async def _edit(app: App, arguments: Arguments, _: Confirm) -> Answer:
    changes = {name: value for name in _EDITABLE if (value := arguments.option(name)) is not None}
    if not changes:
        raise BadRequestError(f"Say what to set, as in --title TEXT; `{PROGRAM} edit --help` lists what can be.")
    edited = await app.intake.edit(await _named(app, arguments), changes)

    def layout() -> "RenderableType":
        from bot.console.layout import documents

        return documents.card(edited)

    return Answer(contract.one_document(edited), layout)


async def _correct(app: App, arguments: Arguments, _: Confirm) -> Answer:
    from bot.answers.documents import inspect

    kind = _kind(arguments.option("kind"))
    document, number = await _referred(app, arguments)
    await app.intake.correct(document, number, kind)
    answer = await inspect(app.store, document.reference)

    def layout() -> "RenderableType":
        from bot.console.layout import documents

        return documents.corrected(answer, number)

    return Answer(contract.corrected(answer, number), layout)


def _kind(name: str | None) -> Kind | None:
    """The kind that was named; None for `auto`."""
    choices = [*(kind.value for kind in Kind), "auto"]
    if name is None:
        raise BadRequestError(f"Say what it is with --kind: {', '.join(choices)}.")
    if (chosen := name.strip().lower()) not in choices:
        raise unknown("kind", name, choices)
    return None if chosen == "auto" else Kind(chosen)


async def _referred(app: App, arguments: Arguments) -> tuple[Document, int]:
    """The document and the number of the paragraph that a reference names; whether that is there is seen later."""
    from bot.answers.citing import document_of, read_reference

    reference = read_reference(arguments.text)
    return await document_of(app.store, reference), reference.paragraph


async def _remove(app: App, arguments: Arguments, confirm: Confirm) -> Answer:
    document = await _named(app, arguments)
    name = f"{document.reference} {document.name}"
    if not arguments.options.yes and not await confirm(f"Remove {name}? Its number is not given again."):
        return Answer({"document": None}, lambda: "Nothing was removed.")
    await app.intake.remove(document)

    def layout() -> "RenderableType":
        from bot.console.layout.pieces import line

        return line(f"Removed {name}.")

    return Answer(contract.one_document(document), layout)


async def _named(app: App, arguments: Arguments) -> Document:
    from bot.answers.documents import find

    return await find(app.store, arguments.text)


async def _doctor(app: App, _: Arguments, __: Confirm) -> Answer:
    report = await app.store.doctor.examine()

    def layout() -> "RenderableType":
        from bot.console.layout import reports

        return reports.examined(report, app.settings.database)

    return Answer(contract.examined(report), layout, 0 if report.healthy else DamagedStoreError.status)


_COMMANDS: Final[Mapping[str, Callable[[App, Arguments, Confirm], Awaitable[Answer]]]] = {
    "quote": _quote,
    "summary": _summary,
    "timeline": _timeline,
    "verify": _verify,
    "compare": compare,
    "cite": _cite,
    "speaker": speaker,
    "speakers": speakers,
    "documents": _documents,
    "inspect": _inspect,
    "export": _export,
    "import": _import,
    "edit": _edit,
    "correct": _correct,
    "remove": _remove,
    "doctor": _doctor,
}
