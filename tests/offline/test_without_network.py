"""After one visit the site works without a network; before that, and where the reader saves data, it keeps less."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import docx
import pytest
from playwright.sync_api import BrowserContext, Error, Page, Route, expect

from publishing import offline
from tests.conftest import TODAY, Visitor
from tests.engine.conftest import wait_for_status, wait_until
from tests.offline.conftest import ADDRESSES, Host, first_visit, kept, rest, version
from tests.site.test_accessibility import findings

ANSWER = "rekenhulpen/tijdlijn/#eerste-ziektedag=2026-02-02&peildatum=2026-11-21"
SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
WAITS_MORE_THAN_THE_LIMIT = 8.0


def test_every_page_is_there_without_a_network(context: BrowserContext, host: Host) -> None:
    page = first_visit(context, host, seconds=11)
    host.stop()
    for address in ADDRESSES:
        answer = page.goto(host.address + address)
        assert answer
        assert answer.ok, address
    page.goto(host.address)
    assert version(page) == ("1", "1")
    page.goto(f"{host.address}over")
    assert page.url == f"{host.address}over/"
    assert page.goto(f"{host.address}bestaat-niet/").status == 404  # type: ignore[union-attr]
    expect(page.locator("h1")).to_have_text("Deze pagina is er niet")


def test_the_search_finds_without_a_network(context: BrowserContext, host: Host) -> None:
    page = first_visit(context, host, seconds=11)
    host.stop()
    page = context.new_page()
    page.goto(host.address)
    page.locator("[data-zoek]").fill("loonsanctie")
    expect(page.locator("[data-zoekresultaat]").first).to_contain_text("Loonsanctie")


def test_a_calculator_answers_without_a_network_although_it_was_never_opened(
    context: BrowserContext, host: Host
) -> None:
    first_visit(context, host)
    host.stop()
    page = context.new_page()
    page.goto(host.address + ANSWER)
    wait_for_status(page, "klaar")
    assert "31 januari 2028" in page.locator("[data-hoofdzin]").inner_text()


def test_a_document_can_be_taken_along_without_a_network(context: BrowserContext, host: Host, tmp_path: Path) -> None:
    first_visit(context, host)
    host.stop()
    page = context.new_page()
    page.goto(f"{host.address}documenten/geheimhouding/")
    wait_for_status(page, "klaar")
    with page.expect_download() as download:
        page.locator("[data-download=docx]").first.click()
    download.value.save_as(tmp_path / "file.docx")
    assert docx.Document(str(tmp_path / "file.docx")).paragraphs


def test_a_short_address_leads_on_with_its_values_without_a_network(context: BrowserContext, host: Host) -> None:
    first_visit(context, host)
    host.stop()
    page = context.new_page()
    page.goto(f"{host.address}l/tijdlijn/#eerste-ziektedag=2026-02-02")
    wait_until(lambda: "/rekenhulpen/tijdlijn/" in page.url, "the page")
    assert page.url.endswith("#eerste-ziektedag=2026-02-02")


def test_a_kept_page_has_the_headers_of_the_host_so_that_nobody_frames_it(context: BrowserContext, host: Host) -> None:
    page = first_visit(context, host, seconds=11)
    host.stop()
    answer = page.goto(f"{host.address}over/")
    assert answer
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_what_is_kept_are_public_files_of_the_site_and_nothing_that_was_filled_in(
    context: BrowserContext, host: Host
) -> None:
    page = first_visit(context, host, ANSWER)
    wait_for_status(page, "klaar")
    engine = [host.address + file.relative_to(host.site).as_posix() for file in offline.engine_files(host.site)]
    assert kept(page) == sorted([host.address + offline.PACK, *engine])
    stored = "Promise.all([localStorage.length, sessionStorage.length, indexedDB.databases(), document.cookie])"
    assert page.evaluate(stored) == [0, 0, [], ""]


def test_nothing_is_kept_by_who_only_passes_by(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    page.clock.install()
    page.goto(f"{host.address}over/")
    rest(page, 9)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    assert kept(page) == []


def test_nothing_is_kept_while_a_page_still_loads(context: BrowserContext, host: Host) -> None:
    host.stalled.add("search.*.js")
    page = context.new_page()
    page.clock.install()
    page.goto(f"{host.address}over/", wait_until="commit")
    page.locator("footer").wait_for(state="attached")
    rest(page, 300)
    assert page.evaluate("document.readyState") != "complete"
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    assert f"/{offline.WORKER}" not in host.asked


def test_with_save_data_the_pages_are_kept_and_the_engine_files_are_not(context: BrowserContext, host: Host) -> None:
    context.add_init_script(SAVE_DATA)
    page = first_visit(context, host, seconds=11)
    rest(page, 300)
    assert kept(page) == [host.address + offline.PACK]
    assert [asked for asked in host.asked if asked.endswith((".wasm", ".zip"))] == []
    host.stop()
    page.goto(host.address)
    assert version(page) == ("1", "1")


def test_a_network_that_takes_too_long_is_not_waited_for(context: BrowserContext, host: Host) -> None:
    page = first_visit(context, host, seconds=11)
    host.delay = WAITS_MORE_THAN_THE_LIMIT
    page.goto(f"{host.address}wegwijzer/", wait_until="domcontentloaded")
    assert page.evaluate("document.documentElement.dataset.bewaard") == TODAY
    host.delay = 0


def test_a_host_out_of_order_is_stood_in_for(context: BrowserContext, host: Host) -> None:
    page = first_visit(context, host, seconds=11)
    host.faults["*"] = lambda _: (503, b"busy")
    page.goto(f"{host.address}over/")
    assert version(page) == ("1", "1")


def notice(page: Page, day: str, host: Host) -> bool:
    """Whether a kept page of figures, opened on a day, says that they may be out of date."""
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00"))
    page.goto(f"{host.address}rekenhulpen/tijdlijn/")
    page.evaluate("import(document.querySelector('[data-versies]').dataset.versies)")  # asked for once the page is idle
    return page.locator("[data-oude-kopie]").is_visible()


def test_a_kept_page_says_so_once_the_day_of_a_figure_has_passed(context: BrowserContext, host: Host) -> None:
    page = first_visit(context, host, seconds=11)
    assert not notice(page, "2027-03-01", host)  # from the network
    host.stop()
    assert not notice(page, "2027-01-05", host)
    assert notice(page, "2027-01-06", host)
    said = page.locator("[data-oude-kopie]").inner_text()
    assert "28 november 2026" in said
    assert "5 januari 2027" in said


def test_a_kept_page_without_figures_says_nothing_of_its_age(context: BrowserContext, host: Host) -> None:
    page = first_visit(context, host, seconds=11)
    host.stop()
    page.clock.set_fixed_time(datetime.fromisoformat("2030-01-01T12:00"))
    page.goto(f"{host.address}wegwijzer/")
    assert page.evaluate("document.documentElement.dataset.bewaard") == TODAY
    assert page.locator("[data-oude-kopie]").is_hidden()


def test_a_site_in_a_folder_keeps_to_that_folder(context: BrowserContext, host: Host) -> None:
    host.stop()
    host.folder = "/hulp"
    host.start()
    page = first_visit(context, host)
    assert all(address.startswith(host.address) for address in kept(page))
    scope = "navigator.serviceWorker.getRegistration().then(({ scope }) => scope)"
    assert page.evaluate(scope) == host.address
    host.stop()
    page = context.new_page()
    page.goto(host.address + ANSWER)
    assert version(page) == ("1", "1")
    wait_for_status(page, "klaar")


def test_without_https_nothing_is_kept_and_nothing_fails(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def hand_over(route: Route) -> None:
        with suppress(Error):  # the page has gone
            answer = route.fetch(url=route.request.url.replace("http://spoorwijzer.test/", host.address))
            route.fulfill(response=answer)

    context.route("http://spoorwijzer.test/**", hand_over)
    page.clock.install()
    page.goto("http://spoorwijzer.test/over/")
    rest(page, 120)
    assert page.evaluate("[isSecureContext, 'serviceWorker' in navigator]") == [False, False]
    assert errors == []
    assert f"/{offline.WORKER}" not in host.asked


def test_a_page_opened_from_a_disk_reads_well_and_keeps_nothing(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((host.site / "over" / "index.html").as_uri())
    assert page.locator("h1").inner_text().startswith("Over")
    assert page.locator("[data-nieuwe-versie]").is_hidden()
    assert errors == []
    assert context.service_workers == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_the_notice_of_age_and_in_the_offer(
    visitor: Callable[..., Visitor], width: int, scheme: str
) -> None:
    page = visitor(width=width, scheme=scheme).open("/regelingen/loonsanctie/")
    page.evaluate("""document.querySelectorAll("[data-oude-kopie], [data-nieuwe-versie]").forEach(one => {
      one.hidden = false;
      one.querySelectorAll("[data-tekst]").forEach(line => { line.textContent = line.dataset.tekst; });
    })""")
    assert page.locator("[data-nieuwe-versie]").is_visible()
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
