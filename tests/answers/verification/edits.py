"""A seeded generator of what people do to quotations, with the verdict that is due.

Every edit is made from words of a document as a reader sees them, between two blanks. What comes out is held against
all documents by a comparison of its own, so that an edit which happens to give another true quotation is not used.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

TRUE: Final = frozenset(("exact", "punctuation"))
_WORD: Final = re.compile(r"\w+")
_NEGATIONS: Final = ("not", "never", "no")
_OCR: Final = (("rn", "m"), ("m", "rn"), ("l", "1"), ("o", "0"), ("i", "l"), ("e", "c"), ("h", "b"), ("cl", "d"))
_SYNONYMS_TEXT: Final = """
said stated says states big large more additional new recent help assist many numerous also moreover about regarding
between among because since after following before prior people persons countries nations country nation should ought
must shall first initial work labour years seasons year season make produce made produced would might which that the
this of from and plus to towards in within a some for on that which
"""
_PAIRED: Final = _SYNONYMS_TEXT.split()
_SYNONYMS: Final = dict(zip(_PAIRED[::2], _PAIRED[1::2], strict=True))
_FOREIGN: Final = ("„{}“", "«{}»", "« {} »", "»{}«", "”{}”", "「{}」", "‚{}‘", "‹{}›", "“{}”", '"{}"', "'{}'")
_ELLIPSES: Final = ("…", "...", "[...]", "(…)", "[…]", ". . .", "(...)")


@dataclass(frozen=True, slots=True)
class Edit:
    """A text as it is pasted, how it was made, and the verdicts that are right; `speaker` is whose it is said to be."""

    kind: str
    text: str
    source: str
    due: frozenset[str]
    speaker: str | None = None


def squeezed(text: str) -> str:
    """The words of a text between single blanks: what an edit is held against, independent of the bot's own folding."""
    plain = text.casefold().replace("\u00ad", "")
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", plain)
    return f" {' '.join(_WORD.findall(plain))} "


