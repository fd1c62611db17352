"""Rules for superscripts and subscripts: only where they are whole and simple; `n^{1+o(1)}` stays as printed."""

import re

from site_src.text.rules import Rule
from site_src.text.symbols import SUBSCRIPTS, SUPERSCRIPTS

RULES = (
    Rule(
        name="superscript",
        fixes=(
            ("O(N^2)", "O(N²)"),
            ("D^{-1}", "D⁻¹"),
            ("> 10^{19}", "> 10¹⁹"),
            ("Net^+ is", "Net⁺ is"),
            ("S^{2}FT", "S²FT"),
            ("Ca^{2+}", "Ca²⁺"),
        ),
        spares=("a ^ b", "n^{1+o(1)}", "d^{0.75}", "x^2.5", "[^0-9]", "R^d", "x^++", "^2"),
        because="an integer, or a plus sign, directly behind what it belongs to",
        needs=("^",),
        pattern=re.compile(r"(?<=[\w)\]|′⊤])\^(?:\{([+-]?\d{1,3}|\d?[+-])\}|(-?\d{1,3})(?!\d|\.\d)|(\+)(?![\w+]))"),
        new=lambda match: (match[1] or match[2] or match[3]).translate(SUPERSCRIPTS),
    ),
    Rule(
        name="transpose",
        fixes=(("exp(QK^top) V", "exp(QK^⊤) V"), (r"UV^{top}", "UV^⊤"), ("A^{⊤}", "A^⊤")),
        spares=("x^topk", "on top"),
        because="top as a superscript is the sign of a transposed matrix",
        needs=("^top", "^{top", "^{⊤"),
        pattern=re.compile(r"(?<=[\w)\]])\^(?:\{(?:\\?top|⊤)\}|top(?![A-Za-z_]))"),
        new="^⊤",
    ),
    Rule(
        name="star",
        fixes=(("A^* search", "A* search"), ("Q^{*}", "Q*"), ("pi^star", "pi*")),
        spares=("x^*y", "a ^* b"),
        because="a star behind a name means the same on the line",
        needs=("^*", "^{*", "^star", "^ast", "^{star", "^{ast"),
        pattern=re.compile(r"(?<=[\w)])\^(?:\{(?:\*|\\?(?:star|ast))\}|(?:\*|(?:star|ast)\b)(?!\w))"),
        new="*",
    ),
    Rule(
        name="prime",
        fixes=(("x^prime", "x′"), (r"x^{\prime}", "x′"), ("x^dagger", "x†")),
        spares=("x^primes",),
        because="the command's name as a superscript",
        needs=("^prime", "^dagger", "^{prime", "^{dagger", "^{\\", "^{′", "^{†", "^′", "^†"),
        pattern=re.compile(r"(?<=\w)\^(?:(\{)?\\?(?:(prime|′)|(dagger|†))(?(1)\}|(?![A-Za-z_])))"),
        new=lambda match: "′" if match[2] else "†",
    ),
    Rule(
        name="subscript",
        fixes=(("H_2O", "H₂O"), ("CO_2 output", "CO₂ output"), ("frame-wise f_0 values", "frame-wise f₀ values")),
        spares=(
            "float8_e4m3",
            "exp_001",
            "x_1_y",
            "H_2Ox",
            "J_6B",
            "f_0.wav",
            "get_1",
            "v_1.2",
            "__init__",
            "a.org/x_1",
        ),
        because="one letter, or two capitals, and a short number, with no more of a name on either side",
        needs=("_",),
        pattern=re.compile(
            r"(?:(?<=(?<![A-Za-z0-9_./@])[A-Za-zα-ωΑ-Ωℓ])|(?<=(?<![A-Za-z0-9_./@])[A-Z]{2}))"
            r"_(?:(\d{1,2})|\{(\d{1,3})\})(?![a-z\d_]|[A-Z]{1,3}[a-z\d_]|[BDGKMTX](?![A-Za-z])|[.@]\w|\{)"
        ),
        new=lambda match: (match[1] or match[2]).translate(SUBSCRIPTS),
    ),
    Rule(
        name="script-word",
        fixes=(("loss L_{EC} and", "loss L_EC and"), ("R^{d}", "R^d"), ("x_{n}", "x_n")),
        spares=("x^{ab}", "x_{i,j}", "L_{EC}x", "n^{1+o(1)}", "name_{x}"),
        because="the script of a single letter, with nothing glued behind, needs no braces to be read",
        needs=("_{", "^{"),
        pattern=re.compile(
            r"(?<=(?<![A-Za-z_\\])[A-Za-zα-ωΑ-Ωℓ])(?:_\{([A-Za-z∞]{1,8})\}|\^\{([A-Za-z])\})(?![A-Za-z0-9_^{])"
        ),
        new=lambda match: f"_{match[1]}" if match[1] else f"^{match[2]}",
    ),
)
