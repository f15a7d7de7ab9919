"""English words that say too little to look for: a query is about its other words, and none of them is proposed."""

from typing import Final

_TEXT: Final = """
a about above after again against all also although am among an and another any are aren as at be because been
before being below between both but by can cannot could couldn did didn do does doesn doing don done down during
each either else etc ever every few for from further had hadn has hasn have haven having he her here hers herself
him himself his how however i if in into is isn it its itself just least less let like ll many may me might mine
more most much must my myself neither no nor not now of off often on once one only onto or other others our ours
ourselves out over own per please quite rather re really same shall she should shouldn since so some such than
that the their theirs them themselves then there therefore these they this those though through thus to too toward
towards under until up upon us ve very via was wasn we were weren what whatever when where whether which while who
whom whose why will with within without won would wouldn yet you your yours yourself yourselves
"""
STOP_WORDS: Final = frozenset(_TEXT.split())
