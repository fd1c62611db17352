"""Which techniques of the taxonomy a paper is about, by the phrases of their pages."""

from site_src.techniques.classify import classify

__all__ = ["classify"]
