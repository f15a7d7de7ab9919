"""Decoding: marks, UTF-8, detection, and what is refused."""

import pytest

from bot.documents.decoding import Decoded, decode
from bot.errors import BadDocumentError


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Füße".encode(), "Füße", "UTF-8"),
        ("Füße".encode("utf-8-sig"), "Füße", "UTF-8 with BOM"),
        (b"\xff\xfe" + "Füße".encode("utf-16-le"), "Füße", "UTF-16 LE with BOM"),
        (b"\xfe\xff" + "Füße".encode("utf-16-be"), "Füße", "UTF-16 BE with BOM"),
        (b"\xff\xfe\0\0" + "Füße".encode("utf-32-le"), "Füße", "UTF-32 LE with BOM"),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", "UTF-8"),
    ],
)
def test_text_is_decoded_as_its_bytes_say(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_other_encodings_are_detected_and_said_to_be() -> None:
    text = "Der Fährmann grüßte, als wäre nichts geschehen, und öffnete die Tür. " * 5
    decoded = decode(text.encode("cp1252"), "a.txt")
    assert decoded.text == text
    assert decoded.encoding.startswith("detected: ")


def test_cyrillic_in_an_old_encoding_is_detected() -> None:
    text = "Паром снова ходит между островами, и никто не знает, надолго ли это. " * 8
    assert decode(text.encode("cp1251"), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "only white space"),
        (b"\xef\xbb\xbf", "only white space"),
        (b"text\0text", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"\xff\xfe\0\xd8", "does not go on as such"),
        (b"\x01\x02\x03 words \x04\x05", "control characters"),
        (bytes(range(128, 256)) * 3, "encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(BadDocumentError, match=why) as caught:
        decode(data, "a.txt")
    assert caught.value.message.startswith("a.txt")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le quai de la gare, ouvert en 1987, servait des crêpes à toute heure du jour.", "cp1252"),
        ("O barco não saiu; a mãe esperou até à noite.", "cp1252"),
        ("Båten låg på ön.", "cp1252"),
        ("Łódź płynęła powoli przez całą noc.", "cp1250"),
        ("Kůň běžel přes most a lidé čekali na druhém břehu řeky.", "cp1250"),
    ],
)
def test_what_reads_equally_well_in_two_encodings_is_in_the_more_widespread(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


POLISH = (
    "Strażnik śluzy zapisał w księdze, że woda podniosła się w nocy o siedem cali. Nikt we wsi "
    "mu nie uwierzył, dopóki most nie odpłynął. "
)
RUSSIAN = "Смотритель шлюза записал в книге, что вода поднялась за ночь на семь вершков. Никто ему не поверил. "


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [RUSSIAN * 3, "The keeper wrote it in his book.\n" * 3])
def test_utf_16_is_told_without_a_mark(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "a.txt") == Decoded(text, codec.upper().replace("-16-", "-16 "))


def test_a_few_damaged_bytes_do_not_garble_the_rest() -> None:
    data = RUSSIAN.encode()[:41] + b"\xff" + RUSSIAN.encode()[41:]
    found = decode(data, "a.txt")
    assert found.encoding.startswith("UTF-8 with ")
    assert "вода поднялась за ночь" in found.text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (POLISH, "iso8859-2"),
        ("Kapak bekçisi defterine suyun gece yedi parmak yükseldiğini yazdı. Köyde kimse ona inanmadı. ", "cp1254"),
        ("水門の番人は、一晩で水が七寸上がったと帳面に書いた。村では誰も彼を信じなかった。", "iso2022_jp"),
    ],
)
def test_encodings_of_other_regions_are_told(text: str, codec: str) -> None:
    assert decode((text * 3).encode(codec), "a.txt").text == text * 3
