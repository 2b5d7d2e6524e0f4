"""A printed sheet, when its link is followed: no sheet is printed beforehand."""

from itertools import chain

from ...catalogue import Catalogue
from ...publish.print import FONTS
from ...publish.print.compose import Composer
from ...publish.print.orders import default_orders
from ...publish.print.publish import finished


def sheet(catalogue: Catalogue, path: str) -> bytes | None:
    """The PDF at a path of a release; None if the hub prints none there, PrintError if it would come out wrong."""
    wanted = [order for order in default_orders(catalogue) if order.path == path]
    if not wanted:
        return None
    [printed] = chain.from_iterable(finished(Composer(catalogue).jobs(wanted), FONTS, None))
    return printed.data
