"""Labels as they stand within a sentence."""

from __future__ import annotations


def within_a_sentence(label: str) -> str:
    """Return a label as it stands within a sentence: ``naam``, but ``WIA-aanvraag``; a question without its mark."""
    return (label if label[1:2].isupper() else label[:1].lower() + label[1:]).rstrip("?")
