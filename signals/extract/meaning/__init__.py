"""Frames to facts: pair, sign, unit and kind, repetitions, contradictions and confidence."""
