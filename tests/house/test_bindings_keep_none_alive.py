"""PySide6 6.12.0 on Python 3.11 loses a reference to None at every void call, until the interpreter dies.

Small tests stay green with it, so the pin is watched by counting. From Python 3.12 on None is immortal and the
count says nothing.
"""

import sys

import pytest


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on; there is nothing to count"
)
def test_fifty_thousand_void_calls_cost_no_reference_to_none(qapp: object) -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    set_text = label.setText
    before = sys.getrefcount(None)

    for _ in range(50_000):
        set_text("x")

    lost = before - sys.getrefcount(None)
    label.deleteLater()
    assert lost < 1_000
