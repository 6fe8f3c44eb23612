"""Text to tokens: words of the grammar, numbers in digits and words, their units.

``cues`` is the index that a rule asks first which looks through a whole text: name the words without which it finds nothing,
``holds_cue(text, cues("spread gap"))``. For a few characters around a place ``folding.holds_any`` is the quicker look.
"""
