"""What somebody typed, read as a query: words, `"phrase"`, `-word`, `OR`, `prefix*`; everything else is text.

Any text can be read and none raises. A query keeps the words that it is about apart from those that only hold a
sentence together, so that a question finds what it asks for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from bot.answers.asking import foreign_stop_words, without_asking
from bot.folding import fold
from bot.models import Span
from bot.store.indexing import Tokens, read
from bot.store.scripts import UNSPACED, grams, indexed_grams, is_unspaced
from bot.store.stopwords import STOP_WORDS

MOST_WORDS: Final = 64
_LONGEST: Final = 10_000
QUOTATION_MARKS: Final = dict.fromkeys(map(ord, "“”„‟″«»〝〞＂"), '"')
_APOSTROPHES: Final = frozenset("'’‘`´ʼ＇")
_ITEM: Final = re.compile(r'(?P<minus>(?<!\S)-(?=["\w]))?(?:"(?P<phrase>[^"]*)"|(?P<chunk>[^\s"]+))')
_PREFIX: Final = re.compile(r"[^\W_]\*+\W*$")
_NUMBER: Final = re.compile(r"\W*\d+(?:[.,:/]\d+)+\W*")
_INITIALS: Final = re.compile(r"\W*[^\W\d_](?:\.[^\W\d_])+\W*")
_CONTRACTIONS: Final = frozenset(("d", "ll", "m", "re", "s", "t", "ve"))
_OR: Final = "OR"
_OPERATORS: Final = frozenset(("AND", "NOT", _OR))
_OPENINGS_TEXT: Final = """
are can could describe did do does explain find give had has have how is list may might name should show tell was
were what when where which who whom whose why will would
"""
_OPENINGS: Final = frozenset(_OPENINGS_TEXT.split())
_ASKING_TEXT: Final = """
according ask asked describe described discuss discussed explain explained find get gets give got happen happened
happening happens information know known list mention mentioned mentions name named place put said say saying says
show speak spoke state stated take taken takes talk talked talks tell telling tells think thinks thought told took
write writes written wrote
"""
_ASKING: Final = frozenset(_ASKING_TEXT.split())
_MEASURES: Final = frozenset(
    ("big", "far", "fast", "high", "large", "long", "many", "much", "often", "old", "soon", "tall")
)
_NOUNS: Final = frozenset(("information", "list", "names", "place", "show", "talk", "talks"))  # what a topic may be
_ABOUT: Final = frozenset(("about", "concerning", "regarding"))
_ASKED_FOR: Final = frozenset(("many", "much", "what", "which"))
_ANSWERS_TEXT: Final = """
amount city countries country date day days group kind month name number people percent percentage person place
position reason role sort thing things time times town type types way ways year years
"""
_ANSWERS: Final = frozenset(_ANSWERS_TEXT.split())


class Form(Enum):
    """How the words of a query are compared with those of a text."""

    WORD = "word"
    """In whatever inflection."""
    PHRASE = "phrase"
    """As they are written, one behind the other."""
    PREFIX = "prefix"
    """By their beginning."""
    VARIANT = "variant"
    """As the index has them: another form of a word that was typed."""
    SPELLING = "spelling"
    """In whatever inflection: another spelling of a word that was typed."""
    GRAM = "gram"
    """Two neighbouring characters of a script without spaces, or a single one wherever it stands."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One thing to look for: folded words that stand one behind the other."""

    form: Form
    run: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """Alternatives of which a passage should have one, as typed and where; a `light` one only ranks.

    `times` says how often the query has it, `topic` that the question is what somebody said of it.
    """

    atoms: tuple[Atom, ...]
    typed: str
    span: Span
    light: bool = False
    times: int = 1
    topic: bool = False

    @property
    def required(self) -> bool:
        """Whether a passage without it is no answer at all: quotation marks say so."""
        return all(atom.form is Form.PHRASE for atom in self.atoms)


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was read. The spans of its clauses count in `text`."""

    text: str
    clauses: tuple[Clause, ...]
    excluded: tuple[Atom, ...]

    @property
    def content(self) -> tuple[Clause, ...]:
        """What the query is about: never empty while there is any word to look for."""
        return tuple(clause for clause in self.clauses if not clause.light)

    @property
    def terms(self) -> tuple[str, ...]:
        """What the query is about, as typed: characters of a script without spaces in one piece."""
        return tuple(dict.fromkeys(clause.typed for clause in in_one_piece(self.text, self.content)))


@dataclass(frozen=True, slots=True)
class _Item:
    """What stands between two spaces, or between quotation marks."""

    raw: str
    at: int
    quoted: bool
    excluded: bool


def parse(text: str) -> Query:
    """Read a query from whatever was typed. At most 64 words are looked for, of long texts the first ones."""
    clean = text[:_LONGEST].encode("utf-8", "ignore").decode()
    clauses: list[Clause] = []
    excluded: list[Atom] = []
    items = list(_items(clean))
    for place, item in enumerate(items):
        if _is_or(items, place):
            continue
        if item.excluded:
            excluded += [atom for atom in _whole(item) if atom not in excluded]
        elif _is_or(items, place - 1) and clauses and (other := _whole(item)):
            clauses[-1] = replace(clauses[-1], atoms=tuple(dict.fromkeys((*clauses[-1].atoms, *other))))
        elif _is_or(items, place + 1):
            clauses += [Clause(atoms, fold(item.raw), _span(item)) for atoms in [_whole(item)] if atoms]
        else:
            clauses += _clauses(item)
    return Query(clean, _capped(_weighed(clean, clauses)), tuple(excluded[:MOST_WORDS]))


def _items(text: str) -> Iterator[_Item]:
    for match in _ITEM.finditer(text.translate(QUOTATION_MARKS)):
        name = "phrase" if match["phrase"] is not None else "chunk"
        start, end = match.span(name)
        yield _Item(text[start:end], start, name == "phrase", match["minus"] is not None)


def _is_or(items: Sequence[_Item], place: int) -> bool:
    """Whether an `OR` stands here, with something to choose from on either side."""
    return (
        0 < place < len(items) - 1
        and items[place].raw == _OR
        and not items[place].quoted
        and not items[place - 1].excluded
        and not items[place + 1].excluded
    )


def _span(item: _Item) -> Span:
    return Span(item.at, item.at + len(item.raw))


def _words(item: _Item) -> tuple[Tokens, list[int]]:
    """The words of an item, and the places of those that are no mere ending such as that of `China's`."""
    tokens = read(item.raw)
    kept = [
        place
        for place, word in enumerate(tokens.words)
        if not (
            place > 0
            and word in _CONTRACTIONS
            and item.raw[tokens.spans[place - 1].end : tokens.spans[place].start] in _APOSTROPHES
        )
    ]
    return tokens, kept


def _is_prefix(item: _Item) -> bool:
    return not item.quoted and not item.raw.startswith("*") and _PREFIX.search(item.raw) is not None


def _whole(item: _Item) -> tuple[Atom, ...]:
    """An item as alternatives to one another: its words in order, and what they are in one piece."""
    tokens, kept = _words(item)
    if item.quoted:
        runs = (_spelt_out(tokens.words)[:MOST_WORDS], _joined(tokens)[:MOST_WORDS])
        return tuple(Atom(Form.PHRASE, run) for run in dict.fromkeys(runs) if run)
    if not kept:
        return ()
    run = tuple(tokens.words[place] for place in kept[:MOST_WORDS])
    if run and all(map(is_unspaced, run)):
        pairs = _spelt_out(run)[:MOST_WORDS]
        return (Atom(Form.GRAM if len(pairs) == 1 else Form.PHRASE, pairs),)
    if _is_prefix(item):
        return (Atom(Form.PREFIX, run[-1:]),)
    joined = [Atom(Form.WORD, (compound.joined,)) for compound in tokens.compounds]
    return (Atom(Form.WORD, run), *(joined if len(tokens.compounds) == 1 else ()))


def _joined(tokens: Tokens) -> tuple[str, ...]:
    """The words with each compound in one piece."""
    whole = {compound.first: compound for compound in tokens.compounds}
    parts = {place for compound in tokens.compounds for place in range(compound.first + 1, compound.last + 1)}
    kept = [place for place in range(len(tokens.words)) if place not in parts]
    return tuple(whole[place].joined if place in whole else tokens.words[place] for place in kept)


def _clauses(item: _Item) -> list[Clause]:
    """An item as clauses: a phrase, a number or initials as one, other words each as its own."""
    if item.quoted or _NUMBER.fullmatch(item.raw) or _INITIALS.fullmatch(item.raw):
        atoms = _whole(item)
        return [Clause(atoms, fold(item.raw), _span(item))] if atoms else []
    tokens, kept = _words(item)
    found: list[Clause] = []
    for place in kept[:MOST_WORDS]:
        word, span = tokens.words[place], tokens.spans[place].shifted(item.at)
        if is_unspaced(word):
            found += _grams(item, tokens, place)
            continue
        form = Form.PREFIX if place == kept[-1] and _is_prefix(item) else Form.WORD
        joined = [compound.joined for compound in tokens.compounds if compound.first <= place <= compound.last]
        atoms = (Atom(form, (word,)), *(Atom(Form.WORD, (whole,)) for whole in joined))
        typed = fold(item.raw[tokens.spans[place].start : tokens.spans[place].end])
        found.append(Clause(atoms, typed, span))
    return found


def _spelt_out(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a phrase as the index has them in a row: those of scripts without spaces as grams."""
    if not words or not all(map(is_unspaced, words)):
        return tuple(words)
    return (*(gram for word in words[:-1] for gram in indexed_grams(word)), *(gram for gram, _ in grams(words[-1])))


