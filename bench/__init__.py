"""Benchmarks: what the site costs its readers, against what others would; `make bench` runs them, nothing else does."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
