"""The verbs of the command line: what each takes, and the help that says so."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from bot.models import Kind, Method

FORMATS: Final = ("ics", "csv", "json")
QUOTES: Final = ("csv", "markdown", "json")
CITATIONS: Final = ("text", "markdown", "bibtex", "csl-json", "ris")


class Words(Enum):
    """What the words of a command mean that belong to no option."""

    NONE = auto()
    TEXT = auto()
    LITERAL = auto()
    DOCUMENT = auto()
    TWO_DOCUMENTS = auto()
    DOCUMENT_OR_TOPIC = auto()
    PATHS = auto()
    REFERENCE = auto()
    CITED = auto()
    FILE = auto()
    SPEAKER = auto()
    ACTION = auto()


def at_least_one(text: str) -> int:
    """Read a count.

    Raises:
        ArgumentTypeError: It is no whole number, or below one.
    """
    if not text.isascii() or not text.isdecimal() or len(text) > 9 or int(text) < 1:  # noqa: PLR2004 - fits SQLite's integers
        raise ArgumentTypeError(f"{text!r} is no count; write a whole number of 1 or more")
    return int(text)


def _none(_: ArgumentParser) -> None:
    """No options but those that every verb has."""


def _dates(parser: ArgumentParser, of: str) -> None:
    parser.add_argument("--from", dest="since", metavar="DATE", help=f"{of} on or after this date")
    parser.add_argument("--to", dest="until", metavar="DATE", help=f"{of} on or before this date")


def _limit(parser: ArgumentParser, default: int | None, of: str) -> None:
    usual = "all" if default is None else f"{default}"
    parser.add_argument("--limit", type=at_least_one, default=default, metavar="N", help=f"at most N {of} ({usual})")


def _quote(parser: ArgumentParser) -> None:
    parser.add_argument("--document", metavar="D", help="search this document only")
    parser.add_argument("--speaker", metavar="S", help="only where this speaker speaks; `speakers` lists them")
    parser.add_argument("--kind", metavar="KIND", help="passages (the default), or quotations: what somebody says")
    _dates(parser, "documents published")
    _limit(parser, 5, "passages")
    parser.add_argument("--format", choices=QUOTES, help="write a table (csv), Markdown, or JSON (as --json)")


def _speaker(parser: ArgumentParser) -> None:
    _limit(parser, 10, "quotations")


def _verify(parser: ArgumentParser) -> None:
    parser.add_argument("--document", metavar="D", help="whether it stands in this document")
    parser.add_argument("--speaker", metavar="S", help="whether this person says it there; `speakers` lists them")


def _compare(parser: ArgumentParser) -> None:
    parser.add_argument("--topic", metavar="TEXT", help="only paragraphs that speak of this")
    parser.add_argument("--all", action="store_true", help="every passage, not the first ten of each sort")


def _summary(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--length", default="medium", metavar="L", help="headline, short, medium, long, or a number of sentences"
    )
    parser.add_argument("--topic", metavar="TEXT", help="only sentences about this, from the document or from all")
    parser.add_argument("--method", metavar="M", help=f"{', '.join(Method)} (default {Method.VERBATIM})")


def _timeline(parser: ArgumentParser) -> None:
    parser.add_argument("--on", metavar="DATE", help="what happened on this day, in this month or year")
    _dates(parser, "events")
    parser.add_argument("--topic", metavar="TEXT", help="only paragraphs that speak of this")
    parser.add_argument("--document", metavar="D", help="only this document")
    parser.add_argument(
        "--speaker", metavar="S", help="only sentences in which this person says something; `speakers` lists them"
    )
    _limit(parser, None, "events")
    parser.add_argument("--all", action="store_true", help="every event of each date; --on shows them all anyway")
    parser.add_argument("--format", choices=FORMATS, help="write a calendar (ics), a table (csv) or JSON (as --json)")
    parser.add_argument("--picture", metavar="FILE", help="draw it into this PNG file")


def _remove(parser: ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="do not ask first")


def _edit(parser: ArgumentParser) -> None:
    for name in ("title", "publisher", "author", "published", "anchor-date", "language", "note"):
        value = "DATE" if name in {"published", "anchor-date"} else "TEXT"
        parser.add_argument(f"--{name}", metavar=value, help=f'set the {name.replace("-", " ")}; "" clears it')


def _correct(parser: ArgumentParser) -> None:
    parser.add_argument("--kind", metavar="KIND", help=f"{', '.join(Kind)}, or auto for what the rules say")


def _cite(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--format", dest="citation", choices=CITATIONS, help="only the citation, in the format of another program"
    )


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb.

    `json` says whether it has that option, `creates` whether it may make a database that is not there, `clears` whether
    an empty value of an option takes back what was set.
    """

    name: str
    about: str
    words: Words = Words.NONE
    usage: str = ""
    options: Callable[[ArgumentParser], None] = _none
    json: bool = True
    creates: bool = False
    clears: bool = False
    more: str = ""


