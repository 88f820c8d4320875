"""How hard hypothesis tries: `quick` in `make test`, `fresh` in `make test-full`, `fuzz` in `make fuzz`.

tests/conftest.py imports this module. Tests set no `max_examples` of their own: that would undo the profile.
"""

import os

from hypothesis import HealthCheck, settings

# Other work on the same machine must not fail a test, so no example has a deadline.
settings.register_profile("quick", max_examples=40, deadline=None, derandomize=True)
# The same examples each time would never find what they missed the first time.
settings.register_profile("fresh", max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "fuzz",
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "1000000")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("quick")
