"""The frozen records in the middle: what the checked content means, before anything is published.

Every text field holds one language: a record is built once for each language it is shown in. The
fields are those of the JSON Schemas in ``schemas/`` (a test compares them). Nothing here imports
anything else of the package.
"""
