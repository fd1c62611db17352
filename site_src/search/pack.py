"""The index as bytes a browser fetches: small, and split where one file would be too large.

A *piece* holds a range of the sorted terms. It is gzip of five sections, each preceded by its length (four bytes,
little end first):

1. for each term, how many letters it shares with the one before (at most 255);
2. a line for each term: the letters that follow, and after a space its words, separated by commas and written as what
   changes at the term's end: `s` adds an s, `1ies` replaces one letter;
3. for each term, the number of its papers;
4. the papers of the terms, each as the number of papers between it and the one before, in Rice's code: ones as many
   as 2^k goes into it, a zero, and what remains in k bits, highest first; k is such that 2^k comes near what is to be
   expected of so many papers (`_remainder_bits`);
5. for each of these papers a byte of counts: how often the term stands in each field of the index, in just the bits
   that the field's highest count needs, first field lowest.

Numbers in 3 take seven bits a byte, low bits first, the highest bit telling that more follow (LEB128). So do those in
the file of lengths, which has a section for each field of the index: how many words it has in every paper.
What the counts weigh is Lunr's formula again, applied where the piece is read
(`templates/static/js/search/weights.js`).
"""

import gzip
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import zopfli.gzip as zopfli

from site_src.contract import RICE_SHARE
from site_src.search.index import Counts, Index

# Up to so many postings one file is best: what papers say as a whole also tells which are alike. Split, a query should
# not fetch much that it does not need.
MOST_SAID_IN_ONE = 150_000
MOST_NAMED_IN_ONE = 20_000
MOST_IN_EACH = 10_000
_MOST_SHARED = 255
_LETTERS = ":"  # the character after the digits


def pack_index(index: Index, most_in_one: int) -> list[tuple[str, bytes]]:
    """The index in pieces, each with the first term it may hold.

    Up to `most_in_one` postings there are two: the numbers, which few queries hold, and the rest. The browser asks for
    the second before it knows how many there are, so where there are more that one is empty. The pieces
    are not compressed yet.
    """
    ranges = _ranges(index, most_in_one)
    return [(start, _pack_piece(index, terms)) for start, terms in ranges]


def pack_lengths(index: Index) -> bytes:
    """The lengths of each field in every paper, not compressed yet."""
    columns = zip(*index.lengths, strict=True) if index.lengths else ((),) * len(index.fields)
    return _join(b"".join(map(_number, column)) for column in columns)


def compress_files(contents: Mapping[str, bytes], first: Collection[str]) -> dict[str, bytes]:
    """The files gzipped: those that a first query waits for as small as can be, the others in good time."""
    with ThreadPoolExecutor() as pool:
        packed = pool.map(lambda path: _compress(contents[path], thoroughly=path in first), contents)
        return dict(zip(contents, packed, strict=True))


def _compress(content: bytes, *, thoroughly: bool) -> bytes:
    return bytes(zopfli.compress(content)) if thoroughly else gzip.compress(content, mtime=0)


def count_shared(one: str, other: str) -> int:
    """How many characters the two begin with alike."""
    alike = (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(alike, min(len(one), len(other)))


def _ranges(index: Index, most_in_one: int) -> list[tuple[str, list[str]]]:
    """The sorted terms in ranges that each make a piece, with the first term each may hold."""
    numbers = [term for term in index.postings if term < _LETTERS]
    rest = [term for term in index.postings if term >= _LETTERS]
    if sum(map(len, index.postings.values())) <= most_in_one:
        return [("", numbers), (_LETTERS, rest)]
    first, *others = (*_split(index, "", numbers), *_split(index, _LETTERS, rest))
    return [first, (others[0][0], []), *others]


def _split(index: Index, start: str, terms: Iterable[str]) -> list[tuple[str, list[str]]]:
    ranges: list[tuple[str, list[str]]] = [(start, [])]
    room = MOST_IN_EACH
    for term in terms:
        room -= len(index.postings[term])
        if room < 0 and ranges[-1][1]:
            ranges.append((term, []))
            room = MOST_IN_EACH - len(index.postings[term])
        ranges[-1][1].append(term)
    return ranges


def _pack_piece(index: Index, terms: Sequence[str]) -> bytes:
    bits = [most.bit_length() for most in index.fields.values()]
    postings = {term: index.postings[term] for term in terms}
    shared = [min(count_shared(*pair), _MOST_SHARED) for pair in zip(("", *terms), terms, strict=False)]
    lines = (
        " ".join((term[kept:], *_changes(term, index.words[term]))) for term, kept in zip(terms, shared, strict=True)
    )
    sections = (
        bytes(shared),
        "\n".join(lines).encode(),
        b"".join(_number(len(postings[term])) for term in terms),
        _pack_bits("".join(_rice(postings[term], len(index.lengths)) for term in terms)),
        bytes(_byte(counts, bits) for term in terms for _, counts in sorted(postings[term].items())),
    )
    return _join(sections)


def _join(sections: Iterable[bytes]) -> bytes:
    return b"".join(len(section).to_bytes(4, "little") + section for section in sections)


def _changes(term: str, words: Iterable[str]) -> Iterator[str]:
    """One text that says how each word differs from the term, none where the term is its only word."""
    changes = ",".join(_change(term, word) for word in words)
    if changes:
        yield changes


def _change(term: str, word: str) -> str:
    kept = count_shared(term, word)
    return f"{len(term) - kept or ''}{word[kept:]}"


def _rice(holding: Collection[int], papers: int) -> str:
    """The numbers of the papers that hold a term, of so many papers, as ones and zeros."""
    bits = _remainder_bits(len(holding), papers)
    last = -1
    code = ""
    for number in sorted(holding):
        times, rest = divmod(number - last - 1, 1 << bits)
        code += "1" * times + "0" + (f"{rest:0{bits}b}" if bits else "")
        last = number
    return code


def _remainder_bits(holding: int, papers: int) -> int:
    """The k of Rice's code, at least 0: 2^k is at most `RICE_SHARE` of the mean distance between papers."""
    return max(0, int(RICE_SHARE * papers / holding).bit_length() - 1)


def _pack_bits(code: str) -> bytes:
    """Ones and zeros, eight to a byte, the first highest."""
    size = -(-len(code) // 8)
    return int(code.ljust(8 * size, "0") or "0", 2).to_bytes(size)


def _byte(counts: Counts, bits: Iterable[int]) -> int:
    byte = shift = 0
    for count, width in zip(counts, bits, strict=True):
        byte |= count << shift
        shift += width
    return byte


def _number(value: int) -> bytes:
    encoded = bytearray()
    while value > 127:  # noqa: PLR2004  seven bits
        encoded.append(value & 127 | 128)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)
