"""The errors that callers may catch.

SignalsError
├── UsageError          the call itself is wrong (exit code 2)
└── UnreadableInput     a file or record cannot be read (quarantine, exit code 1)
"""

from __future__ import annotations


class SignalsError(Exception):
    """Base of all errors raised on purpose."""


class UsageError(SignalsError):
    """The call itself is wrong: an option, a path, a configuration. The message says what to write instead."""


class UnreadableInput(SignalsError):  # noqa: N818  (a condition of the input, named as people say it)
    """Input that cannot be read. ``position`` says where in words; ``None`` means the whole file."""

    def __init__(self, reason: str, position: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.position = position
