"""The evaluation of the ranking, on a tiny invented collection in the formats of the real ones."""

import math
from pathlib import Path

import pytest

from tests.benchmarks.judged import collections
from tests.benchmarks.ranking import main, mean, measured, ndcg, plain

_CRANFIELD = """.I 1
.T
wings of oak
.A
somebody,n.
.W
wings of oak
 oak wings bend in a storm .
.I 2
.T
kettles
.W
kettles
 a kettle sings before the water boils .
.I 3
.T
sails
.W
sails
 linen sails tear where the seam is weak .
"""
_CRANFIELD_QUERIES = """.I 004
.W
why do kettles sing .
.I 009
.W
which sails tear in a storm
"""
_SMART = """.I 7
.T
Baking Bread
.W
Flour and water become dough.
.X
7	5	7
.I 8
.T
Only a Title about Bridges
"""
_NPL = "1\nvalves for radio sets\nof every kind\n   /\n2\nthe ionosphere at night\n   /\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "cran/cran.all.1400": _CRANFIELD,
        "cran/cran.qry": _CRANFIELD_QUERIES,
        "cran/cranqrel": "1 2 1\n1 3 5\n1 1 -1\n2 0 3 2\n",
        "cisi/CISI.ALL": _SMART,
        "cisi/CISI.QRY": ".I 1\n.W\ndough from flour\n.I 2\n.W\nunjudged\n",
        "cisi/CISI.REL": "     1      7\t0\t0.000000\n",
        "cacm/cacm.all": _SMART,
        "cacm/query.text": '.I 5\n.W\n"bridges of wood" that carry a title\n',
        "cacm/qrels.text": "05 0008  0 0\n",
        "npl/doc-text": _NPL,
        "npl/query-text": "3\nIONOSPHERE\n/\n",
        "npl/rlv-ass": "3\n    2\n   /\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_collections_are_read_as_they_are_handed_around(folder: Path) -> None:
    read = {each.name: each for each in collections(folder)}
    assert list(read) == ["cranfield", "cisi", "cacm", "npl"]
    # queries of Cranfield are judged by their position, and a grade of 1 is the best
    assert read["cranfield"].queries == {1: "why do kettles sing .", 2: "which sails tear in a storm"}
    assert read["cranfield"].gains == {1: {2: 15, 3: 0, 1: 0}, 2: {3: 7}}
    assert [item.whole for item in read["cisi"].items] == [
        "Baking Bread\nFlour and water become dough.",
        "Only a Title about Bridges",
    ]
    assert read["cacm"].gains == {5: {8: 1}}
    assert read["cranfield"].items[0].whole.count("wings of oak") == 1
    assert read["npl"].queries == {3: "IONOSPHERE"}
    assert read["npl"].items[0].whole == "valves for radio sets of every kind"
    assert read["npl"].gains == {3: {2: 1}}


def test_a_figure_is_one_where_the_best_come_first_and_less_where_not() -> None:
    gains = {1: 3.0, 2: 1.0}
    assert ndcg([1, 2, 9], gains) == 1
    assert ndcg([9, 1, 2], gains) == pytest.approx((3 / math.log2(3) + 1 / 2) / (3 + 1 / math.log2(3)))
    assert ndcg([*range(10, 20), 1], gains) == 0
    assert ndcg([1], {}) == 0
    assert mean({1: [1], 2: []}, {1: {1: 1}, 2: {1: 1}}) == 0.5


def test_both_rankings_are_judged_and_nothing_is_withheld(folder: Path) -> None:
    figures = measured(collections(folder))
    assert {name: ours for name, (_, ours) in figures.items()} == {"cranfield": 1, "cisi": 1, "cacm": 1, "npl": 1}
    cranfield = next(each for each in collections(folder) if each.name == "cranfield")
    assert plain(cranfield)[1] == [2]


def test_the_command_prints_a_line_for_each_collection(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]] == [
        "cranfield",
        "cisi",
        "cacm",
        "npl",
    ]
    assert main([str(folder / "npl" / "nothing")]) == 1
