"""The decision helper: at most eight plain questions, and then what applies, with the reasons.

Questions and outcomes are data, in ``wegwijzer.toml``; read that first. The way of the data: ``reading`` makes a tree
of it for each role, ``tree`` follows answers through it (pure), ``answering`` gives JSON and text, ``pages`` the HTML
of each page for the build. Nothing of this runs in the reader's browser: there every page is a file, and the answers
so far stand behind the ``#`` of its address.

- ``check``    what is wrong with a tree: ``python -m calculators.wegwijzer.check``
- ``drawing``  the whole tree as a picture, ``tree.md``: ``python -m calculators.wegwijzer.drawing``
"""
