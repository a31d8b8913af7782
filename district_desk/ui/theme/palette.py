"""Every colour of the program, light and dark, each named by what it is for.

Text colours keep a contrast of at least 4.5 : 1 on the ground they stand on; a test measures every pair. Colour is
never the only bearer of a meaning: a state has its word and its shape as well.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final


class Tone(Enum):
    """What a state means to the eye: what is late, what is near, what is done, what runs, what just is."""

    DANGER = "danger"
    WARNING = "warning"
    GOOD = "good"
    RUNNING = "running"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours as ``#rrggbb``."""

    window: str
    surface: str
    alternate: str
    header: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    rail: str
    rail_text: str
    rail_muted: str
    rail_chosen: str
    rail_mark: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    good: str
    good_soft: str
    running: str
    running_soft: str
    neutral: str
    neutral_soft: str
    lit_field: str
    lit_task: str
    lit_due: str
    lit_unit: str
    lit_chosen: str
    """The ground of read words in the document view: fields, tasks, deadlines, units, and what is chosen now."""

    def of_tone(self, tone: Tone) -> tuple[str, str]:
        """Ink and ground of a badge."""
        return getattr(self, tone.value), getattr(self, f"{tone.value}_soft")


LIGHT: Final = Colours(
    window="#F3F5F8", surface="#FFFFFF", alternate="#F8FAFC", header="#EEF1F5", line="#D3DAE2",
    text="#17212B", muted="#52606E", accent="#1D5FAE", on_accent="#FFFFFF", accent_soft="#E0EBF8",
    rail="#14324F", rail_text="#EAF0F6", rail_muted="#A9BED2", rail_chosen="#1F4A73", rail_mark="#F5B82E",
    danger="#A8211A", danger_soft="#FBE3E1", warning="#744E00", warning_soft="#FCEFCF",
    good="#17613A", good_soft="#DEF2E5", running="#1B569E", running_soft="#E0EBF8",
    neutral="#47545F", neutral_soft="#E8ECF0",
    lit_field="#FFF0B8", lit_task="#D9E8FB", lit_due="#FDDCD6", lit_unit="#DDF1E0", lit_chosen="#FFC94D",
)  # fmt: skip

DARK: Final = Colours(
    window="#1A1F25", surface="#222930", alternate="#262E36", header="#2C343D", line="#3D4852",
    text="#E6EAEE", muted="#A8B3BE", accent="#7FB5F1", on_accent="#0E1B2A", accent_soft="#25405F",
    rail="#101D2B", rail_text="#E3EAF1", rail_muted="#9DB2C6", rail_chosen="#1F3E5E", rail_mark="#F5B82E",
    danger="#FFA199", danger_soft="#4A2421", warning="#F1C66B", warning_soft="#443513",
    good="#8BD8A5", good_soft="#1F3D2B", running="#8FBFF5", running_soft="#25405F",
    neutral="#BCC6D0", neutral_soft="#37414B",
    lit_field="#574810", lit_task="#234268", lit_due="#5A2C26", lit_unit="#224829", lit_chosen="#7A5C00",
)  # fmt: skip
