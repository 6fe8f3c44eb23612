"""Text to tokens: words of the grammar, numbers in digits and words, their units."""
