"""What serves editors and their pull requests."""
