"""How a text calls for a figure, a source or a calculator: {{ cijfer("wachttijd.weken") }}, with any quotes."""

from __future__ import annotations

import re

CALL = r"\{\{\s*(\w+)\(\s*(?:[\"'“”‘’]([^\"'“”‘’]*)[\"'“”‘’])?\s*\)\s*\}\}"
CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def without_code(text: str) -> str:
    """The text without the parts in which Markdown calls for nothing."""
    return CODE.sub("", text)


def arguments(text: str, name: str) -> list[str]:
    """What a text, without code, gives to one call, in the order of the text."""
    return [argument or "" for called, argument in re.findall(CALL, text) if called == name]
