"""A seeded generator of news in English: invented people, towns and events, with dates, figures and quotations."""

import random
from collections.abc import Iterator
from itertools import islice
from typing import Final

_FIRST: Final = "Edda Olaf Mirela Tomas Ingrid Per Yuki Carla Denis Farah Gita Hugo Ines Jonas Leon Maud Nils".split()
_LAST: Final = "Lindqvist Brandt Stancu Reuter Falk Aasgaard Hara Moreau Okoye Petrov Quist Rask Soler Tamm".split()
_TOWNS: Final = "Skarholm Altfurt Lindenau Kesselried Marwick Ostervik Valbruna Penrose Dunmore Tarnau Halden".split()
_ROLES: Final = ("mayor", "chief engineer", "transport minister", "union leader", "spokeswoman", "harbour master")
_THINGS: Final = (
    "ferry", "bridge", "hospital", "library", "power station", "tram line", "school", "stadium", "market hall", "dam",
    "theatre", "quay", "railway", "reservoir", "museum", "airport",
)  # fmt: skip
_DOES: Final = (
    "approved", "rejected", "opened", "closed", "rebuilt", "sold", "inspected", "delayed", "praised", "abandoned",
    "extended", "financed",
)  # fmt: skip
_WHY: Final = (
    "after finding cracks in two of its girders", "because the tender had drawn no bids", "despite months of protest",
    "in a vote that surprised many residents", "to save money for the winter", "as prices of steel went on rising",
    "following a warning that experts gave years ago", "so that deliveries would no longer arrive late",
)  # fmt: skip
_MONTHS: Final = "January February March April May June July August September October November December".split()
_DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_FORMS: Final = (
    "The council of {town} {does} the {thing} {why}.",
    "{name}, the {role} of {town}, said the {thing} would cost {number} million crowns.",
    "“We have waited too long for the {thing},” {last} told reporters on {day}. “Nobody in {town} will forget it.”",
    "On {number} {month} {year} the parliament {does} a plan for the {thing} in {town}.",
    "The {thing} was built in {year} and serves about {number},000 people between {town} and {other}.",
    "Opponents of the {thing}, among them {name}, warned that {town} would lose {number} jobs by {year}.",
    "Work on it is expected to begin in {month} and to last {number} months.",
    "“It does not solve anything,” said {name}, whose family has lived beside the {thing} since {year}.",
    "According to the ministry, {number} percent of the households in {other} have no access to a {thing}.",
    "In {town}, engineers {does} the old {thing} {why}, and a replacement was promised for {month} {year}.",
    "Last year the {role} resigned {why}; his successor, {name}, called the {thing} a milestone for {town}.",
    "Few in {other} believe that, and the {role} declined to answer questions about the {thing}.",
)


def texts(count: int, length: int) -> Iterator[str]:
    """So many reports of so many paragraphs, the same in every run."""
    chance = random.Random(23)  # noqa: S311 - the same texts in every run, no secret
    for _ in range(count):
        told = _sentences(chance)
        yield "\n\n".join(" ".join(islice(told, chance.randint(2, 8))) for _ in range(length))


def _sentences(chance: random.Random) -> Iterator[str]:
    """Sentences about a few people and towns, so that they come again within a report."""
    people = [(chance.choice(_FIRST), chance.choice(_LAST)) for _ in range(6)]
    towns = chance.sample(_TOWNS, 4)
    things = chance.sample(_THINGS, 5)
    while True:
        first, last = chance.choice(people)
        town, other = chance.sample(towns, 2)
        yield chance.choice(_FORMS).format(
            name=f"{first} {last}",
            last=last,
            town=town,
            other=other,
            thing=chance.choice(things),
            does=chance.choice(_DOES),
            why=chance.choice(_WHY),
            role=chance.choice(_ROLES),
            number=chance.randint(2, 28),
            month=chance.choice(_MONTHS),
            day=chance.choice(_DAYS),
            year=chance.randint(1950, 2026),
        )
