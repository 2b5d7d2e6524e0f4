"""The page that a sheet's QR opens: whether the sheet is up to date, and where the current text is."""
