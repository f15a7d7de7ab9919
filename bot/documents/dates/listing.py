"""Short ways to write the groups of a language's table."""

from bot.documents.dates.lexicon import UNITS, Unit


def numbered(words: str, first: int = 1) -> dict[str, int]:
    """Words separated by blanks, counted from `first`; those joined by a bar share a number."""
    return {word: number for number, group in enumerate(words.split(), first) for word in group.split("|")}


def each(words: str, number: int = 0) -> dict[str, int]:
    """Words separated by blanks, all with the same number."""
    return dict.fromkeys(words.split(), number)


def units(words: dict[Unit, str]) -> dict[str, int]:
    """The words of each unit, with its place among the units."""
    return {word: UNITS.index(unit) for unit, group in words.items() for word in group.split()}
