"""The English words by which speech, speakers and names are recognised. Data only; other languages would add tables."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs that stand beside a quotation, as "past present gerund"; a form that is missing is "-".
_SPEECH: Final = """
said says saying|added adds adding|told tells telling|wrote writes writing|continued continues continuing
tweeted tweets tweeting|retweeted retweets retweeting|asked asks asking|replied replies replying
responded responds responding|declared declares declaring|concluded concludes concluding|stated states stating
recalled recalls recalling|reported reports reporting|noted notes noting|explained explains explaining
shouted shouts shouting|chanted chants chanting|admitted admits admitting|answered answers answering
announced announces announcing|acknowledged acknowledges acknowledging|joked jokes joking|yelled yells yelling
remarked remarks remarking|assured assures assuring|urged urges urging|barked barks barking|warned warns warning
argued argues arguing|quipped quips quipping|insisted insists insisting|wondered wonders wondering
testified testifies testifying|posted posts posting|exclaimed exclaims exclaiming|confessed confesses confessing
echoed echoes echoing|repeated repeats repeating|claimed claims claiming|maintained maintains maintaining
boasted boasts boasting|complained complains complaining|observed observes observing|suggested suggests suggesting
predicted predicts predicting|promised promises promising|vowed vows vowing|pledged pledges pledging
demanded demands demanding|asserted asserts asserting|contended contends contending|stressed stresses stressing
emphasized emphasizes emphasizing|emphasised emphasises emphasising|reiterated reiterates reiterating
countered counters countering|retorted retorts retorting|interjected interjects interjecting
interrupted interrupts interrupting|whispered whispers whispering|muttered mutters muttering|cried cries crying
screamed screams screaming|hollered hollers hollering|mused muses musing|opined opines opining
offered offers offering|commented comments commenting|lamented laments lamenting|alleged alleges alleging
conceded concedes conceding|confirmed confirms confirming|revealed reveals revealing|teased teases teasing
thundered thunders thundering|advised advises advising|proposed proposes proposing
recommended recommends recommending|agreed agrees agreeing|elaborated elaborates elaborating
clarified clarifies clarifying|cautioned cautions cautioning|cited cites citing|quoted quotes quoting
proclaimed proclaims proclaiming|pleaded pleads pleading|begged begs begging|lectured lectures lecturing
emailed emails emailing|texted texts texting|recounted recounts recounting|remembered remembers remembering
affirmed affirms affirming|pronounced pronounces pronouncing|read reads reading|charged charges charging
began begins beginning|began - -|boomed booms booming|cracked cracks cracking|fumed fumes fuming
gushed gushes gushing|deadpanned deadpans deadpanning|scoffed scoffs scoffing|snapped snaps snapping
ranted rants ranting|roared roars roaring|sang sings singing|inquired inquires inquiring|queried queries querying
pressed presses pressing|counselled counsels counselling|implored implores imploring|intoned intones intoning
surmised surmises surmising|exhorted exhorts exhorting|sneered sneers sneering|sighed sighs sighing
laughed laughs laughing|reasoned reasons reasoning|ventured ventures venturing|speculated speculates speculating
scolded scolds scolding|chided chides chiding|enthused enthuses enthusing|summarized summarizes summarizing
learned learns learning|underscored underscores underscoring|underlined underlines underlining
mentioned mentions mentioning|estimated estimates estimating|forecast forecasts forecasting|chimed chimes chiming
"""
# Phrases that work like such a verb.
_PHRASES: Final = """
pointed out|points out|pointing out|went on|goes on|going on|shot back|shoots back|shooting back|put it|puts it
called out|calls out|calling out|went on to say|goes on to say|fired back|fires back|hit back|hits back
is quoted as saying|was quoted as saying|were quoted as saying|has been quoted as saying|summed up|sums up|spoke of
speaks of|speaking of|talked about|talks about|talking about|made clear|makes clear|making clear|would say|will say
chimed in|weighed in|let it be known|is reported to have said|was reported to have said|could be heard saying
"""
# Verbs that tell what somebody holds of something; they lead to a quotation, and never stand behind one.
_ATTITUDE: Final = """
called calls calling|described describes describing|labeled labels labeling|labelled labels labelling
dubbed dubs dubbing|branded brands branding|blasted blasts blasting|slammed slams slamming
criticized criticizes criticizing|criticised criticises criticising|mocked mocks mocking|praised praises praising
accused accuses accusing|blamed blames blaming|condemned condemns condemning|denounced denounces denouncing
hailed hails hailing|expressed expresses expressing|denied denies denying|dismissed dismisses dismissing
attacked attacks attacking|ripped rips ripping|referred refers referring|characterized characterizes characterizing
deemed deems deeming|considered considers considering|believed believes believing|thought thinks thinking
felt feels feeling|ridiculed ridicules ridiculing|decried decries decrying|derided derides deriding
defended defends defending|rejected rejects rejecting|welcomed welcomes welcoming|supported supports supporting
endorsed endorses endorsing|apologized apologizes apologizing|bragged brags bragging|touted touts touting
hoped hopes hoping|wanted wants wanting|expects expected expecting|invoked invokes invoking
disputed disputes disputing|likened likens likening|compared compares comparing|cast casts casting
painted paints painting|portrayed portrays portraying|backed backs backing|decided decides deciding
found finds finding|saw sees seeing|spoke speaks speaking|used uses using|delivered delivers delivering
issued issues issuing|released releases releasing|gave gives giving|made makes making|responded responds responding
took takes taking|lashed lashes lashing|scolded scolds scolding|chided chides chiding|hammered hammers hammering
challenged challenges challenging|invited invites inviting|thanked thanks thanking|greeted greets greeting
encouraged encourages encouraging|signaled signals signaling|trashed trashes trashing|lambasted lambasts lambasting
assailed assails assailing|bashed bashes bashing|insulted insults insulting|taunted taunts taunting
knocked knocks knocking|pushed pushes pushing|implied implies implying|indicated indicates indicating
hinted hints hinting|showed shows showing|voiced voices voicing|cheered cheers cheering
"""


def _forms(table: str, places: tuple[int, ...]) -> frozenset[str]:
    rows = (row.split() for row in table.replace("\n", "|").split("|") if row.strip())
    return frozenset(row[place] for row in rows for place in places if row[place] != "-")


SPEECH_FINITE: Final = _forms(_SPEECH, (0, 1)) | _words(
    "say tell write ask argue add warn insist quip reply explain acknowledge concede contend declare conclude "
    "suggest predict vow assert stress observe maintain agree admit joke"
)
SPEECH_GERUND: Final = _forms(_SPEECH, (2,))
ATTITUDE_FINITE: Final = _forms(_ATTITUDE, (0, 1)) | {"believe", "think", "call", "describe"}
ATTITUDE_GERUND: Final = _forms(_ATTITUDE, (2,))
SPEECH_PHRASES: Final = frozenset(phrase for row in _PHRASES.strip().split("\n") for phrase in row.split("|"))
# Verbs that take the quotation for their object and may stand before their subject ("said Sara Walker").
INVERTED: Final = _words(
    "said says added adds wrote writes asked asks replied replies declared declares explained explains noted "
    "notes tweeted continued continues concluded concludes recalled recalls remarked quipped quips warned "
    "insisted joked shouted yelled argued argues responded exclaimed announced answered stated states reads read "
    "agreed wondered observed reported commented testified cried admitted chanted tweets mused begins began runs "
    "goes"
)

# Attitudes that a verb of speech earlier in the sentence outweighs ("Ash wrote that they made …").
WEAK: Final = _words(
    "backed backing backs cast casting casts considered considering considers decided decides deciding delivered "
    "delivering delivers expected expecting expects feeling feels felt finding finds found gave gives giving "
    "invited invites inviting issued issues issuing knocked knocking knocks made makes making pushed pushes "
    "pushing released releases releasing saw seeing sees showed showing shows speaking speaks spoke supported "
    "supporting supports takes taking took used uses using wanted wanting wants"
)
# Verbs that lead to what somebody says without quotation marks.
REPORTING: Final = (SPEECH_FINITE | _words("believes believe believed thinks think hopes hoped expects")) - _words(
    "read reads began begins sang sings offered offers cited cites quoted quotes cried cries posted posts pressed "
    "presses charged charges learned learns mentioned mentions interrupted interrupts"
)

ADVERBS: Final = _words(
    "also later then once recently reportedly just even again still now previously simply repeatedly often "
    "further famously only always never soon initially eventually finally actually publicly openly briefly first "
    "earlier since has have had is was are were be been being would will could should might must may can did does "
    "do not n't didn't all both himself herself themselves quickly bluntly flatly jokingly angrily pointedly "
    "explicitly specifically clearly privately today yesterday tonight immediately subsequently sarcastically "
    "quietly calmly reluctantly proudly loudly to"
)
# Verbs whose object is a person, so that a noun behind them is the one who is spoken to.
ADDRESSING: Final = _words(
    "told tells tell asked asks ask urged urges assured assures warned warns begged begs pressed presses "
    "interrupted interrupts implored implores advised advises called calls"
)
PRONOUNS: Final = _words("he she they it i we")
SUBORDINATORS: Final = _words(
    "that while when as after because although though since if whether where which whereas before until unless "
    "once and but or so yet than"
)
PREPOSITIONS: Final = _words(
    "of for from in at on with by to about against among between under over through during within without into "
    "onto like near behind toward towards alongside via per amid despite following around across before after "
    "outside inside"
)
DETERMINERS: Final = _words(
    "the a an his her their its my our one another some many several two three four five both most other others "
    "few multiple numerous these those this that each every all any no more various countless dozens hundreds "
    "thousands"
)
# Words that begin sentences with a capital and are no part of a name.
OPENERS: Final = _words(
    "the a an this that these those he she it they we i you his her their its my our your who what when where why "
    "how which while as after before because although though since if but and or so yet for from in at on with by "
    "to of about against among between under over through during within without into like near behind toward amid "
    "despite following according asked speaking talking answering responding recalling acknowledging noting citing "
    "calling referring appearing later then once recently also just even again still now meanwhile however moreover "
    "furthermore instead indeed perhaps maybe yesterday today tomorrow tonight earlier previously only any hours "
    "days weeks months years minutes moments seconds presidential voting not no yes well there here one two three "
    "four five six seven eight nine ten many most some several few all both each every other another such more less "
    "much back good bad labor signs polls outside inside pollsters critics supporters analysts experts officials "
    "people men women others none neither either rather quite very too ever never often sometimes usually generally "
    "surely certainly clearly sure already soon always top stories partial monday tuesday wednesday thursday friday "
    "saturday sunday january february march april june july august september october november december likewise "
    "additionally finally eventually nearly almost nobody everyone someone eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred unlike "
    "besides plus thus hence therefore otherwise nevertheless nonetheless first second third last next is was are "
    "were be been have has had do does did will would can could should may might must let"
)

HONORIFICS: Final = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "lord": "m", "lady": "f", "madame": "f", "mme": "f",
    "herr": "m", "frau": "f", "dame": "f", "king": "m", "queen": "f", "prince": "m", "princess": "f",
    "baroness": "f", "congressman": "m", "congresswoman": "f", "chairman": "m", "chairwoman": "f",
    "spokesman": "m", "spokeswoman": "f", "councilman": "m", "councilwoman": "f", "assemblyman": "m",
    "assemblywoman": "f", "businessman": "m", "businesswoman": "f", "father": "m", "mother": "f", "brother": "m",
    "sister": "f", "son": "m", "daughter": "f", "husband": "m", "wife": "f", "widow": "f", "actress": "f",
    "pope": "m", "monsignor": "m", "duchess": "f", "duke": "m",
}  # fmt: skip
# Roles that stand before a name, with a capital or without.
TITLES: Final = _words(
    "mr mrs ms miss mx dr prof professor rep representative sen senator gov governor gen general lt lieutenant "
    "col colonel sgt sergeant capt captain cmdr commander adm admiral maj major rev reverend hon pres president "
    "vice prime premier minister chancellor secretary attorney judge justice chief chairman chairwoman chair "
    "chairperson director mayor sheriff speaker leader ambassador congressman congresswoman councilman "
    "councilwoman councilmember deputy assistant commissioner inspector detective officer sir lord lady dame king "
    "queen prince princess pope cardinal bishop archbishop father sister brother pastor rabbi imam ayatollah "
    "sheikh emperor sultan baron baroness coach ceo cfo cto founder editor reporter correspondent columnist host "
    "anchor author actor actress singer analyst spokesman spokeswoman spokesperson candidate nominee lawmaker "
    "former ex acting interim incoming outgoing late then democratic republican democrat independent conservative "
    "liberal labour tory libertarian gop senate house foreign interior defense defence finance economic treasury "
    "state labor commerce education energy co-chair co-founder chairman-elect president-elect undersecretary "
    "solicitor comptroller treasurer counsel superintendent principal dean provost rector head sens reps govs "
    "senators representatives alderman alderwoman presumptive presidential congressional state's majority "
    "minority whip team donor ag manager adviser advisor aide strategist pollster consultant commentator lawyer "
    "economist researcher scientist historian engineer doctor nurse teacher farmer activist organizer "
    "councillor councillors councilor councilors cllr coun mp mps mep msp "
    "firefighter paramedic skipper shopkeeper fisherman neighbour neighbor student midwife biologist chemist physicist "
    "ecologist geologist architect accountant playwright novelist poet filmmaker comedian entrepreneur campaigner "
    "volunteer pensioner retiree co-author headteacher headmaster headmistress vicar constable resident shopper"
)
# Nouns for those who speak without a name.
ROLES: Final = _words(
    "spokesman spokeswoman spokesperson spokespeople official officials analyst analysts expert experts president "
    "senator governor mayor minister premier chancellor secretary candidate candidates nominee campaign campaigns "
    "aide aides adviser advisers advisor advisors strategist strategists source sources voter voters supporter "
    "supporters critic critics lawmaker lawmakers congressman congresswoman leader leaders executive executives "
    "chairman chairwoman chair director manager lawyer lawyers attorney attorneys judge judges police officer "
    "officers prosecutor prosecutors professor professors researcher researchers scientist scientists economist "
    "economists author authors editor editors reporter reporters journalist journalists writer columnist host "
    "moderator man woman boy girl student students teacher teachers doctor doctors nurse nurses worker workers "
    "resident residents witness witnesses neighbor neighbors neighbour neighbours friend friends father mother "
    "son daughter brother sister husband wife couple family crowd audience protester protesters protestors "
    "demonstrators activist activists organizer organizers group groups committee commission council board panel "
    "agency department ministry office government administration embassy company companies firm bank union party "
    "organization organisation association foundation institute university school statement report study survey "
    "poll letter memo email message tweet post article editorial ad video document paper release filing lawsuit "
    "complaint ruling opinion order resolution website site book newspaper magazine network businessman "
    "billionaire mogul tycoon entrepreneur founder owner investor investors farmer farmers veteran veterans "
    "democrat democrats republican republicans conservative conservatives liberal liberals senators governors "
    "members member representative representatives delegate delegates diplomat diplomats ambassador general "
    "commander soldier soldiers commentator commentators pollster pollsters consultant actor actress singer star "
    "comedian pastor pope bishop rabbi king queen prince princess sheriff detective chief justice justices "
    "speaker people person women men parents others team side sides countries nations players coach captain "
    "observers historians court trustees neurosurgeon physician engineer front-runner frontrunner native tv "
    "caller user users fan fans commissioner counsel counterpart dean head curator pilot driver chef artist "
    "designer developer developers architect scholar scholars passenger passengers customer customers client "
    "clients patient patients tenant tenants landlord guard baker gardener librarian keeper ranger guide clerk "
    "inspector auditor accountant master mayor's spox surrogate surrogates operative operatives"
)
PLURAL_PEOPLE: Final = _words(
    "analysts experts officials critics supporters voters sources aides advisers advisors strategists lawmakers "
    "leaders executives lawyers attorneys prosecutors researchers scientists economists reporters journalists "
    "students teachers doctors nurses workers residents witnesses neighbors neighbours friends protesters "
    "demonstrators activists organizers democrats republicans conservatives liberals senators governors members "
    "representatives delegates diplomats observers historians people women men parents others investigators "
    "police authorities fans users developers scholars commentators campaigners insiders opponents allies"
)
# The same without those of a party, who are written with a capital.
COMMON_PEOPLE: Final = PLURAL_PEOPLE - _words("democrats republicans conservatives liberals")
# Nouns among the roles for those who are many, and for what they issue.
COLLECTIVES: Final = _words(
    "campaign campaigns police couple family crowd audience group groups committee commission council board panel "
    "agency department ministry office government administration embassy company companies firm bank union party "
    "organization organisation association foundation institute university school statement report study survey "
    "poll letter memo email message tweet post article editorial ad video document paper release filing lawsuit "
    "complaint ruling opinion order resolution website site book newspaper magazine network team side sides "
    "countries nations players court tv"
)
INSTITUTIONS: Final = _words(
    "academy agency assembly association authority bank board bureau centre center chamber church city college "
    "commission committee confederation congress council court department federation foundation fund group guild "
    "hospital house institute kingdom league library ministry museum office party republic school senate society state "
    "union university"
)
ORGANISATION: Final = _words(
    "university institute college school party committee commission council board agency department ministry "
    "office government administration house senate congress court times post news journal press network radio "
    "television company corporation corp inc ltd llc bank group association foundation union league club center "
    "centre church city state states county district street avenue road river lake island mountain republic "
    "kingdom nations organization organisation act bill law amendment initiative project plan agreement treaty "
    "statement charter forum conference summit convention festival award awards prize cup games olympics war day "
    "week month year night eve tower hotel airport park square stadium museum library hospital hall statehouse "
    "building bridge station campaign caucus pac coalition alliance army navy force forces police guard bureau "
    "service services fund trust authority society academy magazine gazette herald tribune daily telegraph "
    "guardian post-gazette chronicle report reports twitter facebook youtube democrats republicans republican "
    "democrat democratic gop conservatives liberals americans voters getty images"
)
# Those that pass on what others said; told by the verbs and places below that they are not the speaker.
AGENCIES: Final = _words(
    "xinhua tass reuters bloomberg afp ap upi ria interfax dpa ansa kyodo yonhap cnn bbc nbc abc cbs msnbc npr "
    "pbs fox newswire politico breitbart huffpost axios c-span univision telemundo"
)
AGENCY_WORDS: Final = _words(
    "times post news journal press agency gazette herald tribune daily telegraph guardian magazine chronicle "
    "newspaper network radio television tv broadcaster outlet media reuters"
)

_MALE: Final = """
aaron adam adrian ahmed alan albert alex alexander alexei alfred ali allen andre andrew andy angus anthony antonio
antony arthur asa barack barry ben benjamin bernard bernie bert bill billy bob bobby boris brad bradley brandon
brent brett brian bruce bryan byron calvin carl carlos cecil charles charlie chris christopher chuck clarence claude
clay clint clive colin cory craig curt dale dan daniel danny darrell darren dave david dean dennis derek desmond
diego dmitry don donald doug douglas dustin dwight earl ed eddie edgar eduardo edward edwin elijah elliot emilio
emmanuel enrique eric erik ernest ethan eugene evan felix fernando francis francisco francois frank franklin fred
frederick gabriel garrett gary gavin gene geoffrey george gerald gerard gilbert giovanni glenn gordon graham greg
gregory gus guy hal hank hans harold harry harvey hector henry herbert herman hiroshi howard hugh hugo ian igor
isaac ismail ivan jack jackson jacob jacques jake jamal james jamie jared jason jay jeb jeff jeffrey jeremy jerome
jerry jesse jim jimmy joe joel john johnny jon jonathan jordan jorge jose joseph josh joshua juan jules julian
justin karl keith ken kenneth kevin kirk kurt kyle lance larry lawrence lee leo leon leonard leonardo lewis lloyd
lou louis luis luke malcolm manuel marc marco marcus mario mark marshall martin marvin mathew matt matthew maurice
max mehmet michael miguel mike mikhail mitch mitt mohamed mohammad mohammed morris muhammad nathan nathaniel neil
nicholas nick nicolas nigel noah norman oleg oliver omar oscar otto owen pablo pat patrick paul pedro pete peter
phil philip phillip pierre rafael ralph rand randy raul ray raymond reince ricardo richard rick rob robert roberto
rodney roger roland ron ronald ross roy rudy rupert russell ryan salman sam samuel sanjay scott sean sebastian
sergei sergey seth shane sidney simon stanley stephen sterling steve steven stewart stuart ted terrence terry
theodore thomas tim timothy toby todd tom tommy tony trevor trey troy tyler vernon victor viktor vincent vladimir
wallace walter warren wayne wesley will william yuri yury zachary
"""
_FEMALE: Final = """
abigail ada agnes aisha alexandra alice alicia alison allison amanda amelia amy ana anastasia andrea angela angelina
anita ann anna anne annette annie april ashley audrey barbara beatrice becky bernadette beth betty beverly bonnie
brenda brianna bridget brittany brooke camille carla carly carmen carol carole caroline carolyn catherine cecilia
celia charlotte chelsea cheryl christina christine cindy claire clara claudia colleen connie courtney crystal
cynthia daisy dana danielle debbie deborah debra denise diana diane dolores donna dora doris dorothy edith eileen
elaine eleanor elena elisabeth elise elizabeth ella ellen emily emma erica erin estelle esther eva eve evelyn fatima
florence frances gabrielle gail georgia gertrude gina gladys gloria grace greta gwen hannah harriet hazel heather
heidi helen henrietta hilary hillary holly hope huma ida ines ingrid irene iris isabel isabella ivanka jackie
jacqueline jane janet janice jasmine jean jeanne jennifer jenny jessica jill joan joanna joanne jocelyn josephine
joy joyce juanita judith judy julia juliana julie june karen karin kate katherine kathleen kathryn kathy katie
katrina kellyanne kim kimberly kirsten kristen kristin laura lauren leah lena leslie lillian lily linda lisa liz
liza loretta lori lorraine louise lucia lucy lydia lynn madeleine madison maggie marcia margaret maria marian
marianne marie marilyn marina marjorie marlene martha mary maureen maya megan megyn melania melanie melinda melissa
mercedes meredith mia michelle mildred miranda miriam molly monica nadia nancy naomi natalia natalie natasha nicola
nicole nina nora norma olga olivia paige pamela patricia patty paula pauline peggy penny phyllis priya rachel
rebecca regina renee rhonda rita roberta robin rosa rose rosemary ruth sabrina sally samantha sandra sara sarah
shannon sharon sheila shelley sherry shirley silvia simone sofia sonia sonya sophia sophie stacey stacy stella
stephanie sue susan suzanne sylvia tamara tanya tara teresa theresa tiffany tina tracy ursula valerie vanessa vera
veronica vicki victoria violet virginia vivian wanda wendy yolanda yvonne zoe
"""
GENDERS: Final = {**dict.fromkeys(_MALE.split(), "m"), **dict.fromkeys(_FEMALE.split(), "f")}
MASCULINE_ROLES: Final = frozenset(word for word, gender in HONORIFICS.items() if gender == "m")
FEMININE_ROLES: Final = frozenset(word for word, gender in HONORIFICS.items() if gender == "f")
NICKNAMES: Final = {
    "ken": "kenneth", "tom": "thomas", "bill": "william", "bob": "robert", "rob": "robert", "jim": "james",
    "joe": "joseph", "mike": "michael", "dan": "daniel", "dave": "david", "ben": "benjamin",
    "chris": "christopher", "matt": "matthew", "tim": "timothy", "steve": "steven", "greg": "gregory",
    "jeff": "jeffrey", "don": "donald", "ron": "ronald", "ed": "edward", "sam": "samuel", "tony": "anthony",
    "nick": "nicholas", "larry": "lawrence", "rick": "richard", "dick": "richard", "chuck": "charles",
    "charlie": "charles", "pete": "peter", "phil": "philip", "andy": "andrew", "kate": "katherine",
    "kathy": "katherine", "liz": "elizabeth", "beth": "elizabeth", "sue": "susan", "debbie": "deborah",
    "jenny": "jennifer", "jen": "jennifer", "vicky": "victoria", "pat": "patrick", "will": "william",
    "josh": "joshua", "alex": "alexander", "fred": "frederick", "ted": "theodore", "nate": "nathaniel",
    "jon": "jonathan",
}  # fmt: skip
AUXILIARIES: Final = _words(
    "was is were are be been being have has had do does did will would can could should may might must"
)
# Verbs that show that what follows a name and a comma is a clause and no apposition.
CLAUSE_VERBS: Final = _words("said says told tells wrote writes added adds was is were are asked has had")
# Small words that stay small in a title.
SMALL_WORDS: Final = _words("a an the of in on at to for and or but nor with from by as into is vs versus de la von")
# First words of places and institutions, so that they are not taken for people.
PLACE_WORDS: Final = _words(
    "new north south west east united san los las white wall fort saint central supreme world national american"
    " european great republic secretary department capitol"
)
# Nouns that have an article, or "that", wherever they stand alone.
COUNTED: Final = _words(
    "speech country man woman day year month week claim number decision case plan deal city town company bill rule"
    " story idea question answer vote election campaign candidate person moment night morning place part point project"
    " program programme proposal agreement treaty meeting event attack bank union party team player game book film"
    " building house bridge school hospital street river law amount sum figure goal reason problem result change"
    " process system sentence statement accusation allegation argument attitude approach region village island nation"
)
# Verbs of speech that take for their object whom they address.
TOLD: Final = _words(
    "told tells tell informed informs assured assures reminded reminds warned warns advised advises promised promises"
)
# Verbs that report without "that".
PLAIN: Final = _words("said says say added adds believes believe thinks insisted argued claimed noted suggested")
# Regions that stand behind a town and a comma ("in Toledo, Ohio, she said").
REGIONS: Final = _words(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois"
    " indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri"
    " montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington"
    " wisconsin wyoming calif conn fla ill mass mich minn tenn wash england scotland wales ontario quebec alberta"
    " france germany italy spain russia china india japan canada mexico brazil turkey egypt israel iran iraq ukraine"
)
# Small words within surnames ("de la Cruz"), which are no names by themselves.
PARTICLES: Final = _words("de del della da dos di du la le van von der den ter bin ibn al el y")
