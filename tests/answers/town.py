"""Four invented papers, and questions of which they have, or have not, the answer."""

from typing import Final

FERRY: Final = (
    (
        "The island council of Skarholm has approved a new electric ferry to the mainland. The vessel will replace the "
        "diesel boat Morgenrot, which has served the crossing for thirty-one years."
    ),
    (
        "Councillor Edda Lindqvist said the ferry would carry 240 passengers and 18 cars. “We have waited too long for "
        "this,” she told reporters outside the town hall on Monday."
    ),
    (
        "The contract went to the Halvorsen shipyard, which beat two bidders from abroad. It is worth 42 million "
        "crowns and runs until the spring of 2026."
    ),
    (
        "Fishermen oppose the plan. Their spokesman, Per Aasgaard, warned that the charging station would take up the "
        "last quay at which large trawlers can land their catch."
    ),
    (
        "Tickets will cost the same as today, the council promised: 65 crowns for adults, nothing for children under "
        "twelve."
    ),
    "An earlier attempt to buy a hydrogen-powered ship failed in 2021, when the supplier went bankrupt.",
    "The crossing takes twenty-five minutes. In winter, ice has stopped the service for up to nine days in a row.",
    (
        "Mayor Olaf Brandt called the decision a milestone for the island and thanked the engineers of the harbour "
        "authority."
    ),
)
BRIDGE: Final = (
    "Inspectors closed the Kessel Bridge to lorries on 3 March 2022 after finding cracks in two of its steel girders.",
    "The bridge was built in 1958 and carries about 14,000 vehicles a day between Altfurt and the motorway.",
    (
        "Repairs are expected to last eight months, said Tomas Reuter, the state's chief engineer. Cars and bicycles "
        "may still use one lane."
    ),
    (
        "Bakers and butchers in the old town complain that deliveries arrive late. The chamber of commerce puts the "
        "loss at half a million euros a week."
    ),
    (
        "Transport minister Ingrid Falk rejected the demand for a temporary pontoon. “Safety comes before speed,” she "
        "said in parliament."
    ),
    "Opposition politicians accuse the ministry of having ignored a warning that experts gave six years ago.",
    "A replacement made of concrete would cost 90 million euros. The cabinet will decide on it in September.",
)
ORCHESTRA: Final = (
    (
        "The Lindenau Philharmonic has chosen Mirela Stancu as its chief conductor. She is the first woman to lead the "
        "orchestra since it was founded in 1887."
    ),
    (
        "Stancu, born in Craiova, studied the cello before she turned to conducting. She now works at the opera in "
        "Tampere."
    ),
    "Her first concert will open with a symphony by Bruckner and a new work for marimba by the composer Yuki Hara.",
    "The musicians voted by secret ballot. Of 96 members, 71 were in favour.",
    "The contract is for five years. Neither side would speak about the salary.",
    "Her predecessor, Anton Weiss, resigned last summer after a quarrel over the budget for tours.",
    "Subscribers may exchange their tickets free of charge until the end of August.",
    "The concert hall’s roof is being repaired; rehearsals have moved to a former tram depot.",
)
WOLVES: Final = (
    (
        "A pack of seven wolves has settled in the Grauwald forest, the environment agency reported. Camera traps "
        "photographed four pups in July."
    ),
    (
        "Shepherds have lost twenty-three sheep since the beginning of the year. The state pays for each animal that a "
        "wolf has demonstrably killed."
    ),
    "The biologist Hanna Oksanen advises farmers to put up electric fences and to keep guard dogs.",
    "Hunters want permission to shoot one animal that has repeatedly come near a kindergarten.",
    "Wolves had been extinct in the region since 1904. The first one returned in 2009, across the frozen river.",
    (
        "A petition against shooting has been signed by 31,000 people. It was handed over to the governor, Ruth "
        "Castellan, on Friday."
    ),
    "Deer have become shyer, foresters observe, and young beech trees grow better than before.",
)
PAPERS: Final = {
    "Electric ferry for Skarholm": FERRY,
    "Kessel Bridge closed": BRIDGE,
    "A conductor for Lindenau": ORCHESTRA,
    "Wolves in the Grauwald": WOLVES,
}

# question, and words that stand in the passage which answers it
ANSWERED: Final = (
    ("What did Edda Lindqvist say about the ferry?", "240 passengers"),
    ("Who got the contract for the ferry?", "Halvorsen shipyard"),
    ("How long does the crossing take?", "twenty-five minutes"),
    ("Why do the fishermen oppose the plan?", "charging station"),
    ("How much do tickets cost for adults?", "65 crowns"),
    ("When was the Kessel bridge built?", "1958"),
    ("How many vehicles use the bridge a day?", "14,000 vehicles"),
    ("What did Ingrid Falk say in parliament?", "Safety comes before speed"),
    ("How long will the repairs last?", "eight months"),
    ("What would a concrete replacement cost?", "90 million euros"),
    ("Where was Stancu born?", "Craiova"),
    ("How did the musicians vote?", "secret ballot"),
    ("Why did Anton Weiss resign?", "quarrel"),
    ("Where do the rehearsals take place?", "tram depot"),
    ("Who is the chief conductor of the Lindenau Philharmonic?", "Mirela Stancu"),
    ("How many sheep have shepherds lost?", "twenty-three"),
    ("When were wolves extinct in the region?", "1904"),
    ("What does the biologist Oksanen advise?", "guard dogs"),
    ("Who signed the petition against shooting?", "31,000 people"),
    ("tell me about the pups", "four pups"),
    ("what do hunters want", "kindergarten"),
    ("Which ship failed in 2021?", "hydrogen-powered"),
    ("What did the mayor thank the engineers for?", "milestone"),
    ("Did the ministry ignore a warning?", "six years ago"),
)
UNANSWERED: Final = (
    "What did the president say about nuclear submarines?",
    "Who won the football championship?",
    "How many ferries sank in the Baltic last year?",
    "What does Edda Lindqvist think about taxes?",
    "When will the airport open?",
    "Which bank financed the stadium?",
    "Did Ingrid Falk resign over the pension reform?",
    "What is the population of Craiova?",
    "How much did the painting sell for at auction?",
    "Who composed the national anthem?",
    "What caused the earthquake in Turkey?",
    "How many bears live in the Grauwald?",
    "Why was the library closed during the flood?",
    "What vaccine do doctors recommend for measles?",
    "Who is the prime minister of Denmark?",
    "What did Hanna Oksanen say about climate change?",
    "When did the volcano erupt?",
    "How do wolves communicate with whales?",
    "What was agreed at the summit in Geneva?",
    "Is the Kessel Bridge haunted by ghosts?",
    "Which university awarded Mirela Stancu a doctorate?",
    "How many goals did Per Aasgaard score?",
    "What is the price of oil?",
    "Who invented the marimba?",
)
