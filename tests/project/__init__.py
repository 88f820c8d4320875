"""Checks of the tree itself: locks, boundaries, completeness."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
