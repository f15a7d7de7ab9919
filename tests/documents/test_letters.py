"""The close of a letter belongs to what was written."""

from bot.documents.reader import derive
from bot.models import Format, Kind

BODY = "The lock keeper of Orran opens the gates at six, and closes them when the last barge has gone.\n\n"


def kinds(text: str) -> dict[str, Kind]:
    document = derive(text, file="x.txt", format=Format.TEXT, encoding="UTF-8", sha256="")
    return {each.span.of(text): each.kind for each in document.paragraphs}


def test_the_names_below_a_close_are_part_of_the_letter() -> None:
    found = kinds(
        f"The gates\n\nDear all,\n\n{BODY}Kind regards,\nOla Brandt\nKeeper\n\nShare\nPrint\nPrivacy policy\n"
    )
    assert found["Dear all,"] is found["Kind regards,"] is found["Ola Brandt"] is Kind.BODY
    assert found["Share"] is Kind.NAVIGATION


def test_a_button_below_a_letter_is_no_name() -> None:
    found = kinds(f"The gates\n\nDear all,\n\n{BODY}BOOK TICKETS\n\nShare\nPrint\nPrivacy policy\n")
    assert found["BOOK TICKETS"] is not Kind.BODY