def _grams(item: _Item, tokens: Tokens, place: int) -> list[Clause]:
    """A word of a script without spaces as clauses of one gram each, without what only asks."""
    word = tokens.words[place]
    bounds = [found.span() for found in UNSPACED.finditer(word)]
    pieces = [piece for start, end in bounds for piece in without_asking(word[start:end], start)]
    found = []
    for piece, start in pieces or [(word[start:end], start) for start, end in bounds]:
        for gram, at in grams(piece):
            span = tokens.spans.part(place, start + at, start + at + len(gram)).shifted(item.at)
            found.append(Clause((Atom(Form.GRAM, (gram,)),), piece[at : at + len(gram)], span, light=not pieces))
    rest = UNSPACED.sub(" ", word).split()
    return [*found, *(Clause((Atom(Form.WORD, (each,)),), each, tokens.spans[place].shifted(item.at)) for each in rest)]


def in_one_piece(text: str, clauses: Sequence[Clause]) -> list[Clause]:
    """Clauses with grams that overlap in one piece, as words that somebody would recognise."""
    found: list[Clause] = []
    for clause in clauses:
        gram = clause.atoms[0].form is Form.GRAM
        before = found[-1] if found else None
        if gram and before and clause.span.start < before.span.end:
            span = Span(before.span.start, clause.span.end)
            found[-1] = Clause((Atom(Form.WORD, (fold(span.of(text)),)),), fold(span.of(text)), span)
        else:
            found.append(clause)
    return found


