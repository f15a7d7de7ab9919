"""Sections that a publisher hangs on to a text: related pages, comments, questions, what follows a release."""

import re
from collections.abc import Sequence
from typing import Final

from bot.documents.blocks import Form
from bot.documents.looks import Look
from bot.documents.signs import LINKS
from bot.documents.vocabulary import COMMENTS, REFERENCES, RELATED
from bot.models import Kind

Decided = tuple[Kind, str] | None
TRIM: Final = " :*_#"
TITLE_WORDS: Final = 10
_LISTED_WORDS: Final = 22
_LINKED: Final = 0.5
_FAR: Final = 40
_MOST_ANNOUNCED: Final = 5
_COMMENTS_LOOKED_AT: Final = 8
_STRONG: Final = re.compile(
    r"te pued|das könnte|vous aimerez|potrebbe|related|recommended|most|you (?:may|might)|(?:also )?read\b(?! more)"
    r"|trending|sponsored|promoted|see also|popular",
    re.IGNORECASE,
)
_REPLY: Final = re.compile(
    r"\b(?:reply|replied|says|said|wrote|dijo|dit|sagt|schreibt|écrit|disse|пишет|commented|ago|log in|sign in"
    r"|melden sie sich)\b"
    r"|\d\d:\d\d|^\w+:\s",
    re.IGNORECASE,
)
_SAYS: Final = re.compile(
    r"[^\s:“\"][^:“\"]{0,50} (?:says?|said|dice|dijo|disse|diz|dit|a dit|schreibt|sagte?|meint|пишет|говорит)\s?"
    r"(?::|\.{3}|…)?",
    re.IGNORECASE,
)
_SAYS_WHEN: Final = re.compile(r"\d[:.]\d\d|\b(?:19|20)\d\d\b|\bago\b|^.{0,50}\bon\b.{0,30}\d", re.IGNORECASE)
_FEWEST_REMARKS: Final = 2
# `12 thoughts on “Title”`: as long as the title is
_REMARKS: Final = re.compile(r"\d{1,6} (?:responses?|replies|thoughts|comments?) (?:to|on) [“\"«„‘]", re.IGNORECASE)
_CITATION: Final = re.compile(
    r"^\W*\^|^\[\d{1,3}\]|\bretrieved\b|\baccessed\b|\bISBN\b|\bdoi\b|\bpp?\. ?\d|\((?:19|20|18|17)\d\d[a-z]?\)"
    r"|\b(?:1[6-9]|20)\d\d[,.:;]|https?://|\barchived from\b|\babgerufen\b|\bconsulté\b|\bS\. \d",
    re.IGNORECASE,
)
_AUTHOR: Final = re.compile(
    r"([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,3}),? (?:is|was|has|lives|works|teaches|writes|reports|covers|studies"
    r"|leads)\b"
)
_SPONSOR: Final = re.compile(r"(?:message|word) from|presented by|brought to you", re.IGNORECASE)
_ANSWERS: Final = re.compile(r"\d{1,6} (?:repl(?:y|ies)|responses?|answers?)", re.IGNORECASE)
_POST_WORDS: Final = 100
_POSTS_WORDS: Final = 300
_MOST_SOURCES: Final = 400
_SHORT_TITLE: Final = 3
_CORRECTIONS: Final = re.compile(
    r"corrections?|clarifications?|corrections and clarifications|erratum|berichtigung", re.IGNORECASE
)
_NOTE_WORDS: Final = 60
_AUTHOR_WORDS: Final = 45
_OPTION: Final = re.compile(r"\(?[a-dA-D][).]\s")
_ADVERT_WORDS: Final = 60
_FEWEST_QUESTIONS: Final = 3
_FEWEST_ABOVE: Final = 3
_EXERCISES: Final = re.compile(
    r"(?:reading )?comprehension(?: (?:check|questions?|quiz))?|check your (?:understanding|knowledge)|(?:test"
    r"|quiz) yourself|(?:a )?(?:short )?quiz|discuss(?: with (?:a|your) \w+| in (?:class|groups|pairs))?"
    r"|(?:for|topics for|points for|questions for) (?:class )?(?:discussion|reflection|debate)|discussion(?: "
    r"points| topics| guide)?|think (?:about it|further)|(?:food for thought|study guide|exercises?|vocabulary"
    r"|activities|over to you)"
    r"|fragen zum text|questions de compréhension|preguntas de comprensión|вопросы к тексту|(?:thought-provoking "
    r"|follow-?up |open |further |possible |key |reader )+questions(?: .{1,60})?",
    re.IGNORECASE,
)
# `pier (n.) – a place where boats stop`, `idle (adjective): not in use`
_EXPLAINED: Final = re.compile(r"[a-z][\w'’ -]{1,30}(?: \([a-z]{1,12}\.?\))?(?: [–—-] |: )[a-z]")
_POINTERS: Final = re.compile(r"external links|see also|further reading|weblinks|siehe auch|voir aussi", re.IGNORECASE)
_BEHIND_SHARE: Final = 0.7
_COMMENT_WORDS: Final = 60
_FEWEST_ASKED: Final = 2
_OUTSIDE: Final = (
    "the article",
    "this article",
    "the author",
    "the interview",
    "the text",
    "the passage",
    "the speaker",
    "the piece",
    "do you",
    "would you",
    "your ",
)


