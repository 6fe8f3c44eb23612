"""Names to instruments: what each name, symbol and description in a text stands for."""
