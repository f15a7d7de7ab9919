"""The measure itself: scores worked out by hand, and a folder read from end to end."""

import json
from pathlib import Path

import pytest

from tests.benchmarks.rouge import ABLATIONS, CHOOSERS, Scores, common_places, examples, interval, main, rouge


def test_the_same_text_scores_one_and_another_none() -> None:
    summary = ["The ferry sails on Monday.", "Tickets cost five crowns."]
    assert rouge(summary, summary) == Scores(1.0, 1.0, 1.0)
    assert rouge(["Nothing alike here"], summary) == Scores(0.0, 0.0, 0.0)
    assert rouge([], summary) == Scores(0.0, 0.0, 0.0)


def test_scores_worked_out_by_hand() -> None:
    # 3 of 4 and 3 of 5 words, 1 of 3 and 1 of 4 pairs, and "the cat sat" in this order
    scores = rouge(["the cat down sat"], ["the cat quietly now sat"])
    assert scores == pytest.approx((2 * 3 / 9, 2 * 1 / 7, 2 * 3 / 9))
    # the same words in the other order: one of them at a time lies on a common subsequence
    assert rouge(["sat cat"], ["cat sat"]) == pytest.approx((1.0, 0.0, 0.5))


def test_the_union_over_sentences_counts_a_word_once() -> None:
    # Lin 2004, section 3.2: the union of w1 w2 and w1 w3 w5 against w1 w2 w3 w4 w5 is four words of five
    scores = rouge(["w1 w2 w6 w7 w8", "w1 w3 w8 w9 w5"], ["w1 w2 w3 w4 w5"])
    assert scores.longest == pytest.approx(2 * 4 / (10 + 5))


def test_stems_of_long_words_are_compared() -> None:
    assert rouge(["Ferries sailing"], ["ferry sailed"]).one == 1.0
    assert rouge(["ties"], ["tie"]).one == 1.0
    assert rouge(["was"], ["wa"]).one == 0.0


def test_a_longest_common_subsequence() -> None:
    assert common_places(list("abcbdab"), list("bdcaba")) in ([1, 2, 3, 5], [1, 4, 5, 6], [1, 2, 5, 6])
    assert common_places([], ["a"]) == []


def test_a_folder_is_read_and_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = (
        "The council met. It voted for a ferry.\n\nThe ferry sails in May.\n\n@highlight\n\nCouncil votes for ferry\n"
    )
    (tmp_path / "a.story").write_text(story, encoding="utf-8")
    line = json.dumps({"article": "A bridge closed.\nCracks were found.", "highlights": "Bridge closed\nCracks found"})
    (tmp_path / "b.jsonl").write_text(line + "\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("not an example", encoding="utf-8")
    read = list(examples(tmp_path))
    assert [len(example.sentences) for example in read] == [3, 2]
    assert read[0].paragraphs == (0, 0, 1)
    assert read[1].summary == ("Bridge closed", "Cracks found")
    assert main([str(tmp_path), "--sentences", "2"]) == 0
    assert [row.split()[0] for row in capsys.readouterr().out.splitlines()[1:]] == list(CHOOSERS)
    assert main([str(tmp_path), "--ablate"]) == 0
    assert [row[:14].strip() for row in capsys.readouterr().out.splitlines()[1:]] == list(ABLATIONS)


def test_an_interval_holds_the_mean_and_narrows() -> None:
    few, many = interval([1.0, 2.0, 3.0, 6.0]), interval([1.0, 2.0, 3.0, 6.0] * 50)
    assert few[0] < many[0] < 3.0 < many[1] < few[1]
    assert interval([2.0] * 9) == (2.0, 2.0)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 1