class Editor:
    """Makes edits of documents, each a sequence of paragraphs; `spoken` are words in them, each with who says them."""

    def __init__(self, documents: Sequence[Sequence[str]], seed: int, spoken: Sequence[tuple[str, str]] = ()) -> None:
        self._spoken = spoken
        self._speakers = sorted({name for _, name in spoken})
        self._chance = random.Random(seed)  # noqa: S311 - texts to check, no secrets
        self._documents = [[each for each in document if each.strip()] for document in documents]
        self._paragraphs = [each for document in self._documents for each in document]
        self._long = [each for each in self._paragraphs if len(each.split()) >= 12]
        everything = [squeezed(" ".join(document)) for document in self._documents]
        self._squeezed = everything
        self._compact = [re.sub(r"\s", "", each) for each in everything]
        self._vocabulary = sorted(
            {word for each in everything for word in each.split() if len(word) > 3 and word.isalpha()}
        )
        self._names = sorted(
            {
                word.strip(".,;:“”\"'()")
                for each in self._paragraphs
                for word in each.split()[1:]
                if word[:1].isupper() and word.isalpha()
            }
        )
        self._makers: Mapping[str, tuple[Callable[[], tuple[str, str] | None], frozenset[str]]] = {
            "exact": (self._exact, frozenset(["exact"])),
            "enclosed": (self._enclosed, frozenset(["exact"])),
            "short": (self._short, frozenset(["exact"])),
            "case": (self._case, TRUE),
            "marks": (self._marks, TRUE),
            "spaces": (self._spaces, TRUE),
            "ellipsis": (self._ellipsis, frozenset(["punctuation"])),
            "two paragraphs": (self._two_paragraphs, TRUE),
            "word changed": (self._changed, frozenset(["altered"])),
            "short changed": (self._short_changed, frozenset(["altered"])),
            "negation in": (self._negated, frozenset(["altered"])),
            "negation out": (self._affirmed, frozenset(["altered"])),
            "number changed": (self._number, frozenset(["altered"])),
            "name swapped": (self._name, frozenset(["altered"])),
            "word dropped": (self._dropped, frozenset(["altered"])),
            "typo": (self._typo, frozenset(["altered"])),
            "three words changed": (self._three, frozenset(["altered"])),
            "clause moved": (self._moved, frozenset(["altered"])),
            "ocr": (self._ocr, frozenset(["altered"])),
            "light paraphrase": (self._light, frozenset(["altered"])),
            "joined": (self._joined, frozenset(["joined"])),
            "heavy paraphrase": (self._heavy, frozenset(["absent"])),
            "unrelated": (self._unrelated, frozenset(["absent"])),
        }

    @property
    def kinds(self) -> list[str]:
        """The kinds of edits that there are."""
        return [*self._makers, *(("speaker named", "speaker swapped") if self._spoken else ())]

    def edit(self, kind: str) -> Edit:
        """One edit of a kind."""
        if kind.startswith("speaker "):
            return self._claimed(kind, swapped=kind == "speaker swapped")
        make, due = self._makers[kind]
        for _ in range(400):
            made = make()
            if made is None:
                continue
            source, text = made
            is_true = self._stands(text)
            if due <= TRUE or not is_true:
                return Edit(kind, text, source, due)
        raise AssertionError(f"the documents give no {kind}")

    def _claimed(self, kind: str, *, swapped: bool) -> Edit:
        """Words that somebody says, said to be this person's or another's, under the full name or the last one."""
        while True:
            said, name = self._chance.choice(self._spoken)
            words = said.split()
            size = self._chance.randint(4, len(words))
            start = self._chance.randint(0, len(words) - size)
            text = " ".join(words[start : start + size])
            saying = {who for others, who in self._spoken if squeezed(text) in squeezed(others)}
            if others := [each for each in self._speakers if each not in saying]:
                claimed = self._chance.choice(others) if swapped else name
                claimed = self._chance.choice((claimed, claimed.split()[-1], claimed.upper()))
                return Edit(kind, text, said, frozenset(["other_speaker"]) if swapped else TRUE, claimed)

    def _stands(self, text: str) -> bool:
        """Whether the words of a text stand in a document, written together or apart."""
        words = squeezed(text)
        compact = re.sub(r"\s", "", words)
        return any(words in each for each in self._squeezed) or (
            "-" in text and any(compact in each for each in self._compact)
        )

    def _slice(self, least: int = 7, most: int = 50) -> list[str]:
        """Consecutive words of a paragraph."""
        while True:
            words = self._chance.choice(self._long).split()
            size = self._chance.randint(least, most)
            start = self._chance.randint(0, max(len(words) - size, 0))
            cut = words[start : start + size]
            if len(cut) >= least and sum(bool(_WORD.search(word)) for word in cut) >= least:
                return cut

    def _within(self, words: Sequence[str], fits: Callable[[str], bool] = str.isalpha) -> int | None:
        """The place of a word that is neither first nor last."""
        places = [place for place in range(1, len(words) - 1) if fits(words[place])]
        return self._chance.choice(places) if places else None

    def _original(self, words: Sequence[str]) -> tuple[str, int]:
        """The paragraph's own writing of a slice, with its white space."""
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        for paragraph in self._long:
            if found := pattern.search(paragraph):
                return found[0], found.start()
        raise AssertionError(words)

    def _exact(self) -> tuple[str, str]:
        text, _ = self._original(self._slice(4))
        return text, text

    def _enclosed(self) -> tuple[str, str] | None:
        text, _ = self._original(self._slice(4, 20))
        if re.search("[“”„\"'‘’‚«»‹›「」]", text):
            return None
        blank = self._chance.choice(("", " ", "\n", "\t \n"))
        return text, blank + self._chance.choice(_FOREIGN).replace("{}", text) + blank

    def _short(self) -> tuple[str, str]:
        text, _ = self._original(self._slice(3, 6))
        return text, text

    def _case(self) -> tuple[str, str]:
        text = " ".join(self._slice(3))
        return text, self._chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)

    def _marks(self) -> tuple[str, str]:
        text = " ".join(self._slice(4))
        way = self._chance.randrange(6)
        if way == 0:
            return text, text.translate(dict.fromkeys(map(ord, ',;:()“”"„«»'), None))
        if way == 1:
            return text, text.replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "-").replace(
                "—", " - "
            )
        if way == 2:
            return text, text.replace("'", "’").replace('"', "“").replace(" - ", " — ")
        if way == 3:
            return text, re.sub(
                r"(?<=\w)[.,;:](?=\s|$)", lambda _: self._chance.choice(("", ",", ";", " –", "!")), text
            )
        if way == 4:
            return text, self._chance.choice(_FOREIGN).replace("{}", f"{text.rstrip('.,;:')}.")
        return text, re.sub(r"(?<=[^\W\d])[-’'](?=[^\W\d])", "", text)

    def _spaces(self) -> tuple[str, str]:
        words = self._slice(3)
        blanks = [self._chance.choice((" ", "  ", "\n", "\u00a0", " \t", "\u202f", "\n\n")) for _ in words]
        return " ".join(words), "".join(f"{word}{blank}" for word, blank in zip(words, blanks, strict=True))

    def _ellipsis(self) -> tuple[str, str]:
        words = self._slice(10)
        first = self._chance.randint(3, len(words) - 6)
        last = self._chance.randint(first + 1, len(words) - 3)
        mark = self._chance.choice(_ELLIPSES)
        blank = " " if mark[0] in "[(." else self._chance.choice((" ", ""))
        return " ".join(words), " ".join(words[:first]) + " " + mark + blank + " ".join(words[last:])

    def _two_paragraphs(self) -> tuple[str, str] | None:
        document = self._chance.choice(self._documents)
        at = self._chance.randrange(len(document) - 1)
        before, after = document[at].split(), document[at + 1].split()
        if len(before) < 5 or len(after) < 5:
            return None
        text = " ".join(before[-self._chance.randint(4, 25) :] + after[: self._chance.randint(4, 25)])
        return text, text

    def _changed(self) -> tuple[str, str] | None:
        return self._with_changes(self._slice(6), 1)

    def _short_changed(self) -> tuple[str, str] | None:
        return self._with_changes(self._slice(4, 6), 1)

    def _three(self) -> tuple[str, str] | None:
        return self._with_changes(self._slice(12), 3)

    def _with_changes(self, words: list[str], count: int) -> tuple[str, str] | None:
        changed = list(words)
        for _ in range(count):
            place = self._within(changed)
            if place is None:
                return None
            changed[place] = self._chance.choice(self._vocabulary)
        return " ".join(words), " ".join(changed)

    def _negated(self) -> tuple[str, str]:
        words = self._slice(5)
        place = self._chance.randint(1, len(words) - 1)
        return " ".join(words), " ".join([*words[:place], self._chance.choice(_NEGATIONS), *words[place:]])

    def _affirmed(self) -> tuple[str, str] | None:
        words = self._slice(6)
        place = self._within(words, lambda word: word.lower() in {"not", "no", "never", "without", "nor"})
        return None if place is None else (" ".join(words), " ".join(words[:place] + words[place + 1 :]))

    def _number(self) -> tuple[str, str] | None:
        words = self._slice(6)
        place = self._within(words, lambda word: any(sign.isdigit() for sign in word))
        if place is None:
            return None
        digits = [at for at, sign in enumerate(words[place]) if sign.isdecimal()]
        at = self._chance.choice(digits)
        other = self._chance.choice([digit for digit in "123456789" if digit != words[place][at]])
        changed = words[place][:at] + other + words[place][at + 1 :]
        if self._chance.random() < 0.2:
            changed = words[place].replace(words[place][at], words[place][at] + "0", 1)
        return " ".join(words), " ".join([*words[:place], changed, *words[place + 1 :]])

    def _name(self) -> tuple[str, str] | None:
        words = self._slice(6)
        place = self._within(words, lambda word: word[:1].isupper() and word.isalpha())
        if place is None:
            return None
        name = self._chance.choice([each for each in self._names if each.casefold() != words[place].casefold()])
        return " ".join(words), " ".join([*words[:place], name, *words[place + 1 :]])

    def _dropped(self) -> tuple[str, str] | None:
        words = self._slice(6)
        place = self._within(words, lambda word: bool(_WORD.search(word)))
        return None if place is None else (" ".join(words), " ".join(words[:place] + words[place + 1 :]))

    def _typo(self) -> tuple[str, str] | None:
        words = self._slice(6)
        place = self._within(words, lambda word: len(word) > 4 and word.isalpha())
        if place is None:
            return None
        word = words[place]
        at = self._chance.randrange(1, len(word) - 2)
        wrong = self._chance.choice(
            (
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
            )
        )
        return " ".join(words), " ".join([*words[:place], wrong, *words[place + 1 :]])

    def _moved(self) -> tuple[str, str] | None:
        words = self._slice(14)
        size = self._chance.randint(3, len(words) // 3)
        start = self._chance.randint(0, len(words) - 2 * size)
        clause, rest = words[start : start + size], words[:start] + words[start + size :]
        place = self._chance.choice([at for at in range(len(rest) + 1) if abs(at - start) > 2])
        text = " ".join([*rest[:place], *clause, *rest[place:]])
        return (" ".join(words), text) if not re.search(r"[.!?]", text[:-1]) else None

    def _ocr(self) -> tuple[str, str]:
        words = self._slice(10)
        changed = list(words)
        for place in self._chance.sample(range(1, len(words) - 1), max(1, len(words) // 8)):
            fitting = [(right, wrong) for right, wrong in _OCR if right in words[place]]
            if fitting:
                changed[place] = words[place].replace(*self._chance.choice(fitting), 1)
        return " ".join(words), " ".join(changed)

    def _paraphrased(self, words: Sequence[str], share: float) -> list[str]:
        changed = []
        for word in words:
            if self._chance.random() < share:
                changed.append(_SYNONYMS.get(word, self._chance.choice(self._vocabulary)))
            else:
                changed.append(word)
        return changed

    def _light(self) -> tuple[str, str] | None:
        words = self._slice(12)
        changed = self._paraphrased(words, 0.2)
        same = sum(one == other for one, other in zip(words, changed, strict=True))
        return (" ".join(words), " ".join(changed)) if same / len(words) >= 0.7 else None

    def _heavy(self) -> tuple[str, str] | None:
        words = self._slice(12)
        kept = self._paraphrased(words, 0.75)
        pieces = [kept[at : at + 3] for at in range(0, len(kept), 3)]
        self._chance.shuffle(pieces)
        same = sum(one == other for one, other in zip(words, kept, strict=True))
        text = " ".join(word for piece in pieces for word in piece)
        return (" ".join(words), text) if same / len(words) <= 0.35 else None

    def _unrelated(self) -> tuple[str, str]:
        words = [self._chance.choice(self._vocabulary) for _ in range(self._chance.randint(5, 40))]
        return "", " ".join(words)

    def _joined(self) -> tuple[str, str] | None:
        cut = []
        for paragraph in self._chance.sample(self._long, 2):
            sentences = re.findall(r"[A-Z“\"][^.!?]{30,}?[a-z]{3}\.(?=\s|$)", paragraph)
            if not sentences:
                return None
            cut.append(self._chance.choice(sentences))
        text = " ".join(cut)
        return None if self._stands(text) else (text, text)