def apply(looks: Sequence[Look], found: list[Decided]) -> None:
    """Type the blocks of such sections, in place."""
    _questions_behind_introduction(looks, found)
    _questions_at_the_end(looks, found)
    _exercises(looks, found)
    at = 0
    while at < len(looks):
        at = _section(looks, found, at)
    _remarks(looks, found)
    _references(looks, found)
    _behind_sponsor(looks, found)


def text_before(looks: Sequence[Look], found: Sequence[Decided], at: int) -> bool:
    """Whether running text stands above a place."""
    return any(found[before] is None and looks[before].prose for before in range(at))


def titled(seen: Look) -> bool:
    """Whether a block could be the title of a section by its make."""
    return (
        seen.words <= TITLE_WORDS
        and seen.block.form in {Form.PLAIN, Form.HEADING}
        and not seen.text.endswith((".", ","))
    )


def _section(looks: Sequence[Look], found: list[Decided], at: int) -> int:
    """Type the section that begins here, if one does; where to go on."""
    if not titled(looks[at]) and not _REMARKS.match(looks[at].text):
        return at + 1
    title = looks[at].text.strip(TRIM).replace("’", "'")
    if (
        COMMENTS.fullmatch(title)
        and text_before(looks, found, at)
        and _readers_speak(looks, at, title)
        and not _thread(looks, found, at)
    ):
        for behind in range(at, len(looks)):
            if found[behind] is None or behind == at:
                found[behind] = (Kind.APPENDED, "comments of readers")
        return len(looks)
    if not RELATED.fullmatch(title) or (end := _related_end(looks, found, at)) is None:
        return at + 1
    for inside in range(at, end):
        decided = found[inside]
        links = decided is not None and decided[1] == LINKS and "|" not in looks[inside].text
        if inside == at or decided is None or decided[0] is Kind.HEADING or links:
            found[inside] = (Kind.APPENDED, "links to other pages")
    return end


def _remarks(looks: Sequence[Look], found: list[Decided]) -> None:
    """Comments without a title: what stands from the first "Pilar says:" on, where such lines come again."""
    lines = [at for at, seen in enumerate(looks) if seen.words <= TITLE_WORDS and _SAYS.fullmatch(seen.text)]
    if len(lines) < _FEWEST_REMARKS or not text_before(looks, found, lines[0]):
        return
    if lines[-1] + 1 < len(looks) and not any(_SAYS_WHEN.search(looks[at].text + looks[at + 1].text) for at in lines):
        return
    for behind in range(lines[0], len(looks)):
        if found[behind] is None:
            found[behind] = (Kind.APPENDED, "comments of readers")


def _thread(looks: Sequence[Look], found: Sequence[Decided], at: int) -> bool:
    """Whether a title stands below a question or the first post of a thread: what follows answers it at length.

    A title that comes again stands below each of several posts, and heads nothing.
    """
    asked = sum(seen.words for seen, decided in zip(looks[:at], found, strict=False) if decided is None and seen.prose)
    asks = any(seen.question or "? " in seen.text for seen in looks[:at])
    if not asks and _ANSWERS.fullmatch(looks[at].text.strip(TRIM)) is None:
        return False
    answers = [seen.words for seen in looks[at:] if seen.prose]
    if sum(seen.text == looks[at].text for seen in looks[at:]) > 1:
        return asked <= _POSTS_WORDS
    return asked <= _POST_WORDS and len(answers) > 1 and sum(answers) > asked


