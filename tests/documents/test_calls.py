"""What a sentence asks of its reader, and how much it speaks of its page."""

import pytest

from bot.documents import calls


@pytest.mark.parametrize(
    "text",
    [
        "Get our best recipes in your inbox every Friday",
        "Liked what you heard? Leave us a tip and unlock the bonus episode!",
        "Jetzt vier Wochen kostenlos testen: das Digitalabo",
        "To keep this newsletter free, please consider a small gift.",
        "Abonnez-vous dès 1 € par mois",
    ],
)
def test_a_call_is_told_from_what_it_asks_and_offers(text: str) -> None:
    assert calls.call(text) >= 2.5


@pytest.mark.parametrize(
    "text",
    [
        "Take the ferry at eight and get off at the second pier.",
        "The paper said that its newsletter had lost half of its subscribers.",
        "Let us go home. Tell your neighbours.",
        '"Subscribe to our newsletter," he shouted from the roof, and nobody did.',
        "Have you ever refused a commission?",
        "",
    ],
)
def test_a_sentence_that_reports_or_explains_is_no_call(text: str) -> None:
    assert calls.call(text) < 2.5


def test_a_notice_names_the_page_and_its_terms() -> None:
    assert calls.notice("By using this site you agree to our privacy policy and terms.") >= calls.NOTICE
    assert calls.notice("The views expressed in this article are those of the author.") >= calls.NOTICE
    assert calls.notice("The lock keeper opens the gates at six and closes them at ten.") == 0
    assert calls.notice("") == 0


def test_words_that_report_are_counted() -> None:
    assert calls.told("He said that she was late.") == 4
    assert calls.told("Open daily from ten to five.") == 0
