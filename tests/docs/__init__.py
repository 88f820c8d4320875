"""Tests of the prose: what every page carries, and how it reads."""
