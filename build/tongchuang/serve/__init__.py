"""A release over HTTP: its files as they are, and the search of all its languages as an API (``tongchuang serve``).

The public site needs none of this, any web server will do. It is for systems that want results of the search, for
kiosks and previews. ``app`` is the RSGI application, ``run`` the processes; needs the extra ``serve``.
"""