def _readers_speak(looks: Sequence[Look], at: int, title: str) -> bool:
    """Whether a title that a report could bear too heads the comments of readers."""
    if sum(seen.words for seen in looks[at:]) <= _BEHIND_SHARE * sum(seen.words for seen in looks[:at]) and not any(
        seen.words > _COMMENT_WORDS for seen in looks[at:]
    ):
        return True
    if title.lower() not in {"comments", "comment", "kommentare", "commentaires", "comentarios", "комментарии"}:
        return True
    return any(_REPLY.search(seen.text) for seen in looks[at + 1 : at + _COMMENTS_LOOKED_AT])


def _related_end(looks: Sequence[Look], found: Sequence[Decided], at: int) -> int | None:
    """Where the titles of other pages end that this line heads; None where it heads none."""
    end = at + 1
    if end < len(looks) and RELATED.fullmatch(looks[end].text.strip(TRIM)):
        return None
    while (
        end < len(looks)
        and _listed(looks[end], found[end])
        and not _titles_others(looks[end])
        and not COMMENTS.fullmatch(looks[end].text.strip(TRIM))
    ):
        end += 1
    if _POINTERS.fullmatch(looks[at].text.strip(TRIM)) and text_before(looks, found, at):
        end = _pointers_end(looks, found, end)
    marked = end < len(looks) and looks[end].block.form is Form.HEADING
    if not text_before(looks, found, at) and not (marked and end > at + _FEWEST_ABOVE):
        return None
    if end == at + 1 and found[at] is None and end < len(looks) and looks[end].prose:
        return end + 1 if looks[at].text.lower().startswith("about") else None
    # "Other items" heads a list of the text too; at the end of a page it does not
    goes_on = any(found[behind] is None and looks[behind].prose for behind in range(end, min(len(looks), end + _FAR)))
    announced = (
        looks[at].raw.endswith(":")
        and 1 < end - at <= _MOST_ANNOUNCED
        and not any(looks[inside].block.form is Form.ITEM for inside in range(at, end))
    )
    return None if goes_on and not announced and not _STRONG.match(looks[at].text.strip(TRIM)) else end


def _pointers_end(looks: Sequence[Look], found: Sequence[Decided], end: int) -> int:
    """Where a list of links ends in which some are told of in a sentence, as at the end of an entry."""
    while end < len(looks) and found[end] is None and looks[end].words <= _LISTED_WORDS and not _heads(looks[end]):
        end += 1
    return end


def _heads(seen: Look) -> bool:
    title = seen.text.strip(TRIM)
    return seen.block.form is Form.HEADING or seen.editable or REFERENCES.fullmatch(title) is not None


def _titles_others(seen: Look) -> bool:
    title = seen.text.strip(TRIM)
    return RELATED.fullmatch(title) is not None and _STRONG.match(title) is not None and seen.words <= _SHORT_TITLE


def _listed(seen: Look, decided: Decided) -> bool:
    """Whether a block is one of the titles in a list of other pages."""
    if seen.block.form in {Form.HEADING, Form.DATELINE}:
        return False
    if decided is not None or seen.links > _LINKED:
        return True
    return seen.words <= _LISTED_WORDS and (not seen.ended or seen.block.form is Form.ITEM)


def _references(looks: Sequence[Look], found: list[Decided]) -> None:
    """A list of sources below a title that says so."""
    for at, seen in enumerate(looks):
        title = seen.text.strip(TRIM)
        if not titled(seen) or not REFERENCES.fullmatch(title) or not text_before(looks, found, at):
            continue
        end = at + 1
        while end < min(len(looks), at + _MOST_SOURCES) and (
            _source(looks[end], found[end]) or _button_between(looks, found, end)
        ):
            end += 1
        entries = [looks[each] for each in range(at + 1, end) if found[each] is None]
        if entries and sum(bool(_CITATION.search(entry.raw)) for entry in entries) * 2 >= len(entries):
            for inside in range(at, end):
                if (decided := found[inside]) is None or decided[0] is not Kind.NAVIGATION:
                    found[inside] = (Kind.APPENDED, "list of sources")


def _button_between(looks: Sequence[Look], found: Sequence[Decided], at: int) -> bool:
    """Whether a button stands among sources, as those that lead to a search engine do."""
    decided = found[at]
    return (
        decided is not None
        and decided[0] is Kind.NAVIGATION
        and any(_CITATION.search(seen.raw) for seen in looks[at + 1 : at + 3])
    )


def _source(seen: Look, decided: Decided) -> bool:
    if seen.block.form is Form.HEADING or seen.editable or REFERENCES.fullmatch(seen.text.strip(TRIM)):
        return False
    return decided is None or decided[0] is Kind.BYLINE


