"""Which units are proposed for praise, a reminder or a question of responsibility (source document 001, 1.8 and 3.2).

A proposal rests on figures and on how often a unit was chased; it is a draft that people decide on, never an act.
"""

from dataclasses import dataclass
from enum import StrEnum

from district_desk.domain.reporting import Figures


class Merit(StrEnum):
    """What is proposed."""

    PRAISED = "praised"  # biểu dương
    REMINDED = "reminded"  # nhắc nhở
    ACCOUNTABLE = "accountable"  # xem xét trách nhiệm


@dataclass(frozen=True, slots=True)
class ProposalHabits:
    """When an office proposes what: praise from so many tasks done in time with none late; responsibility where a task
    is overdue still after so many reminders."""

    praise_from: int
    account_after: int


def merit_of(figures: Figures, most_reminders: int, habits: ProposalHabits) -> Merit | None:
    """What the figures of a unit speak for; ``most_reminders`` is of the overdue task that was chased most often."""
    if figures.overdue:
        return Merit.ACCOUNTABLE if most_reminders >= habits.account_after else Merit.REMINDED
    if figures.in_time >= habits.praise_from and not figures.late:
        return Merit.PRAISED
    return None
