"""Draws the icons that must be PNG, as templates/static/icon.svg has them but to the edge; `make icons` runs it."""

import struct
import zlib
from functools import cache
from math import hypot
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "templates" / "static"
ICONS = {"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}

BACKGROUND = (0x2B, 0x27, 0x21)
DROP = (0xF3, 0xE9, 0xD7)
SIDE = 32  # of the SVG's view box
FINE = 3  # samples along each side of a pixel
SHADES = FINE * FINE


def in_drop(x: float, y: float) -> bool:
    """Whether the point of the view box is in the drop and not in the light on it."""
    if hypot(x - 16, y - 18.5) > 7.5 and not (y < 18.5 and abs(x - 16) < half_width(y)):
        return False
    on_light = x <= 16 and y >= 18.5 and abs(hypot(x - 16, y - 18.5) - 4) < 1
    return not (on_light or hypot(x - 12, y - 18.5) < 1 or hypot(x - 16, y - 22.5) < 1)


@cache
def half_width(y: float) -> float:
    """Half the drop's width above its belly: the curve `c4.2 5.6 7.5 9.6 7.5 14` from (16, 4.5), by bisection."""
    low, high = 0.0, 1.0
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if 4.5 + bezier(middle, 5.6, 9.6, 14) < y else (low, middle)
    return bezier(low, 4.2, 7.5, 7.5) if y > 4.5 else 0


def bezier(t: float, one: float, two: float, end: float) -> float:
    """A cubic from 0."""
    return 3 * (1 - t) ** 2 * t * one + 3 * (1 - t) * t**2 * two + t**3 * end


def draw(size: int) -> list[bytes]:
    """Rows of pixels, each the number of its samples that are in the drop."""
    step = SIDE / (size * FINE)
    places = [(at + 0.5) * step for at in range(size * FINE)]
    rows = [[in_drop(x, y) for x in places] for y in places]
    return [
        bytes(
            sum(sum(row[left : left + FINE]) for row in rows[top : top + FINE]) for left in range(0, size * FINE, FINE)
        )
        for top in range(0, size * FINE, FINE)
    ]


def format_png(rows: list[bytes]) -> bytes:
    """A PNG of one byte a pixel, with a palette from the background to the drop."""
    palette = bytes(
        round(back + (front - back) * shade / SHADES)
        for shade in range(SHADES + 1)
        for back, front in zip(BACKGROUND, DROP, strict=True)
    )
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 3, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def main() -> None:
    for name, size in ICONS.items():
        (STATIC / name).write_bytes(format_png(draw(size)))


if __name__ == "__main__":
    main()
