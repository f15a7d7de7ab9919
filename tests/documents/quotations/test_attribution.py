"""Quotations and speakers of whole texts: each case is a text, a paragraph a line, and what should come of it.

What should come is a line for each quotation: its words, the speaker, and the basis; "?" stands for nobody.
"""

import pytest

from bot.documents.quotations.attribution import attribute
from bot.documents.quotations.model import Marks
from bot.documents.sentences import split


def marks_of(text: str, author: str | None = None, language: str | None = "en") -> list[Marks]:
    return attribute([(each, split(each, language)) for each in text.split("\n")], author=author, language=language)


def told(text: str, author: str | None = None, language: str | None = "en") -> list[str]:
    lines: list[str] = []
    for paragraph, marks in zip(text.split("\n"), marks_of(text, author, language), strict=True):
        for each in marks.quotations:
            speaker = "?" if each.speaker is None else f"{each.speaker.name} ({each.speaker.basis})"
            lines.append(f"{each.span.of(paragraph)} | {speaker}")
    return lines


CLAUSES = {
    "name, then verb": ("“The mill stays open,” Ada Thorne said.", ["The mill stays open, | Ada Thorne (named)"]),
    "verb, then name": ("“The mill stays open,” said Ada Thorne.", ["The mill stays open, | Ada Thorne (named)"]),
    "title before the name": (
        "“The mill stays open,” said Mayor Ada Thorne.",
        ["The mill stays open, | Ada Thorne (named)"],
    ),
    "role in small letters before the name": (
        "“The mill stays open,” ministry spokesman Otto Brandl said on Friday.",
        ["The mill stays open, | Otto Brandl (named)"],
    ),
    "apposition between name and verb": (
        "“The mill stays open,” Ada Thorne, the deputy head of the trade board, told reporters.",
        ["The mill stays open, | Ada Thorne (named)"],
    ),
    "apposition behind the name": (
        "“The mill stays open,” said Ada Thorne, 44, a weaver from Leeds who runs it.",
        ["The mill stays open, | Ada Thorne (named)"],
    ),
    "office, then name in commas": (
        "“The mill stays open,” the owner's lawyer, Ada Thorne, said.",
        ["The mill stays open, | Ada Thorne (named)"],
    ),
    "no comma before the clause": (
        "“The mill stays open” said Ada Thorne in Leeds.",
        ["The mill stays open | Ada Thorne (named)"],
    ),
    "a full stop before the clause": (
        "“The mill stays open.” Thorne said on Friday. Ada Thorne owns it.",
        ["The mill stays open. | Ada Thorne (resolved)"],
    ),
    "a verb in -ing behind another clause": (
        "Otto Brandl did not attend but sent a letter, Ada Thorne said, adding, “They will not be missed by anybody.”",
        ["They will not be missed by anybody. | Ada Thorne (named)"],
    ),
    "a region is not who speaks": (
        "After a mill burned in Toledo, Calif., a weaver praised the owners in a letter: “They saved what they could.”",
        ["They saved what they could. | ?"],
    ),
    "initial in the name": ("“It stays,” said Ada B. Thorne, a weaver.", ["It stays, | Ada B. Thorne (named)"]),
    "party in brackets": ("“It stays,” said Rep. Ada Thorne (D-Ohio).", ["It stays, | Ada Thorne (named)"]),
    "adverb before the verb": ("“It stays,” Ada Thorne later added.", ["It stays, | Ada Thorne (named)"]),
    "a verb that is in no list": ("“It stays,” Ada Thorne trilled.", ["It stays, | Ada Thorne (named)"]),
    "verb before the quotation": ("Ada Thorne said: “The mill stays.”", ["The mill stays. | Ada Thorne (named)"]),
    "comma before the quotation": ("Ada Thorne replied, “It stays.”", ["It stays. | Ada Thorne (named)"]),
    "that before the quotation": (
        "Ada Thorne said on Monday that “the mill can and must stay open.”",
        ["the mill can and must stay open. | Ada Thorne (named)"],
    ),
    "part of a sentence": (
        "Ada Thorne told the Daily Loom that weavers “can and must stand together” against the closure.",
        ["can and must stand together | Ada Thorne (named)"],
    ),
    "gerund": (
        "Ada Thorne opened the meeting with a smile, saying, “We are still weaving.”",
        ["We are still weaving. | Ada Thorne (named)"],
    ),
    "gerund behind a report": (
        "Ada Thorne said the looms were old, adding that “nobody mends them.”",
        ["nobody mends them. | Ada Thorne (named)"],
    ),
    "called": ("Ada Thorne called the plan “quite reckless.”", ["quite reckless. | Ada Thorne (named)"]),
    "described": (
        "Ada Thorne described the plan as “a slow goodbye.”",
        ["a slow goodbye. | Ada Thorne (named)"],
    ),
    "name and colon": ("Ada Thorne: “The mill stays open.”", ["The mill stays open. | Ada Thorne (named)"]),
    "answer with colon": (
        "Ada Thorne's answer was: “The mill stays open.”",
        ["The mill stays open. | Ada Thorne (named)"],
    ),
    "according to behind": (
        "“The mill stays open,” according to Ada Thorne.",
        ["The mill stays open, | Ada Thorne (named)"],
    ),
    "as somebody put it": (
        "As Ada Thorne put it: “The mill stays open.”",
        ["The mill stays open. | Ada Thorne (named)"],
    ),
    "signed with a dash": (
        "“The mill is my whole life.” ― Ada Thorne",
        ["The mill is my whole life. | Ada Thorne (named)"],
    ),
    "question": ("“Who mends the looms?” Ada Thorne asked.", ["Who mends the looms? | Ada Thorne (named)"]),
    "exclamation": ("“Not while I live!” shouted Ada Thorne.", ["Not while I live! | Ada Thorne (named)"]),
    "split by the clause": (
        "“The mill,” Ada Thorne said, “stays open.”",
        ["The mill, | Ada Thorne (named)", "stays open. | Ada Thorne (named)"],
    ),
    "two stretches, one clause": (
        "Only weavers can stop “a quiet disaster for the town” because “the owners are never here,” Ada Thorne said.",
        ["a quiet disaster for the town | Ada Thorne (named)", "the owners are never here, | Ada Thorne (named)"],
    ),
    "two speakers in one sentence": (
        "Ada Thorne called it “a slow goodbye” and Jon Reyes called it “an honest offer.”",
        ["a slow goodbye | Ada Thorne (named)", "an honest offer. | Jon Reyes (named)"],
    ),
    "speech within speech belongs to the outer": (
        "“He told me ‘go home’ and shut the gate,” said Ada Thorne.",
        ["He told me ‘go home’ and shut the gate, | Ada Thorne (named)"],
    ),
    "straight marks": ('"The mill stays open," said Ada Thorne.', ["The mill stays open, | Ada Thorne (named)"]),
    "doubled single marks": (
        "''The mill stays open,'' said Ada Thorne.",
        ["The mill stays open, | Ada Thorne (named)"],
    ),
    "guillemets": ("«The mill stays open», said Ada Thorne.", ["The mill stays open | Ada Thorne (named)"]),
    "single marks throughout": (
        "‘The mill stays open,’ said Ada Thorne.",
        ["The mill stays open, | Ada Thorne (named)"],
    ),
    "mark on the wrong side": (
        "Ada Thorne said that the gate is shut. ” Perhaps you should ask the owners.”",
        ["Perhaps you should ask the owners. | Ada Thorne (carried)"],
    ),
    "label within the marks": (
        "Ada Thorne met Jon Reyes.\n“THORNE: Who mends the looms?",
        ["THORNE: Who mends the looms? | Ada Thorne (resolved)"],
    ),
}

