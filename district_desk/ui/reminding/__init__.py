"""Đôn đốc: units are reminded, from any list in which lines can be chosen."""

from district_desk.ui.reminding.dialog import remind_dialog

__all__ = ["remind_dialog"]
