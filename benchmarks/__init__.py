"""Measures the calculator in the browser against stock Pyodide: `make bench`."""
