"""Notices by where in a text their words stand."""

import pytest

from bot.documents.notices import read
from bot.models import Kind

SUBSCRIBE = (Kind.PROMOTION, "call to subscribe or follow")
RIGHTS = (Kind.APPENDED, "copyright line")


@pytest.mark.parametrize(
    ("text", "length", "notice"),
    [
        ("Subscribe to our newsletter", 4, SUBSCRIBE),
        ("Please subscribe to our newsletter", 5, SUBSCRIBE),
        ("The mill is shut. Please subscribe to our newsletter", 9, SUBSCRIBE),
        ("Read on and please sign up for the newsletter", 9, SUBSCRIBE),
        # a call counts at the beginning of a long paragraph, and elsewhere in a short one, never within a clause
        ("The mill is shut. Please subscribe to our newsletter", 31, None),
        ("Please subscribe to our newsletter", 31, SUBSCRIBE),
        ("They subscribe to our newsletter", 5, None),
        ("The weavers asked that all rights reserved by them be kept", 11, RIGHTS),
        ("京ICP证030173号", 4, RIGHTS),
        ("The weavers reserved a table", 5, None),
    ],
)
def test_reads_a_notice_where_it_may_stand(text: str, length: int, notice: tuple[Kind, str] | None) -> None:
    assert read(text, length) == notice
