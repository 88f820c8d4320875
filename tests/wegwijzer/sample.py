"""The small tree of sample.toml, whole or with a line changed."""

from pathlib import Path

from calculators.wegwijzer.reading import Wegwijzer, read

TEXT = Path(__file__).with_name("sample.toml").read_text("utf-8")


def sample(*changes: tuple[str, str]) -> Wegwijzer:
    """Read the sample with texts replaced; each of them stands in it."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return read(text)
