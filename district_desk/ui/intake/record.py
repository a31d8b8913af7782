"""The kept file of an entered directive, whose pages stand beside its record while that is corrected."""

from pathlib import Path

from district_desk.desk import Desk
from district_desk.desk.registering import attachment_file
from district_desk.domain.directives import Attachment
from district_desk.domain.problems import Problem
from district_desk.ui.preview.page_images import can_show


def original_of(desk: Desk, directive_id: int) -> Path | None:
    """The PDF or picture kept with a directive, whose pages can be shown; None where there is none, or it is gone."""
    attachments = desk.store.reading().find(Attachment, directive_id=directive_id, event_id=None)
    kept = next((each for each in attachments if can_show(Path(each.name))), None)
    try:
        return attachment_file(desk, kept) if kept else None
    except Problem:
        return None