def type_notes(looks: Sequence[Look], found: list[Decided]) -> None:
    """What a publisher puts right, and what is said of the author behind the text."""
    for at, seen in enumerate(looks[:-1]):
        below = looks[at + 1]
        if (
            seen.words <= _SHORT_TITLE
            and _CORRECTIONS.fullmatch(seen.text.strip(TRIM))
            and found[at + 1] is None
            and below.words <= _NOTE_WORDS
            and text_before(looks, found, at)
        ):
            found[at] = (Kind.HEADING, "heads a note on a correction")
            found[at + 1] = (Kind.APPENDED, "note on a correction")
    last = next((at for at in range(len(looks) - 1, -1, -1) if found[at] is None), 0)
    if (name := _described(looks[last])) is not None and text_before(looks, found, last):
        pairs = zip(looks, found, strict=True)
        if any(decided is not None and decided[0] is Kind.BYLINE and name in seen.text for seen, decided in pairs):
            found[last] = (Kind.BYLINE, "note on the author")


def _described(seen: Look) -> str | None:
    """The name with which a short sentence about somebody opens."""
    name = _AUTHOR.match(seen.text.replace("*", "")) if seen.ended and seen.words <= _AUTHOR_WORDS else None
    return None if name is None else name[1]


def _behind_sponsor(looks: Sequence[Look], found: list[Decided]) -> None:
    """What stands directly below the line that announces a sponsor's words."""
    for at, seen in enumerate(looks[:-1]):
        decided = found[at]
        announced = (
            decided is not None and decided[0] is Kind.PROMOTION and _SPONSOR.search(seen.text) and not seen.ended
        )
        if announced and found[at + 1] is None and looks[at + 1].words <= _ADVERT_WORDS:
            found[at + 1] = (Kind.PROMOTION, "words of a sponsor")


def _questions_behind_introduction(looks: Sequence[Look], found: list[Decided]) -> None:
    """Questions and their headings from an introduction to added questions on."""
    inside = False
    for at, seen in enumerate(looks):
        decided = found[at]
        if decided is not None and decided[0] is Kind.APPENDED and "question" in decided[1]:
            inside = True
        elif inside and decided is None:
            if seen.prose and not seen.question and seen.block.form is Form.PLAIN and not seen.bold:
                inside = False
            else:
                found[at] = (Kind.APPENDED, "among questions added to the text")


def _exercises(looks: Sequence[Look], found: list[Decided]) -> None:
    """What follows a title such as "Comprehension" near the end, if it asks questions."""
    for at, seen in enumerate(looks):
        if not titled(seen) or not _EXERCISES.fullmatch(seen.text.strip(TRIM)) or not text_before(looks, found, at):
            continue
        behind = looks[at + 1 :]
        short = sum(other.words for other in behind) <= _BEHIND_SHARE * sum(other.words for other in looks[:at])
        numbered = sum(other.question and other.block.form is Form.ITEM for other in behind) >= _FEWEST_QUESTIONS
        if (short or numbered) and sum(other.question for other in behind) >= _FEWEST_ASKED:
            for below in range(_glossary(looks, found, at), len(looks)):
                if found[below] is None:
                    found[below] = (Kind.APPENDED, "among questions added to the text")
            return


def _glossary(looks: Sequence[Look], found: Sequence[Decided], at: int) -> int:
    """Where words explained above the questions begin, their title among them; the place of the questions if none."""
    start = at
    while start > 0 and found[start - 1] is None and _EXPLAINED.match(looks[start - 1].text):
        start -= 1
    titled_above = start < at and start > 0 and titled(looks[start - 1]) and not looks[start - 1].ended
    return start - titled_above


def _questions_at_the_end(looks: Sequence[Look], found: list[Decided]) -> None:
    """A run of questions to the reader at the very end that nobody answers."""
    at = len(looks)
    run: list[int] = []
    while at > 0:
        at -= 1
        seen = looks[at]
        if found[at] is not None:
            continue
        if run and _OPTION.match(seen.raw):
            continue
        if not (seen.question or (seen.bold and not seen.ended)):
            break
        run.append(at)
    asked = [at for at in run if looks[at].question]
    told = sum(any(word in looks[at].text.lower() for word in _OUTSIDE) for at in asked)
    if len(asked) >= _FEWEST_QUESTIONS and told * 2 >= len(asked) and text_before(looks, found, min(run)):
        for each in run:
            found[each] = (Kind.APPENDED, "questions to the reader behind the text")
