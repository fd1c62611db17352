"""Distillate: digest dumps in, a static research digest out.

Dumps → entries → papers ‖ pages on disk ‖ → papers, completed → planned pages → {path: bytes} → checked → written in
one move.
"""

__version__ = "0.1.0"  # stated here alone: pyproject.toml reads it