def _weighed(text: str, clauses: Sequence[Clause]) -> list[Clause]:
    """Mark the words that a query is not about; where nothing else is left, it is about them."""
    asks = _asks(text, clauses)
    stops = STOP_WORDS if (foreign := foreign_stop_words(clause.typed for clause in clauses)) is None else foreign
    shouted = text.isupper()
    marked: list[Clause] = []
    before = ""
    topic = False
    for clause in clauses:
        word = clause.atoms[0].run[0]
        typed = clause.span.of(text)
        emphasised = not shouted and len(typed) > 1 and typed.isupper() and typed not in _OPERATORS
        plain = _is_plain(clause) or (foreign is not None and _is_word(clause))
        topic = topic or before in _ABOUT
        only_asks = asks and _only_asks(word, before) and not (topic and word in _NOUNS)
        light = plain and not emphasised and (word in stops or only_asks)
        marked.append(replace(clause, light=clause.light or light))
        before = word
    if all(clause.light for clause in marked):
        return [replace(clause, light=False) for clause in clauses if clause.span.of(text) != _OR]
    return _with_topic(marked)


def _with_topic(clauses: Sequence[Clause]) -> list[Clause]:
    """Mark what stands behind "about": what does not speak of it is no answer, whoever says it."""
    about = [place for place, clause in enumerate(clauses) if clause.light and clause.atoms[0].run[0] in _ABOUT]
    if not about or all(clause.light for clause in clauses[about[-1] :]):
        return list(clauses)
    behind = range(about[-1], len(clauses))
    return [replace(clause, topic=place in behind and not clause.light) for place, clause in enumerate(clauses)]


def _is_plain(clause: Clause) -> bool:
    return len(clause.atoms) == 1 and clause.atoms[0].form is Form.WORD and len(clause.atoms[0].run) == 1


def _is_word(clause: Clause) -> bool:
    """Whether a clause is for a word, perhaps as part of a compound: the a of qu'a."""
    return all(atom.form is Form.WORD and len(atom.run) == 1 for atom in clause.atoms)


def _only_asks(word: str, before: str) -> bool:
    """Whether a word of a question belongs to the asking: said, how many, which country."""
    return word in _ASKING or (before == "how" and word in _MEASURES) or (before in _ASKED_FOR and word in _ANSWERS)


def _asks(text: str, clauses: Sequence[Clause]) -> bool:
    """Whether the query is a question, or a request to be told something."""
    if len(clauses) < 3:  # noqa: PLR2004 - in one or two words, "say" and "what" may be what is looked for
        return False
    return clauses[0].atoms[0].run[0] in _OPENINGS or text.rstrip(" \"'”’)").endswith(("?", "？"))


def _capped(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Each clause once, with how often it was there, and of those that are looked for no more than 64 words."""
    kept: dict[tuple[Atom, ...], Clause] = {}
    count = 0
    for clause in clauses:
        if (known := kept.get(clause.atoms)) is not None:
            kept[clause.atoms] = replace(known, times=known.times + 1)
            continue
        length = sum(len(atom.run) for atom in clause.atoms)
        if not clause.light and count + length > MOST_WORDS:
            break
        count += 0 if clause.light else length
        kept[clause.atoms] = clause
    return tuple(kept.values())
