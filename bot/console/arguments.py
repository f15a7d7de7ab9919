"""The command line, read: which verb, which words, which options."""

import re
from argparse import Action, ArgumentError, ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Final, NoReturn

from bot.console.hints import PROGRAM
from bot.console.verbs import VERBS, Verb, Words
from bot.errors import BadRequestError

_TWO: Final = 2
_NEEDED: Final = {
    Words.DOCUMENT_OR_TOPIC: "a document, its number or the beginning of its title, or --topic TEXT. "
    f"See `{PROGRAM} documents`.",
    Words.DOCUMENT: f"a document: its number, or the beginning of its title. See `{PROGRAM} documents`.",
    Words.TWO_DOCUMENTS: 'two documents, as in `VERB 1 2`. Write a title as "words of a title".',
    Words.LITERAL: "the words to check, as in `VERB WORDS OF A QUOTATION`.",
    Words.FILE: "the name of one file, as in `VERB collection.zip`.",
    Words.CITED: f"a reference, such as D2¶13, or a document. See `{PROGRAM} documents`.",
    Words.REFERENCE: f"a reference, such as D2¶13. See `{PROGRAM} inspect D2`.",
    Words.SPEAKER: f"a name. See `{PROGRAM} speakers`.",
    Words.PATHS: "at least one file or folder.",
}
"""What a verb lacks when nothing stands behind it."""
_LONG_OPTION: Final = re.compile(r"--[A-Za-z][\w-]*(=.*)?", re.DOTALL)
_SHORT_OPTION: Final = re.compile(r"-[^-\s\d].*", re.DOTALL)
_COMMON: Final = ("--database", "--json", "--version", "--help")


@dataclass(frozen=True, slots=True)
class Arguments:
    """A command that was read. `verb` is None for the bare command; `words` are those that belong to no option."""

    verb: Verb | None
    words: tuple[str, ...] = ()
    options: Namespace = field(default_factory=Namespace)
    database: Path | None = None
    json: bool = False

    @property
    def text(self) -> str:
        """The words as one text, with what no Unicode text can hold replaced."""
        return readable(" ".join(self.words))

    def option(self, name: str) -> str | None:
        """The value of an option that is a text; None where it was not given."""
        value = getattr(self.options, name)
        return None if value is None else readable(str(value))


@dataclass(frozen=True, slots=True)
class Notice:
    """Help or a version: a text to print, and nothing to do."""

    text: str


class _Parser(ArgumentParser):
    """A parser that raises what it cannot read."""

    def error(self, message: str) -> NoReturn:
        raise BadRequestError(f"{message[:1].upper()}{message[1:]}.")


def readable(text: str) -> str:
    """The text with bytes that were no UTF-8 on the command line shown as replacement characters."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def wants_json(argv: Sequence[str]) -> bool:
    """Whether an error is to be told as JSON, even where the command itself cannot be read."""
    before = argv[: argv.index("--")] if "--" in argv else argv
    return "--json" in before or "--format=json" in before or ("--format", "json") in pairwise(before)


def unknown(what: str, name: str, known: Sequence[str]) -> BadRequestError:
    """The error for a name that does not exist, with the nearest that does."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for an error

    shown = name if len(name) <= 40 else f"{name[:40]}…"  # noqa: PLR2004 - what fits a line
    near = [each for each in known if each.startswith(f"-{name}")]  # -l for --limit
    near += get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
    return BadRequestError(f"No {what} '{readable(shown)}'. {hint}")


def parser_of(verb: Verb) -> ArgumentParser:
    """The parser of one verb's options; words are left over."""
    parser = _Parser(
        prog=f"{PROGRAM} {verb.name}",
        usage=" ".join(part for part in (PROGRAM, verb.name, verb.usage, "[OPTIONS]") if part),
        description=f"{verb.about[0].upper()}{verb.about[1:]}. {verb.more}".strip(),
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )
    verb.options(parser)
    parser.add_argument("--database", type=Path, metavar="FILE", help="the database to use")
    if verb.json:
        parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("--help", action="store_true", help="show this and exit")
    return parser


def options_of(verb: Verb) -> list[str]:
    """The names of a verb's options."""
    return [name for action in parser_of(verb)._actions for name in action.option_strings]  # noqa: SLF001 - argparse has no public way


def overview() -> str:
    """The help of the whole command."""
    verbs = "\n".join(f"  {f'{verb.name} {verb.usage}'.strip():<20} {verb.about}" for verb in VERBS.values())
    return (
        f"usage: {PROGRAM} [VERB] [OPTIONS]\n\n"
        "Without a verb: connects to Discord when a token is configured, and otherwise opens an\n"
        "interactive terminal, with a starter collection where the database is empty.\n\n"
        f"verbs:\n{verbs}\n\n"
        "options:\n"
        "  --database FILE      the database to use (default: a file in your data folder)\n"
        "  --json               one JSON object on standard output, for every verb that answers\n"
        "  --version            show the version and exit\n"
        "  --help               show this, or with a verb the options of that verb\n"
    )


