"""Which builder makes which form, for whoever has a form's name and its values."""

from district_desk.domain.paper import AssignmentSheet, ProcessingSlip, RegisterBook
from district_desk.prints.assignment_sheets import build_assignment_sheet
from district_desk.prints.document import Document
from district_desk.prints.form_kinds import ASSIGNMENT_SHEET, FOLLOW_UP_REGISTER, PROCESSING_SLIP, RECEIVED_REGISTER
from district_desk.prints.forms import Form
from district_desk.prints.processing_slips import build_processing_slip
from district_desk.prints.registers import build_follow_up_register, build_received_register

Values = AssignmentSheet | ProcessingSlip | RegisterBook


def build(form: Form, values: Values) -> Document:
    """The document of that form with these values.

    Raises:
        TypeError: the values belong to another form.
    """
    match form.name, values:
        case (name, AssignmentSheet()) if name == ASSIGNMENT_SHEET:
            return build_assignment_sheet(form, values)
        case (name, ProcessingSlip()) if name == PROCESSING_SLIP:
            return build_processing_slip(form, values)
        case (name, RegisterBook()) if name == RECEIVED_REGISTER:
            return build_received_register(form, values)
        case (name, RegisterBook()) if name == FOLLOW_UP_REGISTER:
            return build_follow_up_register(form, values)
    raise TypeError(f"{form.name} is not made of {type(values).__name__}")
