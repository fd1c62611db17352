"""Words for a change, in any field."""

from site_src.models import Change

CHANGES = (
    Change(
        way="better",
        of="speed",
        words=r"faster|quicker|as fast|speed(?:s|ed|ing)?[- ]?ups?",
        takes=("3× faster", "twice as fast", "it speeds up drying"),
        leaves=("fast", "its speed"),
    ),
    Change(
        way="better",
        of="speed",
        words=r"accelerat(?:es?|ed|ing|ions?)",
        takes=("it accelerates drying",),
        leaves=("with Accelerate",),  # a name: capital letters inside a sentence
    ),
    Change(way="worse", of="speed", words=r"slower|slow-?downs?", takes=("a slowdown",), leaves=("slowly",)),
    Change(
        way="down",
        of="size",
        words=r"smaller|shrink(?:s|ing)?|compress(?:es|ed|ing)?",
        takes=("4× smaller",),
        leaves=("small", "compressor"),
    ),
    Change(way="up", of="size", words=r"larger|bigger", takes=("4× larger",), leaves=("large",)),
    Change(way="down", of="time", words=r"shorter|shorten(?:s|ed|ing)?", takes=("30% shorter",), leaves=("short",)),
    Change(way="down", of="cost", words=r"cheaper", takes=("3× cheaper",), leaves=("cheap",)),
    Change(
        way="better",
        of="performance",
        words=r"(?:out-?perform|surpass|exceed|out-?pace|beat)(?:s|es|ed|ing)?",
        takes=("it outperforms Slipware", "beats it"),
        leaves=("it performs", "beaten"),
    ),
    Change(
        way="better",
        words=r"better|superior|improv(?:es?|ed|ing|ements?)|enhanc(?:es?|ed|ing|ements?)",
        takes=("12% better", "an improvement"),
        leaves=("betterment", "good"),
    ),
    Change(
        way="better",
        words=r"boost(?:s|ed|ing)?|gain(?:s|ed|ing)?|lift(?:s|ed|ing)?",
        takes=("a gain of 12%",),
        leaves=("against", "booster"),
    ),
    Change(
        way="up",
        words=r"higher|greater|increas(?:es?|ed|ing)|rais(?:es?|ed|ing)|doubl(?:es?|ed|ing)",
        takes=("12% higher", "raised by 12%"),
        leaves=("high", "increasingly"),
    ),
    Change(way="up", words=r"scal(?:es?|ing) up", takes=("scales up to 12×",), leaves=("scales",)),
    Change(way="up", words=r"more|longer", follows=True, takes=("12% more",), leaves=("moreover",)),
    Change(way="down", words=r"less|fewer", follows=True, takes=("12% less",), leaves=("lesser",)),
    Change(
        way="down",
        words=r"lower(?:s|ed|ing)?|reduc(?:es?|ed|ing|tions?)|decreas(?:es?|ed|ing)|decrements?",
        takes=("lowered by 12%", "a reduction"),
        leaves=("low", "reducible"),
    ),
    Change(
        way="down",
        words=r"sav(?:es?|ed|ings?)|cut(?:s|ting)?|slash(?:es|ed|ing)?|minimi[sz](?:es?|ed|ing)",
        takes=("it saves 12%", "cutting 12%"),
        leaves=("safe", "minimum"),
    ),
    Change(way="down", words=r"halv(?:es?|ed|ing)", takes=("it halves the cost",), leaves=("half",)),
    Change(
        way="down",
        of="performance",
        words=r"drop(?:s|ped|ping)?|declin(?:es?|ed|ing)",
        takes=("it drops by 12%",),
        leaves=("droplet",),
    ),
    Change(
        way="worse",
        of="performance",
        words=r"degrad(?:es?|ed|ing|ations?)|los(?:s|ses|es|ing)",
        takes=("without a loss",),
        leaves=("lost", "lossless"),
    ),
)
