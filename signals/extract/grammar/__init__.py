"""Sentences to frames: who is spoken of, and what each number and each direction says of them."""