RUNNING = {
    "next sentence": (
        "“It stays,” said Ada Thorne. “The looms are old but sound.”",
        ["It stays, | Ada Thorne (named)", "The looms are old but sound. | Ada Thorne (carried)"],
    ),
    "over paragraphs, each opened again": (
        "“The looms are old,” said Ada Thorne. “They are sound.\n“Nobody mends them.\n“We do it ourselves.”",
        [
            "The looms are old, | Ada Thorne (named)",
            "They are sound. | Ada Thorne (carried)",
            "Nobody mends them. | Ada Thorne (carried)",
            "We do it ourselves. | Ada Thorne (carried)",
        ],
    ),
    "introduced by a colon": (
        "Ada Thorne was asked about the owners and said:\n“They have never seen a loom.”",
        ["They have never seen a loom. | Ada Thorne (carried)"],
    ),
    "sentence of reported speech before it": (
        "Ada Thorne said the mill would stay. “The looms are old but sound.”",
        ["The looms are old but sound. | Ada Thorne (carried)"],
    ),
    "quotation in the paragraph before": (
        "“The looms are old but sound,” said Ada Thorne.\n“Nobody but us has ever mended them.”",
        [
            "The looms are old but sound, | Ada Thorne (named)",
            "Nobody but us has ever mended them. | Ada Thorne (carried)",
        ],
    ),
    "clause comes with the second": (
        "“The looms are old but sound.” “Nobody mends them,” said Ada Thorne.",
        ["The looms are old but sound. | Ada Thorne (carried)", "Nobody mends them, | Ada Thorne (named)"],
    ),
}

