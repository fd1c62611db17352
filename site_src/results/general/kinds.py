"""Kinds of results for a digest that states none of its own."""

from site_src.models import ResultKind

_LESS = "reduc|sav"
_FASTER = "speed|throughput"
KINDS = (
    ResultKind(
        slug="faster",
        name="Faster, in times",
        about="How many times faster, or how many times more in the same time.",
        scale="log",
        sign="×",
        units=("x",),
        says=(_FASTER,),
        unless="loss",
        takes=("3× speed", "2× throughput"),
        leaves=("2× speed loss", "20% speed gain"),
    ),
    ResultKind(
        slug="faster-percent",
        name="Faster, in percent",
        about="Speed or throughput gained. 50% faster takes a third less time, so these are no savings of time.",
        scale="linear",
        sign="%",
        units=("%",),
        says=(_FASTER, "gain"),
        takes=("20% speed gain",),
        leaves=("20% speed",),
    ),
    ResultKind(
        slug="time-saved",
        name="Time saved, in percent",
        about="How much less time something takes.",
        scale="linear",
        sign="%",
        units=("%",),
        says=(r"\btimes?\b|duration", _LESS),
        takes=("40% firing time reduction",),
        leaves=("40% firing time increase",),
    ),
    ResultKind(
        slug="cost-saved",
        name="Cost and energy saved, in percent",
        about="How much less money, power or energy something takes.",
        scale="linear",
        sign="%",
        units=("%",),
        says=("cost|energy|power", _LESS),
        takes=("30% energy reduction",),
        leaves=("30% energy efficiency gain",),
    ),
)
