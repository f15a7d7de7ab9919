"""Short ways to write the groups of a language's table."""

from bot.documents.dates.lexicon import UNITS, Tense, Unit


def numbered(words: str, first: int = 1) -> dict[str, int]:
    """Words separated by blanks, counted from `first`; those joined by a bar share a number."""
    return {word: number for number, group in enumerate(words.split(), first) for word in group.split("|")}


def each(words: str, number: int = 0) -> dict[str, int]:
    """Words separated by blanks, all with the same number."""
    return dict.fromkeys(words.split(), number)


def units(words: dict[Unit, str]) -> dict[str, int]:
    """The words of each unit, with its place among the units."""
    return {word: UNITS.index(unit) for unit, group in words.items() for word in group.split()}


def romans() -> dict[str, int]:
    """The Roman numbers of centuries that are no single letter, in lower case."""
    return (
        numbered("ii iii iv", 2)
        | numbered("vi vii viii ix", 6)
        | numbered("xi xii xiii xiv xv xvi xvii xviii xix xx xxi", 11)
    )


def tense(
    past: str = "",
    future: str = "",
    *,
    no_deadline: str = "",
    past_ending: tuple[str, ...] = (),
    future_ending: tuple[str, ...] = (),
) -> Tense:
    """The words and endings of a language that needs no more than these to tell past from future."""
    none: frozenset[str] = frozenset()
    return Tense(
        past=frozenset(past.split()),
        future=frozenset(future.split()),
        future_before_infinitive=none,
        future_elsewhere=none,
        infinitive=none,
        passive=none,
        no_deadline=frozenset(no_deadline.split()),
        not_past=none,
        past_ending=past_ending,
        future_ending=future_ending,
        usual=-1,
    )