def parse(argv: Sequence[str]) -> Arguments | Notice:
    """Read a command line.

    Args:
        argv: The arguments, without the name of the program.

    Raises:
        BadRequestError: There is no such verb or option, or something is missing.
    """
    before, name, after = _split(argv)
    if "--version" in before:
        from bot import __version__  # noqa: PLC0415 - reads as what it is: a constant for one line

        return Notice(f"verbatim {__version__}\n")
    if name == "help":
        name, after = after[0] if after and not after[0].startswith("-") else None, ["--help"]
    if name is None:
        return _bare([*before, *after])
    if (verb := VERBS.get(name)) is None:
        raise unknown("verb", name, list(VERBS))
    return _read(verb, [*before, *after])


def _split(argv: Sequence[str]) -> tuple[list[str], str | None, list[str]]:
    """Cut a command line at its verb."""
    at = 0
    while at < len(argv):
        if argv[at] == "--database":
            at += 1
        elif argv[at].startswith("--") and argv[at].partition("=")[0] not in _COMMON:
            raise unknown("option", argv[at].partition("=")[0], _COMMON)
        elif not argv[at].startswith("-"):
            return list(argv[:at]), argv[at], list(argv[at + 1 :])
        at += 1
    return list(argv), None, []


def _bare(argv: Sequence[str]) -> Arguments | Notice:
    """Read a command line that has no verb."""
    parser = _Parser(prog=PROGRAM, add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--database", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--help", "-h", action="store_true")
    options, left = _known(parser, argv)
    if left:
        raise unknown("option", left[0].partition("=")[0], _COMMON)
    if options.help:
        return Notice(overview())
    if options.json:
        raise BadRequestError(f"--json needs a verb, as in `{PROGRAM} documents --json`.")
    return Arguments(None, database=_database(options))


def _read(verb: Verb, argv: Sequence[str]) -> Arguments | Notice:
    """Read what stands around a verb."""
    end = argv.index("--") if "--" in argv else len(argv)
    literal = list(argv[end + 1 :])
    parser = parser_of(verb)
    if not verb.clears:
        _check_values(parser, argv[:end])
    options, left = _known(parser, ["--help" if each == "-h" else each for each in argv[:end]])
    if options.help:
        return Notice(parser.format_help())
    for token in left:
        # `-word` excludes a word from a quotation; no verb has short options
        if _LONG_OPTION.fullmatch(token) or (
            verb.words not in {Words.TEXT, Words.LITERAL, Words.SPEAKER} and _SHORT_OPTION.fullmatch(token)
        ):
            raise unknown("option", token.partition("=")[0], options_of(verb))
    words = (*left, *literal)
    _check_words(verb, words, getattr(options, "topic", None))
    return Arguments(verb, words, options, _database(options), verb.json and _as_json(options))


def _check_values(parser: ArgumentParser, argv: Sequence[str]) -> None:
    """Refuse an option with an empty value: left out it would mean everything, and that is hardly what was meant."""
    valued = {
        name: action
        for action in parser._actions  # noqa: SLF001 - argparse has no public way
        for name in action.option_strings
        if action.nargs != 0
    }
    for token, following in zip_longest(argv, argv[1:]):
        name, equals, value = token.partition("=")
        given = value if equals else following
        if name in valued and given is not None and not given.strip():
            raise BadRequestError(f"{name} is empty: write {name} {_example(valued[name])}, or leave {name} out.")


def _example(action: Action) -> str:
    """What may stand behind an option."""
    return "|".join(map(str, action.choices)) if action.choices else str(action.metavar)


def _as_json(options: Namespace) -> bool:
    """Whether JSON is asked for, by --json or by --format json."""
    form = getattr(options, "format", None)
    if options.json and form not in {None, "json"}:
        raise BadRequestError(f"--json and --format {form} exclude each other.")
    return bool(options.json) or form == "json"


def _known(parser: ArgumentParser, argv: Sequence[str]) -> tuple[Namespace, list[str]]:
    """Read the options that a parser knows, and return the rest in order."""
    try:
        return parser.parse_known_args(argv)
    except ArgumentError as error:
        told = "its value is missing" if error.message.startswith("expected") else error.message
        told = "takes no value" if error.message.startswith("ignored") else told
        raise BadRequestError(f"{error.argument_name}: {told}.") from error


def _database(options: Namespace) -> Path | None:
    """The database that was named."""
    if options.database is None:
        return None
    if str(options.database) == ".":
        raise BadRequestError("--database: write the path of a file.")
    return Path(options.database).expanduser()


def _check_words(verb: Verb, words: Sequence[str], topic: str | None) -> None:
    """Refuse a request that lacks what its verb is about, or has words that it has no use for."""
    if verb.words is Words.NONE and words:
        hint = f"Did you mean {verb.name} --topic?" if verb.name == "timeline" else f"See {verb.name} --help."
        raise BadRequestError(f"{verb.name} takes no words, and there is '{readable(words[0])}'. {hint}")
    given = [word for word in words if word.strip()]
    if verb.words is Words.DOCUMENT_OR_TOPIC and (topic or "").strip():
        return
    counted = {Words.TWO_DOCUMENTS: len(words) == len(given) == _TWO, Words.FILE: len(given) == 1}
    if verb.words in _NEEDED and not counted.get(verb.words, bool(given)):
        raise BadRequestError(f"{verb.name} needs {_NEEDED[verb.words].replace('VERB', f'{PROGRAM} {verb.name}')}")
