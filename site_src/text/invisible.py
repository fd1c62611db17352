"""Characters that nobody sees: controls, zero-width and direction-changing ones."""

import re

_BREAKS = "\t-\r\x1c-\x1f\x85\u2028\u2029"
_HIDDEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a"
)
_JOINERS = "\u200c\u200d"
_TAGS = "\U000e0000-\U000e007f"
# What a joiner may join: emoji and letters beyond Latin, but no punctuation and nothing that is itself removed.
_JOINED = f"[^\x00-\u024f\u061c\u180e\u2000-\u206f\u3000-\u303f\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a{_TAGS}]"

_ANY = re.compile(f"[{_BREAKS}{_HIDDEN}{_JOINERS}{_TAGS}]")
_REMOVED = re.compile(
    "(?P<flag>\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)"  # the flag of Wales is a black flag and hidden tags
    f"|(?P<joiner>(?<={_JOINED})[{_JOINERS}](?={_JOINED}))"
    f"|(?P<break>[{_BREAKS}])"
    f"|[{_HIDDEN}{_JOINERS}{_TAGS}]"
)


def strip_invisible(text: str) -> str:
    """The text without them; tabs and line breaks become blanks, joiners stay where they join something.

    No control character (C0, C1) is left.
    """
    return _REMOVED.sub(_kept, text) if _ANY.search(text) else text


def _kept(match: re.Match[str]) -> str:
    if match["break"]:
        return " "
    return match["flag"] or match["joiner"] or ""
