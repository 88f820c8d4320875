"""From a choice of page and values to a link: pure, without wording."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from calculators.frame.calculator import Calculator
from calculators.link_maken.form import ROLE, LinkInput, Value
from calculators.link_maken.pages import SendPage, page_at, send_pages
from calculators.registry import calculator, documents, names

LONGEST_FOR_QR = 450  # a longer one needs so many points that a phone does not read it from a card
LONGEST_FOR_MAIL = 900  # a line of an e-mail holds 998 signs, with the name of the site


@dataclass(frozen=True)
class Link:
    """A link within the site: its page, what it holds, what it leaves out, and what the page still asks for.

    ``speaks_to_role``: the page has another answer for another reader, so the role goes along; that reveals nothing.
    """

    page: SendPage
    role: str
    kind: str
    speaks_to_role: bool
    used: tuple[Value, ...]
    unused: tuple[Value, ...]
    still_asked: tuple[str, ...]

    @property
    def fragment(self) -> str:
        """Return the values as they stand behind the address, with the sign before them."""
        pairs = [(one.key, one.written) for one in self.used]
        if self.speaks_to_role:
            pairs.append((ROLE.key, self.role))
        text = "&".join(f"{quote(key, safe='')}={quote(written, safe='/,:')}" for key, written in pairs)
        return f"#{text}" if text else ""

    @property
    def address(self) -> str:
        """Return the whole link, from the root of the site."""
        return self.page.address + self.fragment

    @property
    def short(self) -> str:
        """Return the link by the short address, or the whole one where the page has none."""
        return (self.page.short or self.page.address) + self.fragment

    @property
    def fits_qr(self) -> bool:
        """Say whether a phone can read the QR code of the link from paper."""
        return len(self.short) <= LONGEST_FOR_QR

    @property
    def fits_mail(self) -> bool:
        """Say whether the link survives an e-mail."""
        return len(self.short) <= LONGEST_FOR_MAIL


def make_link(asked: LinkInput) -> Link:
    """Return the link to the page with the values that it uses."""
    page = page_at(asked.page)
    if page is None:
        raise ValueError("the form lets no other page through")
    one = form_at(page.address)
    fields = [field for field in one.form.fields if not field.private] if one else []
    given = {value.key: value for value in asked.values}
    used = tuple(given[field.key] for field in fields if field.key in given)
    return Link(
        page=page,
        role=asked.role,
        kind="pagina" if one is None else one.kind,
        speaks_to_role=any(field.key == ROLE.key and field.default != asked.role for field in fields),
        used=used,
        unused=tuple(value for value in asked.values if value not in used),
        still_asked=tuple(field.label for field in fields if used and field.required and field.key not in given),
    )


def keys_by_page() -> dict[str, str]:
    """Return for each page with a form the keys that a link to it can hold, with spaces between them."""
    forms = {one.address: form_at(one.address) for one in send_pages()}
    return {
        address: " ".join(field.key for field in one.form.fields if not field.private)
        for address, one in forms.items()
        if one
    }


def form_at(address: str) -> Calculator | None:
    """Return the calculator or document at an address, or None for a page of prose."""
    every = (calculator(name) for name in (*names(), *documents()))
    return next((one for one in every if one.address == address), None)