FULL_NAMES = {
    "surname": (
        "Ada Thorne runs the mill.\n“It stays,” Thorne said.",
        ["It stays, | Ada Thorne (resolved)"],
    ),
    "surname with honorific": (
        "Ada Thorne runs the mill.\n“It stays,” Ms. Thorne said.",
        ["It stays, | Ada Thorne (resolved)"],
    ),
    "family name first": (
        "Ministry spokesperson Chen Yuwei spoke.\n“It stays,” Chen said.",
        ["It stays, | Chen Yuwei (resolved)"],
    ),
    "she": ("Ada Thorne runs the mill. “It stays,” she said.", ["It stays, | Ada Thorne (resolved)"]),
    "he": ("Peter Reyes owns the mill. “It closes,” he said.", ["It closes, | Peter Reyes (resolved)"]),
    "she is not the man named last": (
        "Ada Thorne runs the mill for Peter Reyes.\n“It stays,” she said.",
        ["It stays, | Ada Thorne (resolved)"],
    ),
    "he is the last speaker": (
        "“It closes,” said Peter Reyes.\n“There is no money,” he added.",
        ["It closes, | Peter Reyes (named)", "There is no money, | Peter Reyes (resolved)"],
    ),
    "pronoun over a sentence that has one": (
        "Peter Reyes owns the mill. He bought it from Martin Hale. “It closes,” he said.",
        ["It closes, | Peter Reyes (resolved)"],
    ),
    "pronoun of the other gender goes past": (
        (
            "“It stays,” said Oluwaseun Adeyemi. He is a weaver. “It is warm,” he says.\n"
            "His employer, Mary Daudet, shrugs. “It is cold,” she says."
        ),
        [
            "It stays, | Oluwaseun Adeyemi (named)",
            "It is warm, | Oluwaseun Adeyemi (resolved)",
            "It is cold, | Mary Daudet (resolved)",
        ],
    ),
    "office": (
        "Union chairwoman Ada Thorne spoke.\n“It stays,” the chairwoman said.",
        ["It stays, | Ada Thorne (resolved)"],
    ),
    "office with a country": (
        "Norwegian President Ada Thorne met Danish President Jon Reyes.\n“It stays,” the Danish president said.",
        ["It stays, | Jon Reyes (resolved)"],
    ),
    "two of one surname, first names given": (
        "“It stays,” said Ada Thorne. “It closes,” said Mark Thorne.",
        ["It stays, | Ada Thorne (named)", "It closes, | Mark Thorne (named)"],
    ),
    "two of one surname, honorific decides": (
        "Ada Thorne and Mark Thorne met.\n“It stays,” Mrs. Thorne said. “It closes,” Mr. Thorne said.",
        ["It stays, | Ada Thorne (resolved)", "It closes, | Mark Thorne (resolved)"],
    ),
    "two of one surname, nothing decides": (
        "Ada Thorne and Mark Thorne met in the yard.\n“It stays,” Thorne said.",
        ["It stays, | ?"],
    ),
    "two of one surname, office decides": (
        (
            "Ministry spokesperson Chen Yuwei spoke on Monday.\n“We wait,” said Chen Yun, a professor at Lakeside.\n"
            "“We act,” ministry spokesperson Chen said."
        ),
        ["We wait, | Chen Yun (named)", "We act, | Chen Yuwei (resolved)"],
    ),
    "two of one surname, the only one so far": (
        (
            "Ministry spokesperson Chen Yuwei spoke on Monday.\n“We act,” Chen said.\n"
            "“We wait,” said Chen Yun, a professor at Lakeside College."
        ),
        ["We act, | Chen Yuwei (resolved)", "We wait, | Chen Yun (named)"],
    ),
    "junior and senior stay apart": (
        "“It stays,” said Tom Hale. “It closes,” said Tom Hale Jr.",
        ["It stays, | Tom Hale (named)", "It closes, | Tom Hale Jr. (named)"],
    ),
    "initials keep two apart": (
        "“It stays,” said John A. Hale. “It closes,” said John B. Hale.",
        ["It stays, | John A. Hale (named)", "It closes, | John B. Hale (named)"],
    ),
    "short form of the first name": (
        "Thomas Hale runs the mill.\n“It stays,” Tom Hale said.",
        ["It stays, | Thomas Hale (named)"],
    ),
    "a word before the full name": (
        "Comedian Ada Thorne came.\nAda Thorne runs the mill.\n“It stays,” Thorne said.",
        ["It stays, | Ada Thorne (resolved)"],
    ),
    "full name stands later": (
        "Thorne said: “It stays.”\nAda Thorne runs the mill.",
        ["It stays. | Ada Thorne (resolved)"],
    ),
    "never named in full": ("“It stays,” Thorne said.", ["It stays, | Thorne (named)"]),
}

