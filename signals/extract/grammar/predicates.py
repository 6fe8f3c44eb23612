"""Predicates that are no plain verb of direction: nouns, extremes, participles, and the moves of periods that still run."""

from __future__ import annotations

import re

from signals.extract.grammar.outcomes import came_to, ended, goes_on, had, of_results, stands_for
from signals.extract.grammar.owners import Owners
from signals.extract.grammar.role import EXTREMES
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, NOTHING, gap_class, words
from signals.extract.text.folding import holds_any
from signals.extract.text.inflection import forms
from signals.extract.text.lines import in_headline, is_headline
from signals.extract.text.tokens import Token

_GOES_ON = (["keeps"], ["keep"], ["kept"], ["continues"], ["continued"])  # "gold keeps falling"
_RECOVERIES = frozenset(
    form for verb in ("recover", "bounce", "rebound", "claw back", "come back:came back") for form in forms(verb)
)
_WORD = 24  # characters behind a verb in which its object begins
_VERBAL = ("s", "ed", "ing")  # how a verb that we do not know ends
_LED = 6  # words of "led the country's energy producers" at most
_RESOLVED = frozenset({"voted", "votes", "decided", "decides", "opted", "opts", "agreed", "agrees"})  # to do so

_STAKE = re.compile(
    r" (?:(?:an?|its|their|his|the|another|further|additional|more|minority|majority|controlling|large|small"
    r"|[\d.]+ ?(?:%|pct|per ?cent))"
    r" ){0,4}(?:stakes?|holdings?|shareholdings?|interest) (?:in|of|from|to)\b"
)
_HELD = r"(?:hold|sell|buy|neutral|reduce|add|junk|accumulate|(?:sector|market) perform|(?:under|out)perform)"
_RATED = re.compile(
    r"(?:['’]s?)?(?: \w+)? ?(?:(?:shares|stock) )?"
    rf"(?:to (?:an? )?['\"“‘]?(?:{_HELD}|(?:under|over|equal)[- ]?weight|(?-i:[A-D][A-Ca-c]{{0,2}})[123+-]?(?!\w))"
    r"|(?:credit )?ratings?\b)",
    re.IGNORECASE,
)
_STREAKS, _PERIODS = (" straight ", "consecutive ", " in a row"), ("week", "month", "quarter", "year", "annual")
_STREAK_BEHIND = 10  # characters behind a noun of direction in which "in a row" may stand
_QUOTES = frozenset("\"“”'‘’")


