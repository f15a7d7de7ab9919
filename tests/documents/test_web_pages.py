"""Web pages: no sentence lost, none doubled, their order kept, whatever the markup; what is hidden stays out."""

from typing import Final

import pytest

from bot.documents.reader import read
from bot.models import Kind

_RISES: Final = ("two", "five", "nine", "four", "seven", "three")
SAID: Final = tuple(f"The keeper wrote that the river had risen by {rise} inches in that night." for rise in _RISES)
PARAGRAPHS: Final = tuple(f"<p>{said}</p>" for said in SAID)
ALL: Final = "".join(PARAGRAPHS)


def _body(page: str) -> list[str]:
    """The sentences of the body."""
    document = read(page.encode(), "page.html")
    return [
        " ".join(sentence.of(each.span.of(document.text)).split()).removeprefix("- ")
        for each in document.paragraphs
        if each.kind is Kind.BODY
        for sentence in each.sentences
    ]


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><h1>Locks</h1>{ALL}</body></html>",
        f"<html><body><div>{'<br><br>'.join(SAID)}</div>",
        f"<html><body><h1>Locks<p>{'<p>'.join(SAID)}",
        f"<body><div><b>{''.join(PARAGRAPHS[:2])}</div></b><i>{PARAGRAPHS[2]}</i></span>{''.join(PARAGRAPHS[3:])}",
        "".join(f"<div>{said}</div>" for said in SAID),
        f"<html><frameset><frame src=a.html></frameset><noframes><body>{ALL}</body></noframes></html>",
        f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{ALL}</body></html>',
        f'<html><body><div class="comment-page" id="comments">{ALL}</div></body></html>',
        "".join(f"<section><h2>Part {at}</h2>{each}</section>" for at, each in enumerate(PARAGRAPHS)),
        f"<body><p>{SAID[0]}</p><ol>{''.join(f'<li>{said}</li>' for said in SAID[1:4])}</ol>{''.join(PARAGRAPHS[4:])}",
    ],
    ids=[
        "paragraphs",
        "line breaks",
        "unclosed",
        "wrongly nested",
        "blocks",
        "frames",
        "XHTML",
        "called a comment",
        "sections",
        "list",
    ],
)
def test_every_sentence_comes_once_and_in_order(page: str) -> None:
    assert _body(page) == list(SAID)


def test_tables_that_place_text_are_taken_apart_and_tables_of_facts_are_not() -> None:
    facts = "<table border=1><tr><th>Lock</th><th>Rise</th></tr><tr><td>One</td><td><p>4</p></td></tr></table>"
    page = (
        "<table width=100%><tr><td bgcolor=red colspan=2><h1>Canal News</h1></td></tr>"
        "<tr><td><a href=a>Home</a><br><a href=b>News</a><br><a href=c>Post</a></td>"
        f"<td><table><tr><td>{'<br><br>'.join(SAID[:3])}</td></tr></table>{facts}{''.join(PARAGRAPHS[3:])}</td></tr></table>"
    )
    document = read(page.encode(), "page.html")
    found = [each.span.of(document.text) for each in document.paragraphs]
    assert [each for each in found if each in SAID] == list(SAID)
    assert "| Lock | Rise |\n| One | 4 |" in found
    assert not any("Home" in each and "Canal" in each for each in found)


@pytest.mark.parametrize(
    "hidden",
    ["<template>{}</template>", '<div hidden="">{}</div>', '<div style="display:none">{}</div>', "<script>{}</script>"],
)
def test_what_a_page_hides_is_no_text(hidden: str) -> None:
    unseen = "Nobody has ever read this sentence on the page."
    assert _body(f"<html><body>{ALL}{hidden.format(f'<p>{unseen}</p>')}</body></html>") == list(SAID)


def test_linked_data_states_the_day() -> None:
    data = '{"@type": "NewsArticle", "datePublished": "2017-05-03T08:00:00Z"}'
    head = f'<html><head><script type="application/ld+json">{data}</script></head>'
    known = read(f"{head}<body>{ALL}</body></html>".encode(), "page.html").metadata
    assert known.published.value == "2017-05-03"


def test_blocks_in_a_cell_do_not_run_into_each_other() -> None:
    page = f"<body>{ALL}<table><tr><td>Lock<p>one</p></td><td>4<br>5</td></tr><tr><td>a</td><td>b</td></tr></table>"
    assert "| Lock one | 4 5 |" in read(page.encode(), "page.html").text


def test_what_is_nothing_but_a_way_to_another_page_is_navigation() -> None:
    more = (
        '<p><a href="/a?from=b c#d">Ten bridges that you should have seen</a></p>'
        '<ul><li><a href="/b">The harbour of Linden [pictures]</a></li>'
        '<li>The <a href="/c">lock keeper</a> of Linden is old.</li></ul>'
    )
    told = '<p><a href="/d">The keeper wrote it down in a book that was lost.</a></p>'
    page = (
        f"<html><body><article><h1>Locks</h1>{''.join(PARAGRAPHS[:3])}{more}{told}{''.join(PARAGRAPHS[3:])}</article>"
    )
    document = read(page.encode(), "page.html")
    ways = {each.span.of(document.text): each.reason for each in document.paragraphs if each.kind is Kind.NAVIGATION}
    assert ways == {
        "[Ten bridges that you should have seen](/a)": "nothing but links",
        "- [The harbour of Linden (pictures)](/b)": "nothing but links",
    }
    sentences = _body(page)
    assert [each for each in sentences if each not in SAID] == [
        "The lock keeper of Linden is old.",
        "The keeper wrote it down in a book that was lost.",
    ]
