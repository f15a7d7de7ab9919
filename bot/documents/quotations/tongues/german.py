"""Who says what in German: „…“, sagte X; X sagte: „…“; „…“, so X."""

import re
from typing import Final

from bot.documents.quotations.tongues.tongue import Tongue, any_of, names, verbs, words

_DAYS: Final = "(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag(?:abend|morgen|nachmittag)?|Mittwoch"
GERMAN: Final = Tongue(
    verbs=verbs(
        "sagte sagt sagten erklärte erklärt betonte betont meinte meint berichtete berichtet kritisierte"
        " kritisiert warnte warnt forderte fordert schrieb schreibt ergänzte ergänzt versicherte versichert fragte"
        " fragt antwortete antwortet rief erzählte erzählt kommentierte bekräftigte unterstrich fügte teilte"
        " räumte kündigte klagte klagt lobte bestätigte bestätigt behauptete behauptet erinnerte erläuterte"
        " erläutert beteuerte entgegnete mahnte mahnt urteilte resümierte twitterte verkündete schilderte"
        " schildert verriet findet fand wetterte"
    ),
    sources=any_of("so laut nach_Angaben_von nach_Worten_von"),
    that=re.compile(r",\s*dass\s*$"),
    skipped=re.compile(
        rf"(?:auch|dann|später|zuletzt|nun|dazu|weiter|noch|bereits|schon|gestern|heute|damals|jedoch|aber|daraufhin"
        rf"|(?:am|an\s+diesem|vergangenen)\s+(?:{_DAYS})|der\s+(?:dpa|Nachrichtenagentur\s+\w+))\b\s*",
        re.IGNORECASE,
    ),
    pronouns={"er": "m", "sie": "f"},
    determiners=words("der die das ein eine dieser diese sein seine ihr ihre"),
    roles=re.compile(
        r"[\wäöüß-]*(?:chef|minister|sprecher|präsident|kanzler|direktor|vorsitzender?|professor|politiker|meister|trainer"
        r"|forscher|leiter|ökonom|experte|expertin|anwalt|anwältin|arzt|ärztin|ingenieur|richter|historiker|wissenschaftler"
        r"|lehrer|händler|autor|schriftsteller|journalist|analyst|analystin|vorstand|senator|abgeordneter?|botschafter|general"
        r"|kommissar|bäuerin|landwirt|unternehmer|manager|künstler|regisseur|sänger|schauspieler|pfarrer|bischof|papst|könig"
        r"|beamter|beamtin|bewohner|anwohner|zeuge|zeugin|besitzer|inhaber|virologe|virologin|biologe|biologin|psychologe"
        r"|psychologin|soziologe|soziologin|archäologe|archäologin|geologe|geologin)(?:in|en|innen)?"
        r"|[\wäöüß-]*(?:ministerium|polizei|amt|gericht|behörde|verband|unternehmen|firma|regierung|partei|gewerkschaft"
        r"|verwaltung|staatsanwaltschaft|konzern|institut|bank|universität|verein|feuerwehr|bundeswehr|kirche|stiftung)",
        re.IGNORECASE,
    ),
    honorifics=words("herr frau dr prof dr. prof."),
    links=words("der des von vom für beim im am in der den"),
    first_names=names(
        "jonas konrad karl hans jürgen klaus wolfgang uwe dieter stefan andreas markus michael thomas christian"
        " olaf friedrich matthias jens lars sven florian tobias lukas felix paul max moritz johannes heinz günter"
        " helmut bernd ralf rainer jörg holger torsten tim niklas philipp sebastian georg walter otto emil anton"
        " armin robert",
        "ada anna angela annalena ursula petra sabine claudia monika katrin karin birgit julia lena laura lisa"
        " marie johanna susanne heike martina andrea barbara christine nancy franziska sarah sophie clara greta"
        " ingrid renate",
    ),
    capitals=True,
    subjects=words("der die das ein eine"),
    media=words(
        "zeitung agentur nachrichtenagentur presse-agentur presse dpa redaktion illustrierten wochenzeitung funke"
        " bild welt"
    ),
    common=words(
        "der die das ein eine und aber doch auch wenn als am im in an auf mit nach vor bei zu für es er sie wir"
        " ich so wie montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern dort hier dann nun"
    ),
)
