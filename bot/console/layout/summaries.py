"""How summaries look."""

from rich.console import RenderableType
from rich.text import Text

from bot.answers.results import CitedSentence, SummaryAnswer
from bot.console.layout.pieces import FAINT, STRONG, cited, counted, excerpt, joined, line, numbered, spaced
from bot.models import Document, Kind

_MINUTE = 60


def summary(answer: SummaryAnswer) -> RenderableType:
    """The chosen sentences, each with its paragraph, how they were chosen, and key phrases to go on with."""
    if answer.topic is not None and not answer.sentences:
        return line(answer.note or "Nothing was found.")
    parts: list[RenderableType] = [_head(answer)]
    parts += [_sentence(each, whole=answer.document is None) for each in answer.sentences]
    parts.append(Text(_foot(answer), FAINT))
    if answer.key_phrases:
        phrases = " · ".join(f"{place} {phrase}" for place, phrase in enumerate(answer.key_phrases, 1))
        parts.append(line(f"Key phrases: {phrases}", FAINT))
    if answer.note:
        parts.append(line(answer.note, FAINT))
    return spaced(parts)


def duration(seconds: int) -> str:
    """`40 s`, `5 min`."""
    return f"{seconds} s" if seconds < _MINUTE else f"{round(seconds / _MINUTE):,} min"


def _head(answer: SummaryAnswer) -> Text:
    if answer.document is None:
        return line(f"{answer.topic}, from {counted(answer.searched, 'document')}", STRONG)
    head = line(f"{answer.document.reference}  {answer.document.name}", STRONG)
    if origin := _origin(answer.document):
        head.append(f"\n{line(origin).plain}", FAINT)
    if answer.topic is not None:
        head.append(f"\n{line(f'about: {answer.topic}').plain}", FAINT)
    return head


def _origin(document: Document) -> str:
    known = document.metadata
    return joined([part for part in (known.publisher.value, known.published.value) if part], "·")


def _sentence(sentence: CitedSentence, *, whole: bool) -> RenderableType:
    place = sentence.citation
    if whole:
        return numbered("", excerpt(sentence.text, place), cited(place))
    page = [] if place.page is None else [Text(str(place.page), FAINT)]
    return numbered(f"¶{place.paragraph}", excerpt(sentence.text, place), *page)


def _foot(answer: SummaryAnswer) -> str:
    about = " about it" if answer.topic is not None else ""
    foot = (
        f"{len(answer.sentences)} of {counted(answer.of, 'sentence')}{about}, word for word, by {answer.method.value}"
    )
    foot += f"{_left_out(answer)}."
    if not answer.sentences:
        return foot
    reads = f"reads in {duration(answer.summary_seconds)}"
    return (
        f"{foot} {reads.capitalize()}{'' if answer.seconds is None else f', the whole in {duration(answer.seconds)}'}."
    )


def _left_out(answer: SummaryAnswer) -> str:
    kinds = [kind for kind in Kind if answer.left_out.get(kind)]
    if not kinds:
        return ""
    total = sum(answer.left_out.values())
    return f"; {counted(total, 'paragraph')} left out as {joined([kind.value for kind in kinds], 'or')}"
