"""The one writer: a new folder, a manifest, a verification, then one switch."""
