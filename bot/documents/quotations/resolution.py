"""Resolution: from the subject of a reporting clause to the fullest name that the document gives, or to nobody."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from bot.documents.quotations import before, clauses, subjects
from bot.documents.quotations.agencies import is_agency
from bot.documents.quotations.clauses import Report, Way
from bot.documents.quotations.institutions import Institutions
from bot.documents.quotations.lexicon import COLLECTIVES, COMMON_PEOPLE, DETERMINERS, PLURAL_PEOPLE, ROLES, TITLES
from bot.documents.quotations.names import Name, find
from bot.documents.quotations.page import MASK, Page
from bot.documents.quotations.people import People, Person
from bot.documents.quotations.subjects import Form, Subject
from bot.models import Mention, Span, Speaker, SpeakerBasis

_GENDERS: Final = {"he": "m", "she": "f"}
_ANYBODY: Final = frozenset({"one", "another", "others", "some", "many"})
_FIRST: Final = frozenset({"i", "we"})
# How many sentences back a pronoun may lead.
_SENTENCES_BACK: Final = 9
_PARAGRAPHS_BACK: Final = 4
_HE: Final = re.compile(r"\b[Hh]e\b")
_SHE: Final = re.compile(r"\b[Ss]he\b")
_REPORTS: Final = re.compile(r"\s+(?:also |has |later )?(?:said|says|told|tells|added|wrote|argued|noted|asked)\b")
_WORD: Final = re.compile(r"[\w’'-]+")
_INSTITUTION: Final = re.compile(r"[A-Z][a-z]+ (?:of|for) (?:the )?[A-Z]")
_OFFICES: Final = ROLES | TITLES | COMMON_PEOPLE | PLURAL_PEOPLE | COLLECTIVES


class Turn(NamedTuple):
    """A quotation or a report that has its speaker."""

    paragraph: int
    outer: Span
    speaker: Speaker


class Lead(NamedTuple):
    """The sentence before a quotation, and whether it introduces one."""

    paragraph: int
    report: Report
    introduces: bool


class _Candidate(NamedTuple):
    name: str
    gender: str
    mention: Mention


def _described(subject: Subject) -> str:
    """A description as it stands within a sentence: "the ministry" also where a sentence begins with it.

    What is a name but for its article goes without one: "Loom Times" for "the Loom Times".
    """
    text = " ".join(subject.text.split())
    first = text.partition(" ")[0]
    lower, rest = first.lower(), text[len(first) :]
    if (lower == "the" and _is_name(rest.split())) or _INSTITUTION.match(text) is not None:
        return rest.lstrip() if lower == "the" else text
    common = lower in COMMON_PEOPLE or (lower in ROLES and lower not in TITLES and rest[1:2].islower())
    return lower + rest if lower == "a" or ((common or lower in DETERMINERS) and not first.isupper()) else text


def _is_name(words: Sequence[str]) -> bool:
    """Whether words are all written as names are, and no office at the end."""
    last = words[-1].lower() if words else ""
    return bool(last) and last not in _OFFICES and all(word[0].isupper() for word in words)


class Resolver:
    """Traces subjects back within one document; `turns` are the quotations attributed so far, in order."""

    def __init__(self, pages: Sequence[Page], people: People, author: str | None) -> None:
        """Work on the paragraphs of one document, its people, and its author where it is in the first person."""
        self.turns: list[Turn] = []
        self._pages = pages
        self._people = people
        self._author = author
        self._known: dict[tuple[int, int, int], Speaker | None] = {}
        self._institutions = Institutions()

    def speaker(self, paragraph: int, report: Report) -> Speaker | None:
        """Who the subject of a reporting clause is; None where it is an agency, or cannot be told."""
        subject = report.subject
        key = (paragraph, subject.span.start, subject.span.end)
        if key not in self._known:
            self._known[key] = self._in_full(self._speaker(paragraph, report), subject)
        return self._known[key]

    def _in_full(self, speaker: Speaker | None, subject: Subject) -> Speaker | None:
        """A speaker that was named at its place, with the whole name of an institution."""
        if speaker is None or speaker.mention is None or speaker.basis is not SpeakerBasis.NAMED or subject.second:
            return speaker
        end = subject.span.end if subject.name is None else subject.name.last
        name, traced = self._institutions.whole(speaker.name, self._pages[speaker.mention.paragraph].text, end)
        return Speaker(name, SpeakerBasis.RESOLVED if traced else SpeakerBasis.NAMED, speaker.mention)

    def _speaker(self, paragraph: int, report: Report) -> Speaker | None:
        subject = report.subject
        mention = Mention(paragraph, subject.span)
        if subject.form is Form.NAME and subject.name is not None:
            return self._named(subject.name, mention)
        if subject.form is Form.DESCRIPTION:
            return self._described(subject, report, mention)
        word = subject.text.lower()
        if word in _FIRST:
            return None if self._author is None else Speaker(self._author, SpeakerBasis.AUTHOR, mention)
        if word in _GENDERS:
            candidate = self._antecedent(paragraph, subject.span.start, _GENDERS[word])
            if candidate is None:
                return None
            self._people.learn_gender(candidate.name, _GENDERS[word])
            return Speaker(candidate.name, SpeakerBasis.RESOLVED, mention)
        return self._collective(paragraph, subject.span.start, mention)

    def labelled(self, label: str, mention: Mention) -> Speaker | None:
        """Who is meant by a name in capitals before a colon."""
        names = find(label.title())
        if not names:
            return None
        person = self._people.full(names[0]) or self._people.resolve(names[0], (mention.paragraph, mention.span.start))
        if person is not None:
            return Speaker(person.name, SpeakerBasis.RESOLVED, mention)
        return Speaker(label, SpeakerBasis.NAMED, mention)

    def _named(self, name: Name, mention: Mention) -> Speaker | None:
        full = self._people.full(name)
        if full is not None:
            return Speaker(full.name, SpeakerBasis.NAMED, mention)
        place = (mention.paragraph, name.first)
        person = self._people.resolve(name, place)
        if person is not None:
            return Speaker(person.name, SpeakerBasis.RESOLVED, mention)
        if self._people.is_ambiguous(name):
            return None
        return Speaker(name.span.of(self._pages[mention.paragraph].text), SpeakerBasis.NAMED, mention)

    def _described(self, subject: Subject, report: Report, mention: Mention) -> Speaker | None:
        if subject.name is not None and subject.second is not None:
            return self._joint(subject.name, subject.second, mention)
        words = [word.lower() for word in _WORD.findall(subject.text)]
        cue = report.cue.of(self._pages[mention.paragraph].masked).lower()
        if is_agency(subject, cue) or words[-1] in _ANYBODY:
            return None
        if words[0] == "the" and words[-1] not in PLURAL_PEOPLE:
            person = self._by_role(subject, mention.paragraph)
            if person is not None:
                return Speaker(person.name, SpeakerBasis.RESOLVED, mention)
        return Speaker(_described(subject), SpeakerBasis.NAMED, mention)

    def _joint(self, first: Name, second: Name, mention: Mention) -> Speaker | None:
        """Two who speak together, each under the full name."""
        both = [self._named(name, mention) for name in (first, second)]
        names = [each.name for each in both if each is not None]
        return Speaker(" and ".join(names), SpeakerBasis.NAMED, mention) if len(names) == len(both) else None

    def _by_role(self, subject: Subject, paragraph: int) -> Person | None:
        """The person whose office a description names ("the Chinese president")."""
        words = _WORD.findall(subject.text)
        roles = [word.lower() for word in words[1:] if word[0].isupper() or word in TITLES or word in ROLES]
        last = words[-1].lower()
        if words[0].lower() != "the" or last not in roles or last in COLLECTIVES or len(roles) < len(words) - 1:
            return None
        return self._people.with_role(roles, (paragraph, subject.span.start))

    def _collective(self, paragraph: int, at: int, mention: Mention) -> Speaker | None:
        """Those whom "they" or "it" repeats: the last speaker, where that is no single person."""
        for turn in reversed(self.turns[-2:]):
            if paragraph - turn.paragraph <= 1 and turn.speaker.name not in self._people and " " in turn.speaker.name:
                return Speaker(turn.speaker.name, SpeakerBasis.RESOLVED, mention)
        subject = self._subject_before(paragraph, at)
        if subject is not None and subject.form is Form.DESCRIPTION:
            return Speaker(_described(subject), SpeakerBasis.RESOLVED, mention)
        return None

    def _subject_before(self, paragraph: int, at: int) -> Subject | None:
        for back, frame in self._frames_back(paragraph, at):
            return subjects.opening(
                self._pages[back], frame.start, min(frame.end, at if back == paragraph else frame.end)
            )
        return None

    def _frames_back(self, paragraph: int, at: int) -> Iterator[tuple[int, Span]]:
        """The frames that begin before a place, nearest first."""
        count = 0
        for back in range(paragraph, max(-1, paragraph - _PARAGRAPHS_BACK), -1):
            edges, frames = self._pages[back].edges, self._pages[back].frames
            last = bisect_left(edges, at) if back == paragraph else len(edges) - 1
            for right in range(min(last, len(edges) - 1), 0, -1):
                count += 1
                if count > _SENTENCES_BACK:
                    return
                yield back, frames[right - 1]

    def _antecedent(self, paragraph: int, at: int, gender: str) -> _Candidate | None:
        """Whom "he" or "she" means: the nearest speaker or subject of a sentence whose gender does not contradict."""
        pronoun = _HE if gender == "m" else _SHE
        for back, frame in self._frames_back(paragraph, at):
            end = min(frame.end, at) if back == paragraph else frame.end
            candidate = self._speaker_of(back, frame, end, gender) or self._subject_of(back, frame.start, end, gender)
            if candidate is not None:
                return candidate
            # a sentence that already says "he" is about the one before it, whomever else it names
            if pronoun.search(self._pages[back].masked, frame.start, end) is None:
                candidate = self._in_frame(back, frame.start, end, gender)
                if candidate is not None:
                    return candidate
        return None

    def _speaker_of(self, paragraph: int, frame: Span, end: int, gender: str) -> _Candidate | None:
        """The person who speaks in a frame, where that is settled."""
        for turn in reversed(self.turns[-6:]):
            if (
                turn.paragraph == paragraph
                and frame.start <= turn.outer.start < end
                and turn.speaker.mention is not None
            ):
                name = turn.speaker.name
                known = self._people.by_name(name)
                if known is not None and known.gender in ("", gender):
                    return _Candidate(name, known.gender, turn.speaker.mention)
                if known is None and name[0].isupper() and " " not in name:
                    return _Candidate(name, "", turn.speaker.mention)
        return None

    def _subject_of(self, paragraph: int, start: int, end: int, gender: str) -> _Candidate | None:
        """The person with whom a sentence begins."""
        opening = subjects.opening(self._pages[paragraph], start, end)
        if opening is None:
            return None
        if opening.name is None:
            person = self._by_role(opening, paragraph) if opening.form is Form.DESCRIPTION else None
            if person is None or person.gender not in ("", gender):
                return None
            return _Candidate(person.name, person.gender, Mention(paragraph, opening.span))
        candidate = self._candidate(paragraph, opening.name)
        return candidate if candidate is not None and candidate.gender in ("", gender) else None

    def _in_frame(self, paragraph: int, start: int, end: int, gender: str) -> _Candidate | None:
        """The first person of a frame who is known to be of a gender, or who reports something there."""
        page = self._pages[paragraph]
        for name in page.names_in(start, end):
            if name.organisation:
                continue
            candidate = self._candidate(paragraph, name)
            if candidate is not None and (
                candidate.gender == gender
                or (candidate.gender == "" and _REPORTS.match(page.masked, name.end, end) is not None)
            ):
                return candidate
        return None

    def _candidate(self, paragraph: int, name: Name) -> _Candidate | None:
        person: Person | None = self._people.full(name) or self._people.resolve(name, (paragraph, name.first))
        mention = Mention(paragraph, name.whole)
        if person is not None:
            return _Candidate(person.name, person.gender or name.gender, mention)
        if self._people.is_ambiguous(name):
            return None
        return _Candidate(name.span.of(self._pages[paragraph].text), name.gender, mention)

    def lead(self, paragraph: int, at: int) -> Lead | None:
        """The sentence before a place, with its subject."""
        for back, frame in self._frames_back(paragraph, at):
            page = self._pages[back]
            text = page.masked[frame.start : frame.end].rstrip()
            if not text.replace(MASK, "").strip(" .,"):
                continue
            stop = frame.start + len(text)
            report = before.report(page, frame.start, stop) or clauses.loose(page, frame.start, stop)
            if report is None or (report.way is Way.LOOSE and MASK in text):
                return None
            return Lead(back, report, text.endswith(":"))
        return None
