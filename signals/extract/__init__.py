"""Extraction: who moved, which way, how far, to where, since when, as of when, each value with its characters."""

from __future__ import annotations
