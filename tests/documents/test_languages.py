"""Languages and scripts of short invented texts."""

import pytest

from bot.documents.languages import detect, script

TEXTS = {
    "en": "The mill was closed in the spring, and the weavers have been without work for most of the year.",
    "de": "Die Mühle wurde im Frühjahr geschlossen, und die Weber sind seit einem Jahr nicht mehr bei der Arbeit.",
    "fr": "Le moulin a été fermé au printemps et les tisserands sont sans travail dans la ville pour une année.",
    "es": "El molino se cerró en la primavera y los tejedores no han tenido trabajo en la ciudad por un año.",
    "ru": "Мельница была закрыта весной, и ткачи не работают уже год, но из города они не уехали.",
    "uk": "Млин закрили навесні, і ткачі не працюють уже рік, та з міста вони не поїхали, як це було до того.",
    "ja": "工場は春に閉まりましたが、町の人々はまだそこで働いています。",
    "zh": "工厂在春天关闭了，但是城里的人们仍然在那里工作。",
    "ko": "공장은 봄에 문을 닫았지만 사람들은 아직 그곳에서 일한다.",
    "th": "โรงงานปิดในฤดูใบไม้ผลิแต่ผู้คนยังทำงานอยู่ที่นั่น",
}


@pytest.mark.parametrize("language", TEXTS)
def test_tells_the_language(language: str) -> None:
    assert detect(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text", ["", "12 % 34", "Mill", "Ada Thorne, Otto Brandl, Jan Novak, Eva Lind, Bo Ek, Li Na, Al Fox"]
)
def test_is_silent_where_nothing_tells(text: str) -> None:
    assert detect(text) is None


def test_half_the_letters_tell_the_script() -> None:
    assert script("Мельница mill") == "CYRILLIC"
    assert script("工場は") == script("工厂") == "CJK"
    assert script("ab бв") is None
    assert script("12") is None
