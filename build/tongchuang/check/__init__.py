"""Checking content: schemas first, then rules; all findings in one run."""
