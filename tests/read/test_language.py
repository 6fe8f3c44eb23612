"""Sentences worded for this purpose, in languages that a page may be in."""

from __future__ import annotations

import pytest

from signals.read.language import language_of

TEXTS = {
    "en": [
        "The rand firmed on Friday after the central bank left rates alone.",
        "BANK OF LATVIA LEAVES RATE AT 2.00 PCT, IN LINE WITH POLL",
        "KRONA AT 10.93 PER EURO AFTER DECISION VS 10.98 BEFORE",
    ],
    "de": ["Die Aktien in Frankfurt haben am Freitag leicht zugelegt, nachdem in Amerika neue Zahlen vorlagen."],
    "fr": ["La Bourse de Paris a fini en hausse de 0,4% vendredi, portée par les valeurs du luxe."],
    "es": ["El peso cerró la jornada con una subida del 0,7% frente al dólar, según datos del banco central."],
    "pt": ["O dólar fechou em queda nesta quinta-feira, com os investidores à espera da decisão de juros."],
    "nl": ["De beurs in Amsterdam is vrijdag met een kleine winst gesloten na een rustige handelsdag."],
    "ru": ["Рубль укрепился к доллару после решения центрального банка сохранить ставку."],
    "ja": ["東京株式市場で株価は小幅に上昇した。"],
    "af": ["Die rand het Vrydag teen die dollar verswak nadat die bank sy koers verlaag het."],
}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in TEXTS.items() for text in texts])
def test_languages(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "Rand firms", "12.5 13.7 +0.4%", "GOLD 3,400.10 BRENT 66.05 DAX 24,748", "....."])
def test_too_little_to_tell(text: str) -> None:
    assert language_of(text) is None
