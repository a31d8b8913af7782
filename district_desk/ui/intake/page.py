"""Vào sổ: the document at the left, its form and its items at the right. The heart of the product.

The page holds one :class:`Session`; every change of it is a move on the draft, which is shown anew and can be taken
back. Nothing is written before *Vào sổ*; leaving keeps the session until it is decided.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from district_desk.desk import Desk
from district_desk.desk.limit_words import arrival_sentence
from district_desk.desk.registering import (
    as_directive,
    as_reference,
    dated,
    empty_draft,
    likenesses,
    next_arrival_number,
)
from district_desk.desk.remembering import remembered, without_remembered
from district_desk.desk.revising import draft_of_record
from district_desk.desk.sentences import sentence_of
from district_desk.domain.changes import Changes
from district_desk.domain.directives import AssigningLevel, DocumentType, Source, missing
from district_desk.domain.drafts import Draft
from district_desk.domain.listing import Likeness, LikenessKind
from district_desk.domain.problems import Problem, Stopped, UnreadableFile
from district_desk.ui.document_view import Light, lights_of, loose_spans
from district_desk.ui.intake import words
from district_desk.ui.intake.deciding import Deciding
from district_desk.ui.intake.fields import NAMES, TITLES
from district_desk.ui.intake.halves import FORM, ITEM, Halves
from district_desk.ui.intake.history import DraftHistory
from district_desk.ui.intake.moving import Moving
from district_desk.ui.intake.record import original_of
from district_desk.ui.intake.seeing import Seeing
from district_desk.ui.intake.session import (
    Session,
    looks_our_own,
    read_for_intake,
    recent_values,
    session_as_own,
    session_behind,
)
from district_desk.ui.intake.uses import AGAIN_USES, AIMS, LIGHT_NAMES, USES, with_value
from district_desk.ui.operations import Operations
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.message_bar import MessageBar
from district_desk.ui.widgets.page import Page

_PAUSE_MS: Final = 400
_LIKENESS_FIELDS: Final = frozenset({"number", "symbol", "issuer", "issued", "subject"})
_LIKENESS_TONES: Final = {
    LikenessKind.DUPLICATE: Tone.DANGER,
    LikenessKind.LOOK_ALIKE: Tone.WARNING,
    LikenessKind.ANSWERED: Tone.RUNNING,
}
_DATES: Final = frozenset({"arrived", "issued"})


class IntakePage(Page):
    """Enters and corrects documents.

    Signals:
        registered(int): the document stands in the register under that id.
        left(): the person is done here.
    """

    registered = Signal(int)
    left = Signal()
    topic: ClassVar[str] = "vao-so"

    def __init__(self, desk: Desk, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self._desk = desk
        self._session: Session | None = None
        self._days = ""
        self.halves = Halves(self)
        self.document, self.form, self.items = self.halves.document, self.halves.form, self.halves.items
        self.messages = MessageBar()
        self.likeness_bar = MessageBar()
        self.memory_bar = MessageBar()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.moving = Moving(self)
        self.deciding = Deciding(self)
        self.seeing = Seeing(self)
        self._build()
        self._add_actions()
        self._connect()

    # --- opening -------------------------------------------------------------------------------------------------
    def open_file(
        self, path: Path, turns: Mapping[int, int] | None = None, *, source: Source = Source.RECEIVED
    ) -> None:
        """Reads a file off the window's thread and shows what was read; ``turns`` says how its scanned pages lie."""
        self._put_aside()
        self.set_words(TITLES[source], words.READING.format(name=path.name))
        self.document.show_nothing(words.READING.format(name=path.name))
        self.enable()
        self.operations.fetch(
            partial(read_for_intake, self.desk, path, turns=turns, source=source), on_done=self._begin,
            on_problem=partial(self._not_read, path, source), topic="intake-read", title=words.READING.format(name=path.name),
        )  # fmt: skip

    def open_blank(self, source: Source = Source.RECEIVED) -> None:
        """A form to be filled in by hand."""
        self._put_aside()
        self._begin(Session(DraftHistory(empty_draft(self.desk, source))))

    def open_directive(self, directive_id: int) -> None:
        """An entered directive, to be corrected."""
        self._put_aside()
        try:
            draft = draft_of_record(self.desk, directive_id)
        except Problem as problem:
            self.said.emit(sentence_of(problem))
            self.left.emit()
            return
        self._begin(Session(DraftHistory(draft), before=draft, original=original_of(self.desk, directive_id)))

    def _begin(self, session: Session) -> None:
        self._session = session
        self.deciding.begin()
        self.messages.hush()
        self.items.view.begin()
        self._offer_lists()
        draft = session.draft
        if draft.text:
            self.document.show_document(draft, session.reading, session.original)
        else:
            self.document.show_nothing(words.NO_DOCUMENT)
        self.form.show_directive(draft.directive, doubtful=_doubtful(session))
        self._show()
        self._say_likeness(session.alike)
        self._say_kind()
        self.halves.show_card(FORM)
        self.form.focus_first()

    def _not_read(self, path: Path, source: Source, problem: Problem) -> None:
        self.open_blank(source)
        if isinstance(problem, Stopped):
            self.left.emit()
        elif isinstance(problem, UnreadableFile):
            by_hand = partial(self._attach_by_hand, path)
            self.messages.say(sentence_of(problem), Tone.WARNING, remedy=words.ATTACH, act=by_hand)
        else:
            self.messages.say(sentence_of(problem), Tone.DANGER)

    def _attach_by_hand(self, path: Path) -> None:
        self.moving.attach(path)

    def open_session(self, session: Session) -> None:
        """A document that was left undecided."""
        self._put_aside()
        self._begin(session)

    def _put_aside(self) -> None:
        self.deciding.put_aside(self._session)
        self.close_session()

    # --- showing -------------------------------------------------------------------------------------------------
    @property
    def session(self) -> Session | None:
        """The document on the screen."""
        return self._session

    @property
    def draft(self) -> Draft:
        """The draft of the moment. Only asked while a document is on the screen."""
        assert self._session is not None
        return self._session.draft

    def record(self, draft: Draft, name: str, *, run: str = "") -> bool:
        """Takes a move on the draft and shows it; False where nothing changed."""
        session = self._session
        if session is None or self.deciding.is_saving or not session.history.record(draft, name, run=run):
            return False
        self._show()
        return True

    def show_step(self) -> None:
        """Shows the draft after an undo or redo."""
        self._show()

    def _show(self) -> None:
        session = self._session
        if session is None:
            return
        draft, desk = session.draft, self.desk
        day = draft.directive.issued or draft.directive.arrived or desk.today()
        self.form.follow(draft.directive)
        self._show_number(draft)
        self.items.show_draft(draft, desk.directory(day), desk.calendar, desk.today())
        self.halves.say_lacking(len(missing(draft.directive)))
        self.items.name_steps(session.history.undo_name, session.history.redo_name)
        self.document.show_lights(lights_of(session.reading, draft), loose_spans(session.reading, draft))
        self._say_remembered(draft)
        self.enable()

    def _show_number(self, draft: Draft) -> None:
        directive = draft.directive
        if directive.source is not Source.RECEIVED or directive.reference_only:
            self.form.show_next_number("")
        elif self.desk.office.automatic_numbers:
            year = (directive.arrived or self.desk.today()).year
            self.form.show_next_number(str(next_arrival_number(self.desk, year)))
        else:
            self.form.show_next_number("nhập số")

    def _say_kind(self) -> None:
        session = self._session
        assert session is not None
        directive = session.draft.directive
        below = words.lit(session.reading) if session.reading else words.BY_HAND
        if session.before is not None:
            self.set_words(words.CORRECT.format(name=words.named(directive)), words.CORRECTING)
        else:
            self.set_words(TITLES[directive.source], below)
        guess = session.reading.guess if session.reading else None
        if directive.reference_only:
            said = words.SEEMS.get(guess, words.REFERENCE) if guess else words.REFERENCE
            self.messages.say(said, Tone.WARNING, remedy=words.ENTER_ARTICLE, act=self._enter_article)
        elif guess in words.SEEMS and session.before is None:
            self.messages.say(words.SEEMS[guess], Tone.WARNING, remedy=words.AS_REFERENCE, act=self._keep_as_reference)
        elif looks_our_own(self.desk, session):
            self.messages.say(words.OUR_OWN, Tone.WARNING, remedy=words.AS_OWN, act=self._enter_as_own)
        elif session.before is None and session.reading and session.reading.others:
            said = words.another(session.reading.others[0])
            self.messages.say(said, Tone.WARNING, remedy=words.READ_ANOTHER, act=self._read_another)
        else:
            self.deciding.offer_kept()
            self._say_days()

    def _say_remembered(self, draft: Draft) -> None:
        """What the office's memory put in place, with the way back."""
        names = remembered(draft)
        if names:
            self.memory_bar.say(words.remembered(names), Tone.NEUTRAL, remedy=words.AS_WRITTEN, act=self._as_written)
        else:
            self.memory_bar.hush()

    def _as_written(self) -> None:
        self.record(without_remembered(self.draft), words.AS_WRITTEN.lower())

    def _read_another(self) -> None:
        if self._session is not None:
            self.open_session(session_behind(self.desk, self._session))

    def _enter_as_own(self) -> None:
        if self._session is not None:
            own = session_as_own(self.desk, self._session)
            self.close_session()
            self._begin(own)

    def _enter_article(self) -> None:
        self.record(as_directive(self.desk, self.draft), words.ENTER_ARTICLE)

    def _keep_as_reference(self) -> None:
        self.record(as_reference(self.draft), words.AS_REFERENCE)

    def enable(self) -> None:
        """What can be done now."""
        session = self._session
        is_open = session is not None and not self.deciding.is_saving
        is_reference = is_open and bool(self.draft.directive.reference_only)
        is_record = session is not None and session.before is not None
        self.document.setEnabled(is_open)
        self.halves.side.setEnabled(is_open)
        for action in (self.enter, self.enter_and_give, self.enter_next):
            action.setEnabled(is_open)
        self.enter_next.setVisible(not is_record)
        self.enter.setVisible(not is_record and not is_reference)
        give = words.SAVE if is_record else words.SECOND_ARTICLE if is_reference else words.GIVE
        self.enter_and_give.setText(f"{give}  F10")

    # --- lists and likeness --------------------------------------------------------------------------------------
    def _offer_lists(self) -> None:
        reader = self.desk.store.reading()
        types = reader.find(DocumentType, "position")
        levels = reader.find(AssigningLevel, "position")
        self.form.set_entries("type_code", [(each.code, each.name) for each in types])
        self.form.set_entries("assigning_level", [(each.code, each.name) for each in levels])
        self.moving.types = types
        self.operations.fetch(
            partial(recent_values, self.desk), on_done=self._offer_recent, topic="intake-recent"
        )  # fmt: skip

    def _offer_recent(self, values: dict[str, list[str]]) -> None:
        for key, offers in values.items():
            self.form.set_offers(key, offers)

    def _look_for_likeness(self) -> None:
        session, desk = self._session, self.desk
        if session is not None:
            draft = session.draft
            self.operations.fetch(
                lambda _: likenesses(desk, draft), on_done=self._say_likeness, topic="intake-likeness"
            )  # fmt: skip

    def _say_likeness(self, alike: list[Likeness]) -> None:
        if not alike:
            self.likeness_bar.hush()
            return
        first = alike[0]
        tone = _LIKENESS_TONES[first.kind]
        open_earlier = partial(self.directive_wanted.emit, first.directive.id)
        self.likeness_bar.say(words.alike(first), tone, remedy=words.OPEN_EARLIER, act=open_earlier)

    # --- what the person does ------------------------------------------------------------------------------------
    def _field_edited(self, key: str, value: object) -> None:
        if self._session is None:
            return
        directive = with_value(self.draft.directive, key, value)
        draft = replace(self.draft, directive=directive)
        draft = dated(self.desk, draft) if key in _DATES else draft
        self.record(draft, f"sửa ô {NAMES[key].lower()}", run=f"field:{key}")
        if key in _DATES:
            self._say_days()
        if key in _LIKENESS_FIELDS:
            self._pause.start()

    def _say_days(self) -> None:
        """That a day of arrival cannot be; and no longer, once it can."""
        before, self._days = self._days, arrival_sentence(self.draft.directive, self.desk.today())
        if self._days:
            self.messages.say(self._days, Tone.WARNING)
        elif before and self.messages.sentence == before:
            self.messages.hush()

    def _field_entered(self, key: str) -> None:
        if self._session is not None:
            self._session.history.end_run()
            self.document.aim(AIMS.get(key, key))
            light = self._light(key, 0)
            self.document.choose(light.span if light else None)

    def _item_field_entered(self, key: str) -> None:
        if self._session is not None:
            self._session.history.end_run()
            self.document.aim(key)
            item = self.items.view.current_key
            light = self._light(key, item) or self._light("text", item)
            self.document.choose(light.span if light else None, item=item)

    def _items_chosen(self, keys: tuple[int, ...]) -> None:
        light = self._light("text", keys[0]) if keys else None
        self.halves.show_card(ITEM if keys else FORM)
        self.document.choose(light.span if light else None, item=keys[0] if keys else 0)

    def _light(self, key: str, item: int) -> Light | None:
        session = self._session
        lights = lights_of(session.reading, session.draft) if session else ()
        return next((light for light in lights if light.key == key and light.item == item), None)

    def _light_chosen(self, light: Light) -> None:
        if light.item:
            self.items.view.choose((light.item,))
            self.halves.show_card(ITEM)
            self.items.editor.focus_field(light.key)
        else:
            self.halves.show_card(FORM)
            self.form.focus_field(light.key)
        self.document.choose(light.span, item=light.item)

    # --- closing -------------------------------------------------------------------------------------------------
    def close_session(self) -> None:
        """Nothing is on the screen any more."""
        self._session = None
        self._pause.stop()
        self.messages.hush()
        self.likeness_bar.hush()
        self.memory_bar.hush()

    def entering_source(self) -> Source:
        return self._session.draft.directive.source if self._session else Source.RECEIVED

    def may_leave(self) -> bool:
        """The page may always be left: what is not decided is kept and offered again."""
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)  # installing it twice is installing it once

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Closing the window with undecided work asks once, wherever in the window one is."""
        if event.type() == QEvent.Type.Close and watched is self.window() and not self.deciding.may_close():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def on_changes(self, changes: Changes, initiator: object) -> None:
        """Units, types or days off were edited elsewhere: show names and limits by them."""
        if initiator is not self and changes.concern_catalogue() and self._session is not None:
            self._offer_lists()
            self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()
        super().hideEvent(event)

    # --- building ------------------------------------------------------------------------------------------------
    def _build(self) -> None:
        self.body.addWidget(self.messages)
        self.body.addWidget(self.likeness_bar)
        self.body.addWidget(self.memory_bar)
        self.body.addWidget(self.halves, 1)
        self.document.offer(USES, LIGHT_NAMES, AGAIN_USES)

    def _add_actions(self) -> None:
        self.leave_action = self._action(words.LEAVE, "Esc", self.deciding.leave)
        self.enter_next = self._action(words.NEXT, "F11", self.deciding.enter_next)
        self.enter = self._action(words.ENTER, "F9", self.deciding.enter)
        self.enter_and_give = self._action(words.GIVE, "F10", self.deciding.enter_and_give, primary="primary")

    def _action(self, text: str, key: str, slot: Callable[[], None], primary: str = "") -> QAction:
        action = self.add_action(f"{text}  {key}", key=key, primary=primary, tip=text)
        action.triggered.connect(slot)
        self.add_button(action, primary)
        return action

    def _connect(self) -> None:
        self.form.edited.connect(self._field_edited)
        self.form.entered.connect(self._field_entered)
        self.items.chosen.connect(self._items_chosen)
        self.items.entered.connect(self._item_field_entered)
        self.document.light_chosen.connect(self._light_chosen)
        self.seeing.connect()
        self._pause.timeout.connect(self._look_for_likeness)
        self.moving.connect()


def _doubtful(session: Session) -> frozenset[str]:
    lights = lights_of(session.reading, session.draft) if session.reading else ()
    return frozenset(light.key for light in lights if light.doubtful)
