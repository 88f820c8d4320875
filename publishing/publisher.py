"""Who publishes this copy of the site, and where an error can be reported: the settings SITE_OWNER and SITE_CONTACT."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from publishing import templates

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
    def href(self) -> str:
        """Where a link to the contact leads."""
        return self.contact if self.contact.startswith("https://") else f"mailto:{self.contact}"

    def who(self) -> str:
        """The sentences on /over/ about who is behind this copy."""
        return templates.render("publisher", owner=self.owner, contact=self.contact, href=self.href)

    def report(self) -> str:
        """The sentences on /over/ about where an error can be reported."""
        return templates.render("report", contact=self.contact, href=self.href)

    def lacks(self) -> Iterator[str]:
        """Yield the settings that nobody gave."""
        if not self.owner:
            yield "SITE_OWNER"
        if not self.contact:
            yield "SITE_CONTACT"


def from_settings() -> Publisher:
    """The publisher that the environment names."""
    return Publisher(os.environ.get("SITE_OWNER", "").strip(), os.environ.get("SITE_CONTACT", "").strip())
