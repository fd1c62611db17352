"""Entries of dumps → papers, and papers laid over pages: what a page says wins, what it leaves out is added.

`titles`, `slugs` and `evidence` tell papers from one another, `groups` brings together what is of one, in order of how
sure the evidence is, and `merging` makes one paper of it. `twins` are what may still be one.
"""
