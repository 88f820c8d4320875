"""The pages that a coach sends, with their short addresses: what `pages.toml` says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from calculators.frame.tables import table


@dataclass(frozen=True)
class SendPage:
    """A page to send: its address, its name in the list, what it is about, and its short word (or nothing)."""

    address: str
    title: str
    about: str
    word: str = ""

    @property
    def heading(self) -> str:
        """Return what stands before the colon of its name: the pages with the same one stand together in the list."""
        return self.title.partition(":")[0].removesuffix(" …")

    @property
    def short(self) -> str:
        """Return the short address, such as ``/l/tijdlijn/``."""
        return f"/l/{self.word}/" if self.word else ""


@cache
def send_pages() -> tuple[SendPage, ...]:
    """Return every page of the list, in its order."""
    rows = table("link_maken/pages.toml")["pagina"]
    return tuple(SendPage(row["adres"], row["titel"], row["over"], row.get("kort", "")) for row in rows)


def page_at(place: str) -> SendPage | None:
    """Return the page with this address or this short word, or None."""
    wanted = place.strip("/")
    return next((one for one in send_pages() if wanted in (one.address.strip("/"), one.word)), None)
