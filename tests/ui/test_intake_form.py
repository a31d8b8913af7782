"""The form of a directive: in the order of the paper, nothing guessed, nothing typed in by itself."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from district_desk.domain.directives import Directive, Source, Urgency
from district_desk.ui.application import application
from district_desk.ui.intake.fields import MAIN, NAMES
from district_desk.ui.intake.form import WANTING, DirectiveForm

FULL = Directive(
    arrival_number=411, arrival_suffix="a", arrived=date(2023, 3, 30), number="04", symbol="CT-UBND",
    issued=date(2023, 3, 30), issuer="UBND huyện Cẩm Giàng", type_code="CT", subject="Về việc cải cách hành chính",
    urgency=Urgency.URGENT, assigning_level="huyen",
)  # fmt: skip


@pytest.fixture
def form(qtbot: Any) -> Iterator[DirectiveForm]:
    application()
    made = DirectiveForm()
    qtbot.addWidget(made)
    made.set_entries("type_code", [("CT", "Chỉ thị"), ("CV", "Công văn")])
    made.set_entries("assigning_level", [("huyen", "Huyện giao")])
    made.resize(700, 400)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    made.hide()


def edits(form: DirectiveForm) -> list[tuple[str, object]]:
    told: list[tuple[str, object]] = []
    form.edited.connect(lambda key, value: told.append((key, value)))
    return told


def test_showing_a_record_fills_the_fields_and_tells_nothing(form: DirectiveForm):
    told = edits(form)
    form.show_directive(FULL)

    shown = {key: form.entry(key).text() for key in ("arrival_number", "arrived", "symbol", "type_code", "issuer")}
    assert shown == {
        "arrival_number": "411a", "arrived": "30/03/2023", "symbol": "CT-UBND", "type_code": "Chỉ thị",
        "issuer": "UBND huyện Cẩm Giàng",
    }  # fmt: skip
    assert told == []


def test_what_is_required_and_missing_is_marked_and_stays_empty(form: DirectiveForm):
    form.show_directive(Directive(subject="Về việc …"))

    for key in ("number", "symbol", "issued", "issuer", "type_code"):
        assert form.entry(key).text() == ""
        assert form.entry(key).placeholderText() == WANTING
        assert form.entry(key).property("state") == "wanting"
    assert form.entry("signer").property("state") == ""
    assert form.subject.property("state") == ""


def test_a_spoken_order_is_not_asked_for_what_it_cannot_have(form: DirectiveForm):
    form.show_directive(Directive(Source.SPOKEN))

    assert not form.entry("number").isVisible()
    assert not form.entry("arrival_number").isVisible()
    assert form.entry("issued").property("state") == "wanting"


def test_the_next_number_is_shown_pale_and_is_not_a_value(form: DirectiveForm):
    form.show_directive(Directive())
    form.show_next_number("411")

    assert form.entry("arrival_number").text() == ""
    assert form.entry("arrival_number").placeholderText() == "411"


def test_a_typed_arrival_number_may_have_a_letter(form: DirectiveForm, qtbot: Any):
    told = edits(form)
    qtbot.keyClicks(form.entry("arrival_number"), "12b")
    assert told[-1] == ("arrival_number", (12, "b"))

    qtbot.keyClicks(form.entry("arrival_number"), "?")
    assert told[-1] == ("arrival_number", None)
    assert form.faults == ("Số đến",)


def test_a_date_without_its_year_is_marked_and_never_completed(form: DirectiveForm, qtbot: Any):
    form.show_directive(Directive())
    told = edits(form)
    entry = form.entry("issued")
    entry.setFocus()
    qtbot.keyClicks(entry, "30/3")
    qtbot.keyClick(entry, Qt.Key.Key_Tab)

    assert entry.text() == "30/3"
    assert told == []
    assert form.entry("issued").property("state") == "wrong"
    assert form.faults == ("Ngày văn bản",)


def test_a_date_is_told_once_it_is_whole(form: DirectiveForm, qtbot: Any):
    form.show_directive(Directive())
    told = edits(form)
    qtbot.keyClicks(form.entry("issued"), "30/3/2023")
    assert told == [("issued", date(2023, 3, 30))]


def test_letters_of_an_input_method_arrive_as_they_were_typed(
    form: DirectiveForm, type_vietnamese: Callable[[QWidget, str], None]
):
    form.show_directive(Directive())
    form.set_offers("issuer", ["UBND tỉnh Hải Dương"])
    told = edits(form)
    type_vietnamese(form.entry("issuer"), "Ủy ban nhân dân huyện Đắk Hà")
    assert form.entry("issuer").text() == "Ủy ban nhân dân huyện Đắk Hà"
    assert told[-1] == ("issuer", "Ủy ban nhân dân huyện Đắk Hà")

    type_vietnamese(form.subject, "Về việc ướm thử")
    assert told[-1] == ("subject", "Về việc ướm thử")


def test_earlier_issuers_are_offered_by_the_arrow_and_never_typed_in(form: DirectiveForm, qtbot: Any):
    form.show_directive(Directive())
    form.set_offers("issuer", ["UBND tỉnh Hải Dương", "Sở Nội vụ"])
    entry = form.entry("issuer")
    told = edits(form)
    entry.setFocus()
    assert entry.text() == ""

    qtbot.keyClick(entry, Qt.Key.Key_Down)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert entry.text() == "UBND tỉnh Hải Dương"
    assert told == [("issuer", "UBND tỉnh Hải Dương")]


def test_typing_without_marks_offers_the_names_with_marks(form: DirectiveForm, qtbot: Any):
    form.show_directive(Directive())
    entry = form.entry("type_code")
    entry.setFocus()
    qtbot.keyClicks(entry, "cong")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    assert entry.text() == "cong", "the list offers, it does not type"

    popup = QApplication.activePopupWidget()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert entry.text() == "Công văn"


def test_a_type_that_is_not_in_the_list_is_marked(form: DirectiveForm, qtbot: Any):
    form.show_directive(Directive())
    told = edits(form)
    qtbot.keyClicks(form.entry("type_code"), "thu")
    assert told[-1] == ("type_code", "")
    assert form.entry("type_code").property("state") == "wrong"
    form.entry("signer").setFocus()


def test_following_a_move_leaves_what_is_being_typed_alone(form: DirectiveForm, qtbot: Any):
    form.show_directive(Directive())
    qtbot.keyClicks(form.entry("issued"), "30/3")
    form.follow(Directive(number="04"))

    assert form.entry("number").text() == "04"
    assert form.entry("issued").text() == "30/3"


def test_a_new_document_clears_even_what_could_not_be_read(form: DirectiveForm, qtbot: Any):
    form.show_directive(Directive())
    qtbot.keyClicks(form.entry("issued"), "30/3")
    form.show_directive(Directive())
    assert form.entry("issued").text() == ""
    assert form.faults == ()


def test_tab_follows_the_order_of_the_paper(form: DirectiveForm, qtbot: Any):
    form.show_directive(FULL)
    form.entry("arrival_number").setFocus()
    walked = []
    for _ in MAIN:
        focus = QApplication.focusWidget()
        assert focus is not None
        walked.append(focus.property("key"))
        qtbot.keyClick(focus, Qt.Key.Key_Tab)

    assert walked == [field.key for field in MAIN]


def test_every_field_has_a_name_for_a_screen_reader(form: DirectiveForm):
    for key, name in NAMES.items():
        assert form._entries[key].accessibleName() == name


def test_the_rare_fields_open_when_one_of_them_is_wanted(form: DirectiveForm):
    form.show_directive(FULL)
    assert not form.entry("file_code").isVisible()
    form.focus_field("file_code")
    assert form.entry("file_code").isVisible()


def test_a_narrow_form_shows_every_field_too(form: DirectiveForm):
    form.show_directive(FULL)
    wide = {key: form.entry(key).mapTo(form, form.entry(key).rect().topLeft()) for key in ("number", "issuer")}
    form.resize(380, 400)
    QApplication.processEvents()

    assert form.entry("issuer").mapTo(form, form.entry("issuer").rect().topLeft()).y() > wide["issuer"].y()
    for field in MAIN:
        entry = form._entries[field.key]
        assert entry.isVisible()
        assert entry.mapTo(form, entry.rect().topRight()).x() <= form.width()


def test_the_whole_subject_is_seen(form: DirectiveForm):
    words = "Về việc tiếp tục tăng cường, nâng cao hiệu quả công tác cải cách hành chính trên địa bàn huyện " * 3
    form.show_directive(Directive(subject=words.strip()))
    QApplication.processEvents()

    assert form.subject.verticalScrollBar().maximum() == 0
    assert isinstance(form.entry("symbol"), QLineEdit)
