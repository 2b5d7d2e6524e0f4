"""MkDocs' way to the pipeline: plain ``mkdocs build`` and ``mkdocs serve`` draw the site from ``content/``."""
