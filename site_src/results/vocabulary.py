"""The words results are told in, as tables to be extended: what is measured, in which units, and how it changes.

The first row that fits wins, so the special stands before the general. Patterns are matched as whole words and
without regard to case, but for what stands in `(?-i:…)`.
"""

from dataclasses import dataclass
from typing import Literal

Better = Literal["higher", "lower"]
Direction = Literal["up", "down", "better", "worse"]


@dataclass(frozen=True, slots=True)
class Metric:
    """Something measured: its name as shown, which way is better, the words for it, its own unit (`""` = its name)."""

    name: str
    better: Better
    words: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Words for a change, which way it goes, and what changes if nothing is said (`""` = it must be said).

    `follows` words mean something only after a number: `3× more`.
    """

    direction: Direction
    implied: str
    words: str
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit: how it is shown (`""` = as printed), what it measures, and its words after a number."""

    shown: str
    metric: str
    words: str


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Words before a number that bound it, and how they are shown."""

    shown: str
    words: str


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number written in words: how it is shown, its value, its unit."""

    shown: str
    number: float
    unit: str
    words: str


METRICS = (
    # what is paid
    Metric("search cost", "lower", r"search(?:ing)? (?:cost|time)s?"),
    Metric("training cost", "lower", r"(?:pre-?)?training costs?"),
    Metric("inference cost", "lower", r"inference costs?"),
    Metric(
        "computation cost", "lower", r"comput(?:ation(?:al)?|e|ing) (?:load|cost|complexity|overhead|demand|resource)s?"
    ),
    Metric("cost", "lower", r"(?:(?:deployment|hardware|runtime|serving) )?costs?"),
    Metric("run-time overhead", "lower", r"run-?time overheads?"),
    Metric("memory overhead", "lower", r"memory overheads?"),
    Metric("performance", "higher", r"run-?time performance"),
    # time
    Metric("time to first token", "lower", r"time[- ]to[- ]first[- ]token|TTFT"),
    Metric("training time", "lower", r"(?:pre-?)?training (?:wall[- ]clock )?(?:time|runtime)s?"),
    Metric("inference time", "lower", r"inference[- ]times?"),
    Metric("prefill time", "lower", r"prefill(?:ing)? (?:time|latency)"),
    Metric("decoding latency", "lower", r"decod(?:e|ing) latency"),
    Metric("tail latency", "lower", r"tail latency"),
    Metric("latency", "lower", r"latenc(?:y|ies)|execution times?|response times?|(?-i:TPOT|TBT)"),
    Metric("GPU time", "lower", r"(?:GPU|TPU)[- ](?:hour|day)s?"),
    Metric("run time", "lower", r"run-?times?|running times?|(?:wall[- ]?clock|wall|comput\w+|simulation) times?"),
    # memory and size
    Metric("KV cache memory", "lower", r"(?:KV|key-value)[- ]cache(?: (?:memory|storage|size|footprint)s?)?"),
    Metric("GPU memory", "lower", r"GPU (?:memory )?requirements?"),
    Metric("memory", "lower", r"memory(?: (?:footprint|usage|use|consumption|requirement|cost|demand)s?)?|VRAM"),
    Metric("parameters", "lower", r"(?:trainable |learnable |activated )?param(?:eter)?s?(?: counts?| size)?"),
    Metric(
        "model size",
        "lower",
        r"(?:model|network)(?:'s)? sizes?|original (?:model )?sizes?|size of the (?:\w+ ){0,2}model",
    ),
    Metric("storage", "lower", r"storage(?: (?:cost|footprint|size|requirement)s?)?"),
    Metric("footprint", "lower", r"(?:machine )?footprints?"),
    Metric("data compression", "higher", r"data compression"),
    Metric("compression ratio", "higher", r"compression (?:ratio|rate|factor|gain)s?"),
    Metric("compression", "higher", r"compression"),
    # work
    Metric(
        "FLOPs utilization",
        "higher",
        r"(?-i:MFU)|(?:model )?FLOPs? utili[sz]ation|theoretical (?:maximum|peak)|of peak",
    ),
    Metric("sparsity", "higher", r"sparsity"),
    Metric("utilization", "higher", r"(?:(?:compute|resource|hardware|GPU|memory) )?utili[sz]ation"),
    Metric("FLOPs", "lower", r"(?-i:[KMGTP]?FLOPs?|[kmg]?flops?)(?:\(G\))?|floating[- ]point operations"),
    Metric("MACs", "lower", r"(?-i:[KMGT]?MACs?)"),
    Metric("computing efficiency", "higher", r"comput(?:ing|ation(?:al)?|e) efficiency"),
    Metric("computation", "lower", r"computations?|calculations?"),
    Metric("communication volume", "lower", r"communication (?:volume|overhead|cost|traffic|time)s?"),
    Metric("operations", "lower", r"operations"),
    # energy, area, money
    Metric("energy efficiency", "higher", r"(?:energy|power)[- ]efficien(?:cy|t)"),
    Metric("area efficiency", "higher", r"area[- ]efficiency"),
    Metric("power", "lower", r"power(?: (?:consumption|usage|use|draw))?"),
    Metric("energy", "lower", r"energy(?: (?:consumption|usage|use|cost)s?)?"),
    Metric("area", "lower", r"(?:(?:chip|core|cell|die) )?area"),
    # rates
    Metric("throughput", "higher", r"throughputs?|goodput|(?-i:[TP]FLOPS)|FLOPs?/s"),
    Metric("acceptance rate", "higher", r"acceptance (?:rate|length)s?"),
    Metric("block efficiency", "higher", r"block efficiency"),
    Metric("scaling efficiency", "higher", r"(?:(?:weak|strong) )?(?:scaling|scalability) efficienc(?:y|ies)"),
    Metric("training speed", "higher", r"training speed(?![- ]?up)"),
    Metric("speed", "higher", r"speeds?(?![- ]?up)"),
    # quality
    Metric("top-1 accuracy", "higher", r"top-?1(?: \w+)?(?: accurac(?:y|ies))?", "%"),
    Metric("top-5 accuracy", "higher", r"top-?5(?: accurac(?:y|ies))?", "%"),
    Metric("accuracy", "higher", r"accurac(?:y|ies)|accurate", "%"),
    Metric("success rate", "higher", r"success rates?|(?:re)?solv(?:es?|ed|ing)"),
    Metric("win rate", "higher", r"win[- ]?rates?"),
    Metric("hit rate", "higher", r"hit rates?"),
    Metric("false positive rate", "lower", r"false[- ]positive rates?"),
    Metric("pass@k", "higher", r"pass@\w+"),
    Metric("mIoU", "higher", r"(?-i:m?IoU)"),
    Metric("mAP", "higher", r"(?-i:mAP)|mean average precision"),
    Metric("AP", "higher", r"(?-i:(?:box |mask )?AP\d*)"),
    Metric("F1", "higher", r"F1"),
    Metric("exact match", "higher", r"(?-i:EM)|exact match"),
    Metric("recall", "higher", r"recall(?:@\d+)?"),
    Metric("perplexity", "lower", r"perplexit(?:y|ies)|(?-i:PPL)", "PPL"),
    Metric("FID", "lower", r"(?-i:s?FID)"),
    Metric("FVD", "lower", r"(?-i:FVD)"),
    Metric("LPIPS", "lower", r"(?-i:LPIPS)"),
    Metric("PSNR", "higher", r"(?-i:PSNR)"),
    Metric("SSIM", "higher", r"(?-i:SSIM)"),
    Metric("CLIP score", "higher", r"CLIP[- ]?scores?"),
    Metric("CIDEr", "higher", r"CIDEr"),
    Metric("BLEU", "higher", r"BLEU(?:-\d)?"),
    Metric("ROUGE", "higher", r"ROUGE(?:-\w+)?"),
    Metric("GLUE score", "higher", r"(?:Super)?GLUE scores?"),
    Metric("GenEval score", "higher", r"GenEval scores?"),
    Metric("NDCG", "higher", r"NDCG(?:@\d+)?"),
    Metric("AUC", "higher", r"(?-i:AU(?:RO)?C)"),
    Metric("Dice score", "higher", r"Dice(?: scores?| coefficients?)?|(?-i:DSC)"),
    Metric("prediction accuracy", "higher", r"R(?:\^?2|²|\^\{2\})", "R²"),
    Metric("correlation", "higher", r"correlations?|Nash-Sutcliffe efficiency|(?-i:NSE)"),
    Metric("word error rate", "lower", r"word error rates?|(?-i:(?:DA-)?WER)"),
    Metric(
        "prediction error", "lower", r"(?:mean|median|relative|absolute|average)(?: \w+)? errors?|(?-i:RMSE|MAE|MAPE)"
    ),
    Metric("error rate", "lower", r"(?:test )?error(?: rates?)?"),
    Metric("BD-rate", "lower", r"BD[- ]?rate"),
    Metric("loss", "lower", r"(?:validation|test|training) loss"),
    Metric("overhead", "lower", r"overheads?"),
    Metric("quality", "higher", r"quality"),
    Metric("performance", "higher", r"performances?"),
    Metric("efficiency", "higher", r"efficienc(?:y|ies)|efficient"),
    Metric("score", "higher", r"scores?"),
)