GROUPS = {
    "analysts": ("“It will close within a year,” analysts said.", ["It will close within a year, | analysts (named)"]),
    "some of them": ("“It will close,” said some weavers.", ["It will close, | some weavers (named)"]),
    "a spokesman for somebody": (
        "“It will close,” said a spokesman for Peter Reyes.",
        ["It will close, | a spokesman for Peter Reyes (named)"],
    ),
    "somebody's campaign": (
        "“It will close,” the Reyes campaign said in a statement.",
        ["It will close, | the Reyes campaign (named)"],
    ),
    "nobody in particular": ("“It will close,” said one. “Soon,” added another.", ["It will close, | ?", "Soon, | ?"]),
    "two names": (
        "“It will close,” Peter Reyes and Martin Hale said.",
        ["It will close, | Peter Reyes and Martin Hale (named)"],
    ),
    "agency behind, speaker before": (
        "Ada Thorne said on Monday that the “mill should never be sold to strangers,” Bloomberg reported.",
        ["mill should never be sold to strangers, | Ada Thorne (named)"],
    ),
    "agency only": ("“The mill closes in May,” Xinhua reported.", ["The mill closes in May, | ?"]),
    "paper that reports": ("“The mill closes in May,” the Daily Herald reported.", ["The mill closes in May, | ?"]),
    "told to an agency": ("“It stays,” Ada Thorne told Reuters.", ["It stays, | Ada Thorne (named)"]),
    "speaker, according to an agency": (
        "“It stays,” Ada Thorne said, according to TASS.",
        ["It stays, | Ada Thorne (named)"],
    ),
}

NOT_SPEECH = {
    "title of a book": ("She wrote the novel “Threads of Winter” in a year.", []),
    "entitled": ("The paper, titled “Looms and Rivers of the North”, came out in May.", []),
    "so-called": ("The so-called “weavers' tax” was dropped.", []),
    "term": ("The term “warp” means the long threads.", []),
    "known as": ("The barn is known as “the old mill” in the village.", []),
    "nickname": ("Peter “Red” Reyes owns the mill.", []),
    "scare quotes": ("The “experts” never came to the village.", []),
    "one word before a noun": ("Peter Reyes said the “rescue” plan was ready.", []),
    "name of a show beside speech": (
        "On the show “Morning Loom,” Ada Thorne said, “It stays.”",
        ["It stays. | Ada Thorne (named)"],
    ),
    "inches": ('The shelf is 12" deep and 30" wide.', []),
    "nothing between": ("He wrote “” on the wall.", []),
}