class Predicates(Owners):
    """What the walk through a sentence makes of such predicates."""

    def _streak(self, noun: Token) -> bool:
        """ "On pace for a sixth straight gain": of days; what a run of weeks would come to is the move of the week so far."""
        if self.tracking is None:
            return False
        said = self.s.text[self.tracking.end : noun.end + _STREAK_BEHIND].lower()
        return holds_any(said, _STREAKS) and not holds_any(said, _PERIODS)

    def on_tracking(self, index: int, token: Token) -> None:
        """ "On track for a weekly gain": a predicate about the period so far."""
        self._predicate(index)
        self.tracking = token

    def _ask(self) -> None:
        """ "Will gold hit a record high?": a headline that asks has told no direction."""
        if is_headline(self.s.text) and self.s.text.rstrip().endswith("?"):
            for frame in self.frames:
                frame.direction = frame.direction if frame.move is not None or frame.level is not None else None

    def _foresee(self, index: int, token: Token) -> None:
        """ "Gold to fall", "stimulus to push gold to $3,000": before anything is told an infinitive of a headline foretells;
        so does "seen stable".
        """
        to = self.s.near(index, NOTHING)
        said = (to is not None and to.form == "to" and to.kind == "prep") or self.s.gap(index).endswith(" to ")
        resolved = said and not _RESOLVED.isdisjoint(
            self.s.text[max(token.start - 24, self.s.start) : token.start].lower().split()
        )
        seen = to is not None and to.value == "seen" and not self.s.written(token).endswith("ed")
        if seen or (said and not resolved and not self.told and in_headline(self.s.text, token.start)):
            self.modal = Token("modal", token.start, token.end, "to", "forecast", place=token.place)

    def _recovers(self, index: int, token: Token) -> None:
        """ "Gold rebounds as dollar sags": alone in a headline a recovery is the move, not a part of its path."""
        following = self.s.at(index + 1)
        alone = following is None or following.kind == "bound" or following.form in ("on", "in", "into", "from")
        closed = self.s.gaps[index + 1] == NOTHING or following is None
        first = all(frame.empty for frame in self.frames) and not self._behind()
        if alone and closed and first and self.s.written(token) in _RECOVERIES and is_headline(self.s.text):
            token.form = "verb"

    def _by_unknown_verb(self, index: int) -> bool:
        """ "Gold zings higher", "Exxon led energy producers down": an adjective behind the one unknown word that a name leaves,
        or behind whom the name led, itself right before a pause.
        """
        before, following = self.s.at(index - 1), self.s.at(index + 1)
        between = self.s.gap(index).split()
        named = before is not None and before in self.group and not self.spoken
        leads = between[:1] in (["led"], ["leads"]) and len(between) <= _LED and not self.embedded
        if not named or (not leads and not (len(between) == 1 and between[0].islower() and between[0].endswith(_VERBAL))):
            return False
        alone = following is None or following.kind in ("bound", "time", "prep", "number")
        return alone and (following is None or self.s.gaps[index + 1] <= FUNCTION) and (leads or is_headline(self.s.text))

    def _arrive(self, index: int, token: Token) -> None:
        """ "Hits a six-month high": a move, unless the clause has told one already."""
        told = self.frame is not None and not self.frame.empty
        if token.form not in EXTREMES or self.owner != "group" or self.embedded or told or self._behind():
            return
        sign = came_to(self.s, self.segment, index)
        if sign is not None:
            self.direct(stands_for(token, sign), bare=True)

    def _foretell(self, index: int, token: Token) -> None:
        """ "Posts a third weekly gain"; "no change in the yen": what a noun of direction is said of."""
        said = self.owner == "group" and not self.embedded and not self._measured(index, token)
        if self._earned(index) or self._streak(token):
            return
        if said and (had(self.s, self.segment, index) or (index - 1 == self._last_name() and goes_on(self.s, index))):
            self.direct(token, bare=True)
            return
        if said and self._waits_for_noun() and ended(self.s, self.segment, index):
            self.direct(stands_for(token, -int(token.value)), bare=True)
            return
        following, named = self.s.at(index + 1), self.s.at(index + 2)
        frame, before = self.frame, self.s.at(index - 1)
        if (
            frame is not None
            and frame.level is not None
            and frame.move is None
            and frame.direction is None
            and self.owner == "group"
        ):
            alone = following is None or following.form not in ("of", "to", "in")
            if alone and before is not None and before.form == "comma" and token.place - frame.level.place <= 3:
                self.direct(token, bare=True)  # "finished at 16,302.76, a gain on the day"
                return
        if named is not None and named.kind == "instrument" and following is not None and self._heads(index, following):
            self.caused = token

    def _of_a_stake(self, token: Token) -> bool:
        """ "Facebook picks up a 10% stake in Jio": what a company bought or sold, no move of its share."""
        share = bool(self.group) and self.owner == "group" and self.group[0].value.instrument_class == "share"
        return share and _STAKE.match(self.s.text, token.end) is not None

    def _is_rated(self, named: Token) -> bool:
        """ "Cut Quirkco to hold", "raised Quirkco's rating": what an analyst calls a share, no move of it."""
        rate = named.kind == "instrument" and named.value.instrument_class == "policy rate"  # "to a range of 4.50% to 4.75%"
        return not rate and _RATED.match(self.s.text, named.end) is not None

    def _is_rating(self, token: Token) -> bool:
        """ "Kept 'add' on Quirkco": a word between quotation marks is what an analyst calls a share."""
        return self.s.text[token.start - 1 : token.start] in _QUOTES and self.s.text[token.end : token.end + 1] in _QUOTES

    def _waits_for_noun(self) -> bool:
        """Whether nothing has been told yet, or only "breaks", which a level would have to follow."""
        frame = self.frame
        if frame is None or frame.move is not None or frame.level is not None:
            return False
        if frame.direction is not None and frame.direction.form == "crossing":
            frame.direction = None
        return frame.direction is None

    def _behind(self) -> bool:
        """ "Gold pauses after hitting a record high": what went before is no news, nor is why another price moved."""
        opening = self.s.at(self.segment) if self.segment >= 0 else None
        before = opening is not None and opening.value in ("after", "before", "since", "when", "until", "once")
        return before or self._mere_reason()

    def _earned(self, index: int) -> bool:
        """ "Barrick posts quarterly loss": of a company, not of its share."""
        share = self.owner == "group" and self.group[0].value.instrument_class == "share"
        return share and had(self.s, self.segment, index) and of_results(self.s, index)

    def _last_name(self) -> int:
        return self.group[-1].place if self.group else -1

    def _heads(self, index: int, following: Token) -> bool:
        """ "No change in the yen", "a second weekly loss for gold, 2.1%": a noun phrase that is a statement by itself."""
        if self.s.tokens[index].value == 0:
            return following.form == "in"
        after = self.s.at(index + 3)
        alone = after is None or after.form in ("comma", "clause", "colon", "dash")
        return following.form in ("for", "in") and self.owner == "none" and alone and is_headline(self.s.text)

    def _suffers(self, index: int, token: Token) -> bool:
        """ "Gold lifted by soft dollar": the participle of a causative right behind its name, and who did it."""
        named, agent = self.s.near(index), self.s.next(index)
        why = agent is None or agent.form == "by" or (agent.value in ("as", "after", "amid") and is_headline(self.s.text))
        done = (
            self.s.written(token).split(" ")[0].endswith(("ed", "hurt"))
            and why
            and (agent is not None or is_headline(self.s.text))
        )
        if not done or named is None or named not in self.group or self.embedded or not token.value:
            return False
        if agent is None and self._has_object(token):
            return False
        doer = self.s.at(index + 2)
        return self.group[0].value.instrument_class != "policy rate" and not (doer is not None and doer.kind == "number")

    def _has_object(self, token: Token) -> bool:
        """ "The stronger yen hurt [exporters]": whether a thing that we do not know stands right behind a verb."""
        behind = self.s.text[token.end : token.end + _WORD]
        first = next(iter(words(behind)), "")
        return behind[:1] == " " and bool(first) and gap_class(first) == FOREIGN

    def _heads_line(self, index: int) -> bool:
        """ "Gold falling as dollar rises": right behind the name that opens a headline a participle is its verb."""
        goes_on = words(self.s.gap(index).lower()) in _GOES_ON
        before = self.s.at(index - 1) if goes_on else self.s.near(index, NOTHING)
        if before is not None and before.kind == "ref" and before.form == "commodity":
            before = self.s.near(index - 1, NOTHING)  # "Gold prices falling"
        opening = self.s.at(before.place - 1) if before is not None and before in self.group else None
        heads = opening is None or opening.form in ("colon", "dash")  # "BREAKING: Gold falling"
        return before in self.group and heads and in_headline(self.s.text, self.s.tokens[index].start)

    def _measured(self, index: int, token: Token) -> bool:
        """Whether a size follows, which takes the direction with it."""
        following = self.s.next(index)
        if following is not None and following.form == "by":
            following = self.s.next(index + 1)
        if following is None or following.number is None or token.form in ("crossing", "path") or token.value == 0:
            return False
        if following.number.ignored in ("amount", "count"):
            return True  # "lost $134 million" is no price
        return following.number.ignored is None and (following.number.unit is not None or following.number.fraction)

    def _mere_reason(self) -> bool:
        """ "As the dollar firmed": why another price moved, no statement about the dollar against all others."""
        opening = self.s.at(self.segment)
        reason = opening is not None and opening.value in ("as", "after", "because", "since", "when")
        return reason and len(self.group) == 1 and self.group[0].value.id == "USD" and self.counter is None
