"""English words that hold no phrase together: a key phrase neither begins nor ends with one, nor is one."""

from typing import Final

_TEXT: Final = """
able accept accepted according across act acted actually add added adding adds admit admits admitted ago agree agreed
agrees ahead aim aimed allow allowed allows almost alone along already always announced annual answer apparently appear
appeared apply approve approved apr april area argue argued arrive arrived ask asked asking aug august avoid avoided
avoids away back bad base based became become becomes began begin begins begun believe believed believes best better
big billion billions bit break breaks bring bringing brings broke broken brought build building builds built buy buys
call called calling calls came carried carries carry case cases catch catches catching caught cause caused causes
certain chance change changed changes choose chose claim claimed claims clear clearly close closed come comes coming
confront confronted confronts consider considered continue continued continues cost costs create created cut cuts daily
day days deal dec december decide decided decision deeper denied denies deny described despite die died different
difficult directly doubled drew drop dropped earlier early easily easy effect eight eighteen eighty either eleven end
ended ends enough entire entirely especially evening event eventually exactly example except expect expected expects
explain explained explains face faced fact fail failed fall falls far feb february feel feels fell felt fifteen fifth
fifty fill filled finally find finds first five follow followed following follows forced form former forty forward
fought found four fourteen fourth free friday full fully further future gave general generally get gets getting give
given gives giving go goes going gone good got great greater grew grow growing grown grows half happen happened happens
hard hear heard held help helped helps high higher highly hit hold holding holds hope hoped hopes hour hours however
hundred hundreds idea immediately important improve improved inal include included includes including increase
increased indeed insist insisted insists instead involve involved involves involving issue issues jan january jul july
jun june keep keeps kept kind knew know known knows large largely larger last late later latest lay lead leading leads
learn least leave leaves leaving led left less let level lie lies likely line little live lives living local long
longer look looked looking looks lose lost lot low lower made main mainly make makes making man many mar march matter
mean means meant meet meets men met might million millions minute minutes monday money month monthly months morning
move moved moves mr mrs ms much name named names near nearly need needed needs never new newly next nglish night nine
nineteen ninety nobody none noon note noted notes nothing notice nov november number numbers occur occurred oct october
offer offered offers often old older open opened opening opens order ordered others paid part particularly parts past
pay pays people per percent percentage perhaps person picture place placed places plan planned plans play point points
possible present prevent prevented prevents previous previously probably problem problems produce produced promise
promised provide provided provides public publish published publishes publishing put puts question questions quickly
quite raise raised raises ran rate rather reach reached reaches read ready real really reason reasons receive received
recent recently refuse refused remain remained remains report reported reportedly reports require required respectively
result results return returned returns right rise risen rises rose round run running runs said sat saturday saw say
saying says second seconds see seek seeks seem seemed seems seen self send sent sep sept september set sets seven
seventeen seventy several shall share short show showed showing shown shows side similar simply since single sit six
sixteen sixty slightly slow small smaller soon sort sought speak speaking special spend spent spoke spoken stand stands
start started starting starts state stated stay stayed stays still stood stop stopped story strike strikes striking
strong struck sunday support supported sure take taken takes taking talk talked talking tell telling tells ten term
terms th thing things think thinks third thirteen thirty thought thousand thousands three thursday time times today
told tomorrow tonight took total toward towards tried tries true try trying tuesday turn turned turning turns twelve
twenty twice two type understand unlike urge urged urges use used useful uses using usually various via view vow vowed
vows wait waited walk walked want wanted wants warned way ways wednesday week weekend weekly weeks well went wide will
win wish woman women won word words work worked working works world worst write writes writing written wrote year
yearly years yes yesterday yet young younger
"""
WEAK_WORDS: Final = frozenset(_TEXT.split())
