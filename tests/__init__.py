"""Checks of everything in this tree; `make test` runs them."""
