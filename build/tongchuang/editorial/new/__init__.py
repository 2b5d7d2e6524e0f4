"""A new record: what to ask for it, and its files (``tongchuang new``).

``kinds`` says what is asked for each kind of record, ``answer`` reads an answer, ``write`` makes the files.
"""
