"""How the program looks: one palette file, one small style sheet, light and dark as the system asks."""

from district_desk.ui.theme.palette import DARK, LIGHT, Colours, Tone
from district_desk.ui.theme.theme import Theme, colours

__all__ = ["DARK", "LIGHT", "Colours", "Theme", "Tone", "colours"]
