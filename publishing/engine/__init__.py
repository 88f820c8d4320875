"""Python in the reader's browser: what is sent, and how it starts. ``README.md`` here goes the whole way.

Nothing else in the project knows how Python is started: the build calls `bundle.build`, a page imports
``python-engine.js`` and asks it.
"""
