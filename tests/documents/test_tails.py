"""Behind a text each line is given the kind of what it belongs to."""

from typing import Final

from bot.documents.reader import read
from bot.models import Kind

_TEXT: Final = (
    "The mayor of Linden opened the bridge on Friday, in the rain, with the scissors that had opened the last one.\n\n"
    "It is the third bridge at this place. The first was taken by the river, and the second by the railway in 1904."
)


def _kinds(text: str) -> dict[str, Kind]:
    return {each.span.of(text): each.kind for each in read(text.encode(), "page.txt").paragraphs}


def test_dates_of_remarks_are_no_credits_of_the_text() -> None:
    found = _kinds(
        f"Bridge opens\n\nBy Ada Finch\n\n4 May 2011\n\n{_TEXT}\n\n2 comments\n\nPeggy said...\n\n"
        "Nobody asked me about the scissors.\n\n5 May 2011 at 10:12"
    )
    assert found["4 May 2011"] is Kind.BYLINE
    assert found["5 May 2011 at 10:12"] is Kind.APPENDED


def test_menu_that_closes_a_page_is_none_of_the_titles_above_it() -> None:
    found = _kinds(
        f"Bridge opens\n\n{_TEXT}\n\nRelated stories\n\nWhat became of the second bridge at Linden\n\n"
        "Twelve ways to cross a river\n\nOur Sites\n\nTrades & Services\n\nHow to Complain\n\nPrivacy policy"
    )
    assert found["Twelve ways to cross a river"] is Kind.APPENDED
    assert {found[each] for each in ("Our Sites", "Trades & Services", "How to Complain")} == {Kind.NAVIGATION}


def test_caption_above_its_credit() -> None:
    caption = "The bridge at Linden carries nobody on its first morning. It was closed again at noon."
    found = _kinds(f"Bridge opens\n\nBy Ada Finch\n\n{caption}\nPhoto by Dale Husk\n\n{_TEXT}")
    assert found[caption] is Kind.BYLINE
    apart = _kinds(f"Bridge opens\n\nBy Ada Finch\n\n{caption}\n\nPhoto by Dale Husk\n\n{_TEXT}")
    assert apart[caption] is Kind.BODY


def test_names_beside_the_dates_of_posts_are_no_running_heads() -> None:
    posts = "\n\n".join(
        f"oldglass\nPosts\n{400 + day}\n1{day} May 2011, 9:15 pm\n\n{sentence}"
        for day, sentence in enumerate(
            (
                "The lens has a spot on the inside that grows, and I have been told not to keep it beside the others.",
                "It was cleaned on Sunday with what the chemist gave me, and the spot is now on the other side of it.",
                "I have sold it to my brother, who has no other lenses, and who says that he likes a soft picture.",
            )
        )
    )
    kinds = [each for text, each in _kinds(f"Spot on a lens\n\n{posts}").items() if text in {"oldglass", "Posts"}]
    assert kinds == [Kind.BYLINE, Kind.BYLINE]
