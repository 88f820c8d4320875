"""The page of the link maker in Chromium: from a choice to a link, a message, a QR code and a card, by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.coach.qr_reader import read
from tests.conftest import Visitor

MAKER = "/begeleider/link-maken/"


def ready(page: Page) -> None:
    """Wait until the answer belongs to what is filled in."""
    page.locator("form[data-status='klaar']").wait_for(timeout=60_000)


def code_of(page: Page) -> str:
    """What the drawn QR code says."""
    expect(page.locator("[data-qr] svg[role=img]")).to_have_count(1)
    box, points = page.locator("[data-qr] svg").evaluate(
        "e => [e.getAttribute('viewBox'), e.querySelector('path').getAttribute('d')]"
    )
    start, _, side, _ = map(int, box.split())
    dark = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1", points)}
    size = side + 2 * start
    return read([[int((x, y) in dark) for x in range(size)] for y in range(size)])


def test_a_coach_gets_from_a_choice_to_a_link_a_message_and_a_code_with_the_keyboard_alone(
    visitor: Callable[..., Visitor],
) -> None:
    reader = visitor(permissions=["clipboard-read", "clipboard-write"])
    page = reader.open(MAKER)
    page.get_by_label("Welke pagina?").focus()
    ready(page)
    page.keyboard.type("Rekenhulp: wie")  # the browser finds the choice by its first letters
    page.keyboard.press("Tab")
    page.keyboard.type("het bedrijf")
    page.keyboard.press("Tab")
    answer = page.locator("[data-uitkomst]")
    expect(answer.locator("[data-hele-link]")).to_have_text(f"{reader.base}/rekenhulpen/wie-betaalt-wat/#rol=inlener")
    expect(answer.locator("[data-waarschuwing]")).to_have_count(0)
    group = page.locator("details[data-groep] > summary").filter(has_text=re.compile("^Het loon$"))
    group.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("3.000")
    page.keyboard.press("Tab")
    fragment = "#bruto-maandloon=3000&rol=inlener"
    expect(answer.locator("[data-korte-link]")).to_have_text(f"{reader.base}/l/geld/{fragment}")
    expect(answer.locator("[data-waarschuwing='laat-zien']")).to_contain_text("bruto loon per maand")
    assert code_of(page) == f"{reader.base}/l/geld/{fragment}"

    answer.locator("[data-kopieer-bericht]").focus()
    page.keyboard.press("Enter")
    expect(answer.locator("[data-kopieer-bericht] ~ [role=status]")).to_have_text("Gekopieerd")
    message = page.evaluate("navigator.clipboard.readText()")
    assert f"{reader.base}/l/geld/{fragment}" in message
    assert message.startswith("Beste …,")
    answer.locator("[data-kopieer-heel]").press("Enter")
    expect(answer.locator("[data-kopieer-heel] ~ [role=status]")).to_have_text("Gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{reader.base}/rekenhulpen/wie-betaalt-wat/{fragment}"

    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert "3000" not in page.title() + page.url.partition("#")[0]
    asked = [url.partition("#")[0] for url in reader.requests if not url.startswith("blob:")]  # of the page itself
    assert [url for url in asked if "3000" in url] == []
    assert (reader.elsewhere(), reader.errors, reader.violations()) == ([], [], [])


def test_only_what_the_chosen_page_takes_along_is_asked_and_the_message_goes_to_the_mail(
    visitor: Callable[..., Visitor],
) -> None:
    page = visitor().open(MAKER)
    groups = page.locator("details[data-groep]:visible > summary")
    expect(groups.filter(has_text="Over wie het gaat")).to_have_count(1)
    expect(groups.filter(has_text="loon")).to_have_count(0)
    page.get_by_label("Welke pagina?").select_option("/rekenhulpen/wie-betaalt-wat/")
    expect(groups.filter(has_text=re.compile("^Het loon$"))).to_have_count(1)
    page.get_by_label("Welke pagina?").select_option("/regelingen/wia/")
    expect(groups).to_have_count(0)
    ready(page)
    mail = page.locator("[data-mail]")
    expect(mail).to_have_attribute("href", re.compile(r"^mailto:\?subject=Een%20pagina.*&body=Beste%20.*%2Fl%2Fwia%2F"))
    assert page.locator("#veld-pagina optgroup").count() > 5


def test_a_message_is_handed_to_the_system_where_it_shares(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    reader.page.add_init_script("navigator.share = async what => { window.shared = what }")
    page = reader.open(MAKER)
    page.locator("[data-deel]").click()
    shared = page.evaluate("window.shared")
    assert shared["title"] == page.locator("[data-onderwerp]").inner_text()
    assert f"{reader.base}/l/tijdlijn/" in shared["text"]


def test_the_short_link_opens_the_page_with_what_was_filled_in(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open("/l/tijdlijn/#eerste-ziektedag=2025-11-24")
    page.wait_for_url(f"{reader.base}/rekenhulpen/tijdlijn/#eerste-ziektedag=2025-11-24")
    ready(page)
    assert page.locator("[name='eerste-ziektedag']").input_value() == "24-11-2025"


def test_an_answer_is_carried_to_the_link_maker_and_its_link_is_copied(visitor: Callable[..., Visitor]) -> None:
    reader = visitor(permissions=["clipboard-read", "clipboard-write"])
    page = reader.open("/rekenhulpen/no-riskpolis/#groep=wajong&in-dienst=2026-11-02")
    ready(page)
    page.locator("[data-deel]").press("Enter")
    expect(page.locator("[data-deel] ~ [role=status]")).to_have_text("De link is gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{reader.base}/rekenhulpen/no-riskpolis/#groep=wajong&in-dienst=2026-11-02"
    page.evaluate("document.querySelectorAll('.sw-meer details').forEach(part => { part.open = true })")
    page.locator("[data-maak-link]").press("Enter")
    page.wait_for_url(re.compile(f"{MAKER}#pagina="))
    ready(page)
    expect(page.locator("[data-hele-link]")).to_have_text(copied)


def test_the_card_is_printed_alone_with_title_code_and_short_address_and_no_value_in_words(
    visitor: Callable[..., Visitor],
) -> None:
    reader = visitor()
    page = reader.open(f"{MAKER}#pagina=tijdlijn&eerste-ziektedag=2025-11-24")
    ready(page)
    expect(page.locator("[data-qr] svg")).to_have_count(1)
    page.evaluate("window.print = () => {}")
    page.locator("[data-druk-kaartje]").press("Enter")
    page.emulate_media(media="print")
    seen = page.evaluate("document.body.innerText")
    assert [line for line in seen.splitlines() if line.strip()] == [
        "Rekenhulp: tijdlijn",
        f"{reader.base}/l/tijdlijn/",
        "De QR-code opent de pagina met ingevulde antwoorden.",
    ]
    card = page.locator("[data-kaartje]").bounding_box()
    assert card
    assert [round(card[side] * 25.4 / 96) for side in ("width", "height")] == [148, 105]  # A6
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("h1").is_visible()


def test_an_old_link_to_the_link_maker_is_loaded_as_far_as_it_goes(visitor: Callable[..., Visitor]) -> None:
    reader = visitor()
    page = reader.open(f"{MAKER}#pagina=tijdlijn&eerste-ziektedag=2025-11-24&naam=Jan&vroeger=1")
    ready(page)
    expect(page.locator("[data-melding]")).to_contain_text("naam")
    expect(page.locator("[data-melding]")).to_contain_text("vroeger")
    expect(page.locator("[data-hele-link]")).to_have_text(
        f"{reader.base}/rekenhulpen/tijdlijn/#eerste-ziektedag=2025-11-24"
    )
