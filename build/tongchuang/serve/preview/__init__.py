"""The site as it will be, while its content is being edited: a saved change shows in the browser by itself, with what
``check`` finds (``tongchuang preview``). For this computer alone; the public site is a release.

``desk`` holds what there is to see, ``watch`` notices what was saved, ``panel`` says on each page what was found,
``server`` answers the browser.
"""
