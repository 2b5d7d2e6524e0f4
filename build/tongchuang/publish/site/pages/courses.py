"""Training courses by kind, and the labour brands of regions."""

from collections.abc import Iterator
from typing import get_args

from ....catalogue import View
from ....model.course import Course, CourseKind
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """A page of the courses, which says so where none is confirmed, and one of the brands; none without either."""
    if not view.courses and not view.brands:
        return
    w = words(view.lang)
    courses = sorted(view.courses.values(), key=lambda course: (over(course, day), course.starts, course.id))
    here = Crumb(w("site.courses.title"), "courses/")
    context = {
        "kinds": {kind: [course for course in courses if course.kind == kind] for kind in get_args(CourseKind)},
        "over": {course.id for course in courses if over(course, day)},
        "day": day,
    }
    yield Page("courses/", here.label, w("site.courses.summary"), "courses.html", context)
    if view.brands:
        context = {"courses": [course for course in courses if not over(course, day)]}
        yield Page("brands/", w("site.brands.title"), w("site.brands.summary"), "brands.html", context, (here,))


def over(course: Course, day: str) -> bool:
    """Whether nobody can take part in a course any more on an ISO ``day``."""
    return bool(course.withdrawn or (course.ends and course.ends < day))
