"""Tables in text to frames: rows, columns and their headers."""
