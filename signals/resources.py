"""Where the shipped SQL and data files lie: inside the wheel, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _top() -> Path:
    shipped = _PACKAGE / "shipped"
    return shipped if shipped.is_dir() else _PACKAGE.parent


def data_path(*parts: str) -> Path:
    """The path of a file or folder below data/.  Raises FileNotFoundError with what to do where it is missing."""
    return _existing(_top() / "data", parts)


def sql_path(*parts: str) -> Path:
    """The path of a file or folder below sql/.  Raises FileNotFoundError with what to do where it is missing."""
    return _existing(_top() / "sql", parts)


def _existing(folder: Path, parts: tuple[str, ...]) -> Path:
    path = folder.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: the installation is incomplete, install market-news-signals again")
    return path
