"""The foot of the real window: what stands beside the last action."""

from PySide6.QtCore import Qt

from district_desk.desk.registering import put_in_bin
from district_desk.domain.directives import Directive
from district_desk.ui.places import PageKey


def test_beside_an_undo_stands_its_redo_and_not_the_undo_of_something_else(window, qtbot, settled):
    """ "Đã hoàn tác: … Hoàn tác" stood there, and a click on it took back the operation before."""
    first = window.page(PageKey.REGISTER).table.current_id()
    window.operations.run(lambda: put_in_bin(window.desk, [first]))
    settled()
    undo, redo = window.foot._undo, window.foot._redo
    assert (undo.isVisible(), redo.isVisible()) == (True, False)

    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    settled()
    assert window.foot.done.startswith("Đã hoàn tác")
    assert (undo.isVisible(), redo.isVisible()) == (False, True)

    qtbot.mouseClick(redo, Qt.MouseButton.LeftButton)
    settled()
    assert window.desk.store.reading().get(Directive, first).binned_on is not None
    assert (undo.isVisible(), redo.isVisible()) == (True, False)
