"""Turns the sources into a site: the Markdown extension, the build, the headers and the server.

The generator (mkdocs) is only ever run as a command, so that another one can build the same tree.
"""
