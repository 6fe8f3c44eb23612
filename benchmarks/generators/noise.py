"""Sentences with numbers that are no observation: macro data, money, results, thresholds, wishes, counts and names."""

from __future__ import annotations

import random

PLAIN = (
    "The chairman, who is 61, has served three terms.",
    "Analysts said the mood was calm.",
    "Some 40 people attended the meeting in Hall 3.",
    "The ministry said 1,250 people had applied by 1400 GMT.",
    "Turnover was 3.1 billion shares, against 2.8 billion the day before.",
    "Gainers outnumbered losers by 1,420 to 860.",
    "A storm cut output at the refinery, which can process 240,000 barrels per day.",
    "The two countries signed 14 agreements in 2023.",
)


def line(draw: random.Random) -> str:
    """One sentence of noise, its numbers drawn anew."""
    share, money, other = draw.randint(3, 96) / 10, draw.randint(2, 900), draw.randint(2, 60) / 10
    return draw.choice((
        draw.choice(PLAIN),
        f"Consumer prices increased {share}% in June from a year earlier, after {other}% in May.",
        f"The government plans to spend ${money} million on {draw.randint(3, 40)} new bridges over {draw.randint(3, 9)} years.",
        f"A chartist sees support at {money} and resistance at {money + draw.randint(5, 30)}.",
        f"Retail sales could grow {other}% next year, the institute said.",
        f"The company's revenue climbed {share}% to ${other} billion.",
        f"Unemployment stood at {share}%, {other} points above the euro area's average.",
        f"The economy is expected to expand by {other} percent in 2026.",
        f"Tariffs of {draw.choice((10, 15, 25, 50))} percent take effect on August 1.",
        f"The fund raised its stake to {share} percent for ${money} million.",
        f"Exports fell {share}% to ${other} billion, the customs office said.",
        f"Profit per share was {money} cents, and the dividend stays at {draw.randint(5, 60)} cents.",
        f"Stockpiles rose by {other} million barrels in the week to Friday.",
        f"Net debt fell to ${other} billion, or {share} times earnings.",
        f"The poll of {draw.randint(20, 70)} economists found a {draw.randint(20, 80)}% chance of a recession.",
    ))  # fmt: skip
