"""What a result is compared with, as the sentence says it."""

import re

from site_src.results.patterns import any_word

# `3× faster than X`, `a 40% reduction over X`, `… compared to X`; but not `over time`, `more than 3×`.
_AFTER = re.compile(
    r"\b(?:than|over|as (?:fast|small|large|much|good) as|versus|vs\.?|against|(?:as )?compared (?:to|with|against)"
    r"|in comparison (?:to|with)|relative to|with respect to(?: \(w\.r\.t\.\))?|w\.r\.t\.?)\s+"
    r"(?!(?:an? )?[~∼]?\d|(?:one|two|three|twice|half|all|time|both)\b|(?:an? )?(?:\w+ )?ranges?\b)",
    re.IGNORECASE,
)
# `outperforms X by 40%`, `compared to X, …`.
_BEFORE = re.compile(r"\b(?:outperform|surpass|exceed|beat)\w* ", re.IGNORECASE)
_BY = re.compile(r"\bby\b[^,;]{0,40}\Z")
_LEADING = re.compile(r"(?:When )?(?:Compared|Relative|In comparison) (?:to|with)\s+", re.IGNORECASE)
_ELSEWHERE = re.compile(r";|\.\s|\b(?:while|whereas)\b", re.IGNORECASE)
_END_WORDS = any_word(
    "on for by with while when where which that in at using without under across during as to from after or up even"
    " concerning including such respectively is are achiev*"
)
_END = re.compile(
    rf"[,;:()]|\.(?:\s|\Z)|\s--?\s|\s[~∼]?\d+(?:\.\d+)?(?:%|×|x\b)|{_END_WORDS}|(?<![\w-])and(?! \S*[A-Z])(?![\w-])"
)
_FIRST = re.compile(
    r"^(?:(?:that (?:of|with)|those of|the|an?|its|their|our|all|both|other|recent|most|several|best) )+", re.IGNORECASE
)
_NOUN = re.compile(r"[^\W_]")
_LONGEST = 60
_REACH = 160


def find_baseline(sentence: str, start: int, end: int, limit: int) -> str | None:
    """What the number at `[start, end)` of the sentence is compared with, sought up to `limit`; None = not said."""
    return _after(sentence, end, limit) or _before(sentence, start) or _leading(sentence)


def _after(sentence: str, end: int, limit: int) -> str | None:
    stop = _ELSEWHERE.search(sentence, end, limit)
    match = _AFTER.search(sentence, end, min(stop.start() if stop else limit, end + _REACH))
    return _phrase(sentence, match.end()) if match else None


def _before(sentence: str, start: int) -> str | None:
    verbs = list(_BEFORE.finditer(sentence, max(0, start - _REACH), start))
    by = _BY.search(sentence, max(0, start - _REACH), start)
    outdone = verbs and by and verbs[-1].end() <= by.start()
    return _phrase(sentence, verbs[-1].end()) if outdone else None


def _leading(sentence: str) -> str | None:
    match = _LEADING.match(sentence)
    return _phrase(sentence, match.end()) if match else None


def _phrase(sentence: str, start: int) -> str | None:
    """The words from `start` to where the thing compared with ends."""
    end = _END.search(sentence, start)
    words = _FIRST.sub("", sentence[start : end.start() if end else len(sentence)].strip())
    return words if _NOUN.search(words) and len(words) <= _LONGEST else None