# `up` and `down` are said of the number, `better` and `worse` of what it means: a better latency is a lower one.
CHANGES = (
    Change("better", "speed", r"faster|quicker|as fast|speed(?:s|ed|ing)?[- ]?ups?|accelerat(?:es?|ed|ing|ions?)"),
    Change("worse", "speed", r"slower|slow-?downs?"),
    Change("down", "size", r"smaller|shrink(?:s|ing)?|compress(?:es|ed|ing)?"),
    Change("up", "size", r"larger|bigger"),
    Change("down", "time", r"shorter|shorten(?:s|ed|ing)?"),
    Change("down", "cost", r"cheaper"),
    Change("better", "performance", r"(?:out-?perform|surpass|exceed|out-?pace|beat)(?:s|es|ed|ing)?"),
    Change("better", "", r"better|superior|improv(?:es?|ed|ing|ements?)|enhanc(?:es?|ed|ing|ements?)"),
    Change("better", "", r"boost(?:s|ed|ing)?|gain(?:s|ed|ing)?|lift(?:s|ed|ing)?"),
    Change("up", "", r"higher|greater|increas(?:es?|ed|ing)|rais(?:es?|ed|ing)|doubl(?:es?|ed|ing)"),
    Change("up", "", r"scal(?:es?|ing) up"),
    Change("up", "", r"more|longer", follows=True),
    Change("down", "", r"less|fewer", follows=True),
    Change("down", "", r"lower(?:s|ed|ing)?|reduc(?:es?|ed|ing|tions?)|decreas(?:es?|ed|ing)|decrements?"),
    Change("down", "", r"sav(?:es?|ed|ings?)|cut(?:s|ting)?|slash(?:es|ed|ing)?|minimi[sz](?:es?|ed|ing)"),
    Change("down", "", r"prun(?:es?|ed|ing)|halv(?:es?|ed|ing)"),
    Change("down", "performance", r"drop(?:s|ped|ping)?|declin(?:es?|ed|ing)"),
    Change("worse", "performance", r"degrad(?:es?|ed|ing|ations?)|los(?:s|ses|es|ing)"),
)

