"""What Python loads before its memory is written down (`image`): what pages share, then what one of them needs."""

import gc
import json
import sys

import browser_start  # type: ignore[import-not-found]  # by this name in the archive

from calculators import browser


def load(given: str) -> None:
    """Load modules, templates and tables, of which JSON has the names, and answer what it has asked."""
    wanted = json.loads(given)
    browser_start.take_methods()
    for name in wanted["modules"]:
        __import__(name)
    browser.load(wanted["templates"], wanted["paths"])
    for name, *values in wanted["asked"]:
        getattr(browser, name)(*values)
    _let_go()


def frozen() -> str:
    """Return as JSON the names of the modules that came from Python's own data."""
    specs = (module.__spec__ for module in list(sys.modules.values()))
    return json.dumps(sorted({spec.name for spec in specs if spec and spec.origin == "frozen"}))


def _let_go() -> None:
    """Keep nothing that only loading needed."""
    browser_start.methods.clear()
    for finder in sys.path_importer_cache.values():
        if finder:
            finder.invalidate_caches()  # type: ignore[attr-defined]  # the archive of a page lies in the same place
    gc.collect()
    gc.freeze()  # it stays as long as the page does: nobody needs to look for garbage in it
