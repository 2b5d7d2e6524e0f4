"""Publishers: a catalogue in, artifacts out. None of them writes to disk, reads a clock or prints."""