_ALL: Final = (
    Verb(
        "quote",
        "find passages, word for word",
        Words.TEXT,
        "[TEXT…]",
        _quote,
        more='TEXT knows words, "a phrase", -word, OR and prefix*. Without TEXT: a passage at random.',
    ),
    Verb(
        "summary",
        "the sentences that carry a document or a topic",
        Words.DOCUMENT_OR_TOPIC,
        "[DOCUMENT]",
        _summary,
        more="DOCUMENT is a number (2), a reference (D2), a title or the beginning of one. Without it: --topic TEXT.",
    ),
    Verb(
        "timeline",
        "what happened when",
        options=_timeline,
        more="DATE is 2023-03-20, 2023-03 or 2023.",
    ),
    Verb(
        "verify",
        "check a quotation",
        Words.LITERAL,
        "TEXT…",
        _verify,
        more="TEXT is what was quoted. Outer quotation marks do not count; … and [words] are marks of omission.",
    ),
    Verb(
        "compare",
        "what two documents share, tell otherwise, or tell alone",
        Words.TWO_DOCUMENTS,
        "FIRST SECOND",
        _compare,
        more="FIRST and SECOND are numbers, references or titles; put quotation marks around a title of several words.",
    ),
    Verb(
        "cite",
        "a paragraph and its citation, for a bibliography too",
        Words.CITED,
        "REFERENCE",
        _cite,
        more="REFERENCE is D2¶13, D2:13, d2p13 or 2:13; a document (D2, or the beginning of its title) is cited whole. "
        "A paragraph that was removed is shown in its last wording.",
    ),
    Verb(
        "speaker",
        "what somebody says, direct quotations first",
        Words.SPEAKER,
        "NAME [TOPIC…]",
        _speaker,
        more="NAME is a full name between quotation marks, an alias, or a surname that only one speaker has.",
    ),
    Verb(
        "speakers",
        "list who speaks; join and rename speakers",
        Words.ACTION,
        "[ACTION NAME…]",
        more="Actions: merge NAME INTO shows one speaker under the name of another, rename NAME NEWNAME under a new "
        "name, forget NAME takes that back. They hold for documents that are imported later, too.",
    ),
    Verb("documents", "list the documents"),
    Verb("inspect", "everything known of a document, paragraph by paragraph", Words.DOCUMENT, "DOCUMENT"),
    Verb(
        "export",
        "write the whole collection into a zip file",
        Words.FILE,
        "FILE.zip",
        more="The file holds the texts, what is known of them, all numbers and everything set by hand, with checksums. "
        "Importing it into a new database gives the same references.",
    ),
    Verb("import", "read files, folders and zip archives", Words.PATHS, "PATH…", creates=True),
    Verb(
        "edit",
        "correct what is known of a document",
        Words.DOCUMENT,
        "DOCUMENT",
        _edit,
        clears=True,
        more="What is set by hand survives another import. The anchor date is the day from which "
        '"on Monday" or "last month" count.',
    ),
    Verb(
        "correct",
        "set what kind a paragraph is",
        Words.REFERENCE,
        "REFERENCE",
        _correct,
        more="REFERENCE is D2¶13, D2:13, d2p13 or 2:13. Only body answers. What is set by hand survives another import"
        ", also where a few words of the paragraph change.",
    ),
    Verb("remove", "remove a document; its number is not given again", Words.DOCUMENT, "DOCUMENT", _remove),
    Verb("doctor", "check the database and everything in it"),
    Verb("sync", "send the list of commands to Discord", json=False, creates=True),
    Verb("serve", "connect to Discord and stay; exit 78 without a token", json=False, creates=True),
)
VERBS: Final = {verb.name: verb for verb in _ALL}
