"""Rules for what stands at numbers: times, about, degrees, units, trade marks, ordinals."""

import re

from site_src.text.rules import Rule

_SHAPES = (
    r"-?(?:sized?|matri(?:x|ces)|tensors?|grids?|arrays?|images?|blocks?|patch(?:es)?|windows?|kernels?|filters?"
    r"|convolutions?|pixels?|resolutions?|lattices?|tiles?|feature maps?)\b"
)
_UNIT = r"(?:%|\\%|×|times\b|x\b|[KMBGT](?:[BW]|Hz|FLOPs)?\b|[mnμ]?s\b|(?:min|hours?|days?|points?|orders?|bits?)\b)"
_SIM = ("sim ", *(f"sim{digit}" for digit in range(10)))

RULES = (
    Rule(
        name="times-after-number",
        fixes=(
            ("2.4times faster", "2.4× faster"),
            ("1.3-2.4times", "1.3-2.4×"),
            ("224times224 images", "224×224 images"),
            ("1.4times/1.2times", "1.4×/1.2×"),
            ("4Ktimes4K", "4K×4K"),
        ),
        spares=("four times", "3 times as fast", "sometimes", "10timesteps", "two-times", "v2times_x"),
        because="English puts a blank between a number and times",
        needs=("times",),
        pattern=re.compile(r"(?<=\d)times(?![a-z_])|(?<=\d)times(?=sim\d)|(?<=\d[KkM])times(?=\d)"),
        new="×",
    ),
    Rule(
        name="times-between-equal-numbers",
        fixes=(("256 times 256 images", "256 × 256 images"), ("3 times 5 kernels", "3 × 5 kernels")),
        spares=("3 times 5 runs", "3 times the 3 others", "repeated 2 times 3 days apart", "9 times 9%"),
        because="a shape: the same number twice, or two numbers and a word for something with sides",
        needs=(" times ",),
        pattern=re.compile(rf"(?<![\w.$])(\d{{1,5}}) times (?=\1(?![\w%]|\.\d)|\d{{1,5}} {_SHAPES})"),
        new=r"\1 × ",
    ),
    Rule(
        name="times-power-of-ten",
        fixes=(("1.5 times 10^6", "1.5 × 10^6"),),
        spares=("5 times 10 runs",),
        because="a power of ten follows",
        needs=(" times 10^",),
        pattern=re.compile(r"(?<=\d) times (?=10\^)"),
        new=" × ",
    ),
    Rule(
        name="times-between-letters",
        fixes=(("three n times d matrices", "three n × d matrices"), ("R^{n times d}", "R^{n × d}")),
        spares=("n times a day", "repeat k times x", "T times larger", "R^2 times larger"),
        because="two single letters, and a word for something with sides or brackets around",
        needs=(" times ",),
        pattern=re.compile(
            rf"(?<![\w^_-])([A-Za-z]) times (?=[b-zA-HJ-Z](?: {_SHAPES}|-{_SHAPES}))"
            r"|(?<=[(\[{])([A-Za-z]) times (?=[A-Za-z][)\]}])"
        ),
        new=lambda match: f"{match[1] or match[2]} × ",
    ),
    Rule(
        name="times-glued-to-letter",
        fixes=(("R^{mtimes n}", "R^{m×n}"), ("an htimes wtimes c tensor", "an h×w×c tensor"), ("ntimes2", "n×2")),
        spares=("etimes are", "5 ntimes faster", "btimes_x y"),
        because="no word is one letter and times, and a single letter or number follows",
        needs=("times",),
        pattern=re.compile(r"(?<![A-Za-z\\_-])(?<!\d )([A-Za-z])times ?(?=[A-Za-z](?![A-Za-z])|[A-Za-z]times\b|\d)"),
        new=r"\1×",
    ),
    Rule(
        name="times-between-brackets",
        fixes=(("[m]times [n]", "[m] × [n]"),),
        spares=("(x) times (y)", "run() times"),
        because="glued to a closing bracket, and an opening one follows",
        needs=("times",),
        pattern=re.compile(r"(?<=[\])])times ?(?=[\[(])"),
        new=" × ",
    ),
    Rule(
        name="sim-range",
        fixes=(("1.66 sim 7.17", "1.66–7.17"), ("2sim3", "2–3"), ("20%sim30%", "20%–30%")),
        spares=("in 2 sim steps", "NeoX Sim 2"),
        because="between two numbers",
        needs=_SIM,
        pattern=re.compile(r"(?<=[\d%×]) ?sim ?(?=\d)"),
        new="–",
    ),
    Rule(
        name="sim-about",
        fixes=(("with sim1000 points", "with ~1000 points"), ("and sim 80% of it", "and ~80% of it")),
        spares=(
            "sim-to-real",
            "the sim 2 env",
            "in sim 2x faster",
            "our sim 30 times",
            "Sim 2",
            "sim2real",
            "sim1 and",
        ),
        because="glued to a number of two digits or a quantity (sim2real is a word); or before a share or a factor",
        needs=_SIM,
        pattern=re.compile(
            rf"(?<![\w-])sim(?=\d+\.\d|\d{{2,}}(?![A-Za-z])|\d{{1,4}} ?{_UNIT})"
            r"|(?<![\w-])(?<!\bin )(?<!\bthe )(?<!\bour )(?<!\ba )(?<!\bper )"
            r"sim (?=\d[\d.,]{0,9} ?(?:%|\\%|×|x\b|times))"
        ),
        new="~",
    ),
    Rule(
        name="approx-about",
        fixes=(("of approx3 ms", "of ≈3 ms"),),
        spares=("approx 3 ms", "approximation"),
        because="glued to a number; with a blank it is an abbreviation",
        needs=("approx",),
        pattern=re.compile(r"(?<![\w\\-])approx(?=\d)"),
        new="≈",
    ),
    Rule(
        name="plus-minus",
        fixes=(("90.1pm0.3", "90.1±0.3"), ("90.1 pm 0.3", "90.1 ± 0.3")),
        spares=("at 3 pm 20 people", "3pm"),
        because="between decimal numbers",
        needs=("pm",),
        pattern=re.compile(r"(?<=\d\.\d)( ?)pm( ?)(?=\d+\.\d)|(?<=\d\.\d\d)( ?)pm( ?)(?=\d+\.\d)"),
        new=lambda match: f"{match[1] or match[3] or ''}±{match[2] or match[4] or ''}",
    ),
    Rule(
        name="much-greater",
        fixes=(("with mgg 1 tasks", "with m ≫ 1 tasks"), ("nll 1", "n ≪ 1")),
        spares=("egg 1", "all 3", "ell 1", "ill 2", "dll 1", "mgg one"),
        because="a single letter before, 1 or a power of ten behind; the words among these (egg, all) are left out",
        needs=("gg 1", "ll 1", "gg1", "ll1"),
        pattern=re.compile(
            r"(?<![\w\\])(?:(?P<gg>[a-df-zA-DF-Z])gg|(?P<ll>[bcfghjkmnp-tv-zBCFGHJKMNP-TV-Z])ll) ?(?=1)"
        ),
        new=lambda match: f"{match['gg']} ≫ " if match["gg"] else f"{match['ll']} ≪ ",
    ),
    Rule(
        name="degree",
        fixes=(("360^circ view", "360° view"), (r"45^{\circ}", "45°"), ("20^circC", "20°C")),
        spares=("x^circ", "2^circledR"),
        because="after a number",
        needs=("circ",),
        pattern=re.compile(r"(?<=\d)\^(?:\{\\?circ\}|\\?circ(?![A-BD-EG-Za-z]))"),
        new="°",
    ),
    Rule(
        name="registered",
        fixes=(("Foo^circledR Bar", "Foo® Bar"), (r"Foo^{\circledR}", "Foo®"), ("FoocircledR 2", "Foo® 2")),
        because="circledR is no word",
        needs=("circledR", "textregistered"),
        pattern=re.compile(
            r"\^\{(?:\\?tiny )?\\?(?:circledR|textregistered)\}|\^?\\?(?:circledR|textregistered)(?![A-Za-z])"
        ),
        new="®",
    ),
    Rule(
        name="trade-mark",
        fixes=(("Foo^{tiny TM} Bar", "Foo™ Bar"), ("Foo^TM", "Foo™"), (r"Foo^{\text{TM}}", "Foo™")),
        spares=("A^TMB", "TM"),
        because="TM set as a superscript",
        needs=("^",),
        pattern=re.compile(r"(?<=\w)\^(?:\{(?:\\?tiny |\\?text\{)?(?:TM|tm)\}{1,2}|TM(?![A-Za-z]))"),
        new="™",
    ),
    Rule(
        name="ordinal",
        fixes=(("the 17^{th} run", "the 17th run"), ("the i^{th} row", "the i-th row"), ("2^nd", "2nd")),
        spares=("10^stage", "x^{the}"),
        because="the ending of an ordinal number set as a superscript",
        needs=("^",),
        pattern=re.compile(
            r"(?:(?<=\d)|(?P<letter>(?<=[A-Za-z])))\^(?:\{\\?(?:text\{)?(?P<a>st|nd|rd|th)\}{1,2}|(?P<b>st|nd|rd|th)\b)"
        ),
        new=lambda match: f"{'' if match['letter'] is None else '-'}{match['a'] or match['b']}",
    ),
    Rule(
        name="micro",
        fixes=(("12 mus", "12 μs"), (r"5\mu m", "5μm"), ("0.5mu m", "0.5μm")),
        spares=("5 mum", "3 mu-law", "10 muP"),
        because="a number before, a unit behind",
        needs=("mu ", " mus", "muW", "muJ", "\\mu"),
        pattern=re.compile(r"(?<=\d)( ?)(?:\\mu ?(?=[smWJAVgL]\b)|mu(?:(?=[sWJ]\b)| (?=[smWJAVL]\b)))"),
        new=r"\1μ",
    ),
    Rule(
        name="thin-space",
        fixes=(("with <!0.5% loss", "with <0.5% loss"), (r"5\,ms", "5 ms")),
        spares=("a, 5", "!5"),
        because="a relation and an exclamation mark before a number, or a backslashed comma between number and unit",
        needs=("<!", ">!", "\\"),
        pattern=re.compile(r"(?<=[<>])\\?!(?=\d)|(?P<thin>(?<=\d)\\[,;](?=[A-Za-z\d]))"),
        new=lambda match: " " if match["thin"] else "",
    ),
)
