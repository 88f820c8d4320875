"""Who publishes this copy of the site, and where an error can be reported: the settings SITE_OWNER and SITE_CONTACT."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

MAIL = re.compile(r"[^\s@:/?&]+@[^\s@:/?&]+\.[^\s@:/?&]+")
WEB = re.compile(r"https://[^\s\"'<>]+")


class ContactError(ValueError):
    """SITE_CONTACT is neither an e-mail address nor a page of the web."""


@dataclass(frozen=True)
class Publisher:
    """A name and a way to reach it, each empty when nobody gave it."""

    owner: str
    contact: str

    def __post_init__(self) -> None:
        if self.contact and not (MAIL.fullmatch(self.contact) or WEB.fullmatch(self.contact)):
            raise ContactError(f"SITE_CONTACT must be an e-mail address or begin with https://, not: {self.contact}")

    @property
    def link(self) -> str:
        """The contact as a link, or nothing."""
        href = self.contact if self.contact.startswith("https://") else f"mailto:{self.contact}"
        return f'<a href="{escape(href)}">{escape(self.contact)}</a>' if self.contact else ""

    def who(self) -> str:
        """The sentences on /over/ about who is behind this copy."""
        if not self.owner and not self.contact:
            return (
                "Deze kopie heeft nog geen uitgever. Wie de site op internet zet, noemt hier een naam en een adres. "
                "Tot dan is er niemand die u kunt aanspreken."
            )
        name = (
            f"Deze site wordt uitgegeven door {escape(self.owner)}." if self.owner else "De uitgever noemt geen naam."
        )
        return f"{name} " + (f"U bereikt de uitgever via {self.link}." if self.contact else "Een adres is er nog niet.")

    def report(self) -> str:
        """The sentences on /over/ about where an error can be reported."""
        if not self.contact:
            return "Deze kopie heeft nog geen adres waar u een fout kunt melden."
        return (
            f"Meld hem via {self.link}. Noem de pagina, en waar u het anders las. Schrijf niets over uw gezondheid of "
            "over een ander."
        )

    def lacks(self) -> Iterator[str]:
        """Yield the settings that nobody gave."""
        if not self.owner:
            yield "SITE_OWNER"
        if not self.contact:
            yield "SITE_CONTACT"


def from_settings() -> Publisher:
    """The publisher that the environment names."""
    return Publisher(os.environ.get("SITE_OWNER", "").strip(), os.environ.get("SITE_CONTACT", "").strip())