NOBODY = {
    "stands alone": ("“The mill has stood here for ninety years.”", ["The mill has stood here for ninety years. | ?"]),
    "unknown pronoun": ("“The mill has stood here for long,” he said.", ["The mill has stood here for long, | ?"]),
    "who was asked does not speak": ("Ada Thorne was asked, “Who mends the looms?”", ["Who mends the looms? | ?"]),
    "narrative before it": (
        "The gate of the mill was painted green. “The mill has stood here for ninety years.”",
        ["The mill has stood here for ninety years. | ?"],
    ),
    "two people before it": (
        "Ada Thorne met Peter Reyes at the gate. “The mill has stood here for ninety years.”",
        ["The mill has stood here for ninety years. | ?"],
    ),
    "proverb in a sentence": (
        "It proved once more how “many hands make very light work” in a mill.",
        ["many hands make very light work | ?"],
    ),
    "two names that meet are not one": (
        "Norway waits, and Denmark waits.\nNobody asked Denmark.\nOn Norway Denmark waits.\n“We wait,” Norway said.",
        ["We wait, | Norway (named)"],
    ),
    "an initial is part of a name": (
        "“It stays open,” said A. Thorne.",
        ["It stays open, | A. Thorne (named)"],
    ),
    "a clause about somebody who is not named": (
        "“It stays open,” said Ada Thorne.\n“The lamps burn all night,” somebody else said.",
        ["It stays open, | Ada Thorne (named)", "The lamps burn all night, | ?"],
    ),
    "first person without an author": ("“It stays open,” I said.", ["It stays open, | ?"]),
}

CASES = {**CLAUSES, **RUNNING, **FULL_NAMES, **GROUPS, **NOT_SPEECH, **NOBODY}


@pytest.mark.parametrize("name", CASES)
def test_tells_who_says_what(name: str) -> None:
    text, expected = CASES[name]
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It stays open,” I said.", ["It stays open, | Ada Thorne (author)"]),
        ("In May I wrote that “the mill stays open for us.”", ["the mill stays open for us. | Ada Thorne (author)"]),
        ("“It closes,” said Peter Reyes.", ["It closes, | Peter Reyes (named)"]),
    ],
)
def test_first_person_is_the_author(text: str, expected: list[str]) -> None:
    assert told(text, author="Ada Thorne") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("„Młyn zostanie otwarty na długo”, powiedziała Ada Thorn.", "pl", ["Młyn zostanie otwarty na długo | ?"]),
        ("Der Roman „Fäden“ erschien im Mai.", "de", []),
        ("„Die Mühle bleibt offen“, stand gestern auf dem Tor.", "de", ["Die Mühle bleibt offen | ?"]),
        ("«Мельница останется открытой», — сказал мэр.", None, ["Мельница останется открытой | ?"]),
        ("他说：“工厂将继续开放。”然后他回家了。", "zh", ["工厂将继续开放。 | ?"]),
        ("Die „neue Mitte“ der Stadt, sagte sie, sei leer.", "de", []),
        ("彼女は「この工場は閉めません」と言った。", "ja", ["この工場は閉めません | ?"]),
    ],
)
def test_other_languages_have_quotations_without_speakers(text: str, language: str | None, expected: list[str]) -> None:
    assert told(text, language=language) == expected


def test_mention_is_where_the_speaker_is_known_from() -> None:
    text = "Ada Thorne runs the mill.\n“It stays,” she said."
    speaker = marks_of(text)[1].quotations[0].speaker
    assert speaker is not None
    assert speaker.mention is not None
    assert speaker.mention.paragraph == 1
    assert speaker.mention.span.of(text.split("\n")[1]) == "she"
