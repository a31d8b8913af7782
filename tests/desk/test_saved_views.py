"""A filter kept under a name is the page's only one of that name, keeps its place, and can be forgotten and had back."""

import pytest

from district_desk.desk import Desk
from district_desk.desk.keeping import undo
from district_desk.desk.saved_views import drop_view, save_view, saved_views
from district_desk.domain.keepsakes import SavedView
from district_desk.domain.problems import BadValue, MissingField


def test_a_kept_filter_takes_its_new_shape_and_keeps_its_place(desk: Desk) -> None:
    save_view(desk, SavedView("tasks", "Quá hạn  các xã", '{"chip": "overdue"}', '["unit", "due"]'))
    save_view(desk, SavedView("tasks", "Phòng Nội vụ"))
    save_view(desk, SavedView("register", "Quá hạn các xã"))
    save_view(desk, SavedView("tasks", "Quá hạn các xã", widths='{"unit": 120}'))

    kept = saved_views(desk, "tasks")
    assert [(view.name, view.position) for view in kept] == [("Quá hạn các xã", 0), ("Phòng Nội vụ", 1)]
    assert (kept[0].filter, kept[0].widths) == ("{}", '{"unit": 120}')
    drop_view(desk, kept[0])
    undo(desk)
    assert saved_views(desk, "tasks") == kept


@pytest.mark.parametrize(
    ("view", "problem"), [(SavedView("tasks", "  "), MissingField), (SavedView("tasks", "x", "{"), BadValue)]
)
def test_a_filter_without_a_name_or_that_cannot_be_read_is_not_kept(
    desk: Desk, view: SavedView, problem: type[Exception]
) -> None:
    with pytest.raises(problem):
        save_view(desk, view)
    assert saved_views(desk, "tasks") == []
