"""What may differ between two passages that are one and the same."""

import pytest

from bot.wording.likeness import Likeness, marks, nearly_the_same

TEXT = (
    "The growers of the Lenner valley lost a third of their blossom to frost, and the cooperative expects a harvest of "
    "nine thousand tonnes, its chairwoman Ilo Brandt told reporters at the market."
)


def alike(first: str, second: str) -> bool:
    found = nearly_the_same(Likeness(first), Likeness(second))
    assert found == nearly_the_same(Likeness(second), Likeness(first))
    return found


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("growers", "farmers"),
        ("the market", "market"),
        ("told reporters", "told local reporters"),
        ("nine thousand", "9,000"),
        ("a harvest", "an apple harvest"),
        ("frost, and", "frost —"),
        ("cooperative", "co-operative"),
        ("expects", "expected"),
    ],
)
def test_few_plain_words_may_differ(words: str, others: str) -> None:
    changed = TEXT.replace(words, others)
    assert changed != TEXT
    assert alike(TEXT, changed)
    assert set(marks(TEXT)) & set(marks(changed))


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("nine thousand", "eight thousand"),
        ("nine thousand", "nearly nine thousand"),
        ("a third", "a quarter"),
        ("Lenner", "Kessel"),
        ("Ilo Brandt", "Brandt"),
        ("lost", "never lost"),
        ("expects", "does not expect"),
        ("told", "may have told"),
        ("lost", "gained"),
        ("at the market", "before the market"),
        ("its", "his"),
        ("frost, and the cooperative expects a harvest of", "hail, but growers will get an income from sales of"),
    ],
)
def test_what_changes_what_is_said_may_not(words: str, others: str) -> None:
    changed = TEXT.replace(words, others)
    assert changed != TEXT
    assert not alike(TEXT, changed)


def test_short_and_monotonous_texts_are_themselves_only() -> None:
    assert marks("The lamp was lit by hand.") == ()
    assert marks("lamp shade " * 20) == ()
    assert not alike("The lamp was lit by hand.", "A lamp was lit by hand.")


def test_scripts_without_capitals_must_agree() -> None:
    text = "议会星期二投票决定疏浚北部航道费用为四千万并且渡轮两个夏天不能通行"
    assert alike(text, text + "。")
    assert not alike(text, text.replace("北", "南"))
