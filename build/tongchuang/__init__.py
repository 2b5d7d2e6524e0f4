"""Tongchuang: one catalogue of public services, published so that every window gives the same answer."""