MEASURES = (
    Measure("FPS", "throughput", r"(?-i:fps|FPS)|frames per second \(FPS\)"),
    Measure("frames/s", "throughput", r"frames(?: \([^()]{1,30}\))? per second|frames?/s(?:ec(?:ond)?)?"),
    Measure("tokens/s", "throughput", r"tokens? per second|tokens?/s(?:ec(?:ond)?)?"),
    Measure("images/s", "throughput", r"images? per second|images?/s(?:ec(?:ond)?)?"),
    Measure("samples/s", "throughput", r"samples? per second|samples?/s(?:ec(?:ond)?)?"),
    Measure("requests/s", "throughput", r"requests? per second|requests?/s(?:ec(?:ond)?)?"),
    Measure("", "throughput", r"(?:[KMGTPE]|peta|tera|exa)?(?:FLOPS?|OPS)/s(?:ec)?"),
    Measure("", "throughput", r"(?-i:[TPE]FLOPS|[GTP]OPS)|(?:tera|peta|exa)flops?"),
    Measure("", "energy efficiency", r"(?-i:[A-Za-z]+/[mk]?[JW]h?)"),
    Measure(
        "MAC/clk",
        "computing efficiency",
        r"(?-i:MACs?/(?:clk|cycle))|multiply[- ]and[- ]accumulate operations per (?:clock )?cycle",
    ),
    Measure("GFLOPs", "FLOPs", r"FLOPs?\(G\)|G ?FLOPs?"),
    Measure("MFLOPs", "FLOPs", r"M ?FLOPs?"),
    Measure("", "MACs", r"(?-i:[GM] ?MACs?)"),
    Measure("ms", "latency", r"ms|milliseconds?"),
    Measure("μs", "latency", r"[μµ]s|microseconds?"),
    Measure("s", "time", r"(?-i:s)|secs?|seconds?"),
    Measure("minutes", "time", r"min(?:ute)?s?"),
    Measure("", "GPU time", r"(?:GPU|TPU)[- ](?:hour|day)s?"),
    Measure("hours", "time", r"hours?|hrs?"),
    Measure("days", "time", r"days?"),
    Measure("", "memory", r"(?-i:[KMGT]i?B)"),
    Measure("W", "power", r"(?-i:W)|watts?"),
    Measure("mW", "power", r"(?-i:mW)"),
    Measure("", "energy", r"(?-i:[munp]?J)"),
    Measure("dB", "quality", r"(?-i:dB)"),
    Measure("points", "score", r"(?:absolute )?points?"),
    Measure("epochs", "time", r"epochs?"),
)

