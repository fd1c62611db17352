"""Distillate: digest dumps in, a static research digest out.

Dumps → entries → papers ‖ pages on disk ‖ → papers, completed → planned pages → {path: bytes} → checked → written in
one move.
"""
