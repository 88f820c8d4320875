"""The reports on which the journeys lean do come, in each engine."""

from __future__ import annotations

import pytest

from tests.engines.conftest import Host, Reader

pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")


def test_a_picture_from_elsewhere_is_blocked_and_reported(reader: Reader, host: Host) -> None:
    reader.open("/over/")
    reader.ask("() => { new Image().src = 'http://127.0.0.2:9/x.png'; return true }")
    reader.wait(lambda: any(report.startswith("img-src") for report in host.reports), "a report of the policy")