QUALIFIERS = (
    Qualifier("up to ", r"\bup ?to|\bas (?:much|high|low|few) as|\bat most|\ba maximum of|\bmax(?:imum)?"),
    Qualifier("≥", r"\bat least|≥|>="),
    Qualifier(">", r"\bmore than|\bover|\b(?:great|larg|high)er than|\babove|\bexceeding|>"),
    Qualifier("<", r"\bless than|\b(?:few|low|small)er than|\bbelow|\bunder|<!?"),
    Qualifier("~", r"\babout|\baround|\bapproximately|\bapprox\.?|\broughly|\bnearly|\balmost|\bclose to|[~∼≈]"),
)

_COUNTS = (("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("eight", 8), ("ten", 10), ("hundred", 100))
NUMBER_WORDS = (
    *(NumberWord(str(count), count, "x", rf"{word}(?: times|[- ]?fold)") for word, count in _COUNTS),
    NumberWord("10", 10, "x", r"(?:an?|one) order of magnitude"),
    NumberWord("100", 100, "x", r"two orders of magnitude"),
    NumberWord("1000", 1000, "x", r"three orders of magnitude"),
    NumberWord("2", 2, "x", r"twice(?= (?:as|the))|double[sd]?(?= (?:the|as))|doubling(?= the)"),
    NumberWord("50", 50, "%", r"(?<=by )(?:a )?half|in half|half(?= (?:the|of|as))|halv(?:es?|ed|ing)"),
)
