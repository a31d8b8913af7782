"""What the clerk does to the items: keys, buttons and selected words become moves on the draft."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from district_desk.desk.assigning import resolve
from district_desk.desk.registering import dated
from district_desk.desk.words import ITEM_KINDS
from district_desk.domain import draft_moves
from district_desk.domain.assignments import Role
from district_desk.domain.directives import DocumentType
from district_desk.domain.drafts import Draft, DraftItem, DraftLine
from district_desk.domain.items import Item, place_in_words
from district_desk.domain.reading import Span
from district_desk.domain.units import Directory
from district_desk.ui.intake import words
from district_desk.ui.intake.item_words import ids_in
from district_desk.ui.intake.unit_picker import Choice, UnitPicker
from district_desk.ui.intake.uses import ITEM_KEYS, clean, fill
from district_desk.ui.theme import Tone

if TYPE_CHECKING:
    from district_desk.ui.intake.page import IntakePage

_SIGNS: Final = frozenset("*#_")
_ADDRESSEES: Final = {"units": "units_written", "coordinating": "coordinating_written"}


class Moving(QObject):
    """The moves of one intake page. Every move is recorded under its name, so that it can be taken back by name."""

    def __init__(self, page: "IntakePage") -> None:
        super().__init__(page)
        self._page = page
        self.types: Sequence[DocumentType] = ()
        self.picker: UnitPicker | None = None
        self._moves: dict[str, Callable[[], None]] = {
            "give": self.give, "merge": self.merge, "split": self.split, "lift": self.lift, "lower": self.lower,
            "sentences": self.split_at_sentences, "inform": self.inform, "add": self.add, "remove": self.remove, "undo": self.undo, "redo": self.redo,
        }  # fmt: skip

    def connect(self) -> None:  # type: ignore[override]  # QObject.connect is never used here
        """Listens to the page's parts."""
        self._page.items.wanted.connect(self.move)
        self._page.items.edited.connect(self.edit)
        self._page.document.words_taken.connect(self.take)
        self._page.document.text_taken.connect(self.take_text)

    def move(self, key: str) -> None:
        """Does the move of that key."""
        if self._page.session is not None:
            self._moves[key]()

    # --- the tree ------------------------------------------------------------------------------------------------
    def merge(self) -> None:
        """Every chosen item joins the one before it."""
        draft = self._draft
        for key in reversed(self._keys):
            draft = draft_moves.merge_with_previous(draft, key)
        gone = self._keys[0]
        order = [each.key for each in self._draft.items]
        before = order[max(0, order.index(gone) - 1)]
        if self._record(draft, f"gộp {self._named()} vào mục trước"):
            self._page.items.view.choose((before,))

    def split(self) -> None:
        """The item becomes two: at the words selected in the document, or at the cursor of its own words."""
        span = self._page.document.selected_span()
        key, offset = self._cut_at_selection(span) if span else self._cut_at_cursor()
        if not self._record(dated(self._page.desk, draft_moves.split(self._draft, key, offset)), "tách mục"):
            self._page.messages.say(words.NOTHING_SPLIT, Tone.WARNING)

    def split_at_sentences(self) -> None:
        """Each chosen item becomes as many as it has sentences."""
        draft = self._draft
        for key in reversed(self._keys):
            draft = draft_moves.split_at_sentences(draft, key)
        if not self._record(dated(self._page.desk, draft), f"tách {self._named()} theo câu"):
            self._page.messages.say(words.ONE_SENTENCE, Tone.WARNING)

    def _cut_at_selection(self, span: Span) -> tuple[int, int]:
        hit = next((e for e in self._draft.items if e.item.span_start < span.start < e.item.span_end), None)
        return (hit.key, offset_in(hit.item, self._draft.text, span.start)) if hit else (0, 0)

    def _cut_at_cursor(self) -> tuple[int, int]:
        editor = self._page.items.editor.text
        return self._page.items.view.current_key, editor.textCursor().selectionStart()

    def lift(self) -> None:
        """One level up."""
        self._each(draft_moves.lift, "nâng")

    def lower(self) -> None:
        """One level down."""
        self._each(draft_moves.lower, "hạ")

    def _each(self, shift: Callable[[Draft, int], Draft], name: str) -> None:
        draft = self._draft
        for key in self._keys:
            draft = shift(draft, key)
        self._record(draft, f"{name} {self._named()}")

    def remove(self) -> None:
        """The chosen items go; their words stay in the document, marked as belonging to no item."""
        keys, order = self._keys, [each.key for each in self._draft.items]
        left = [key for key in order if key not in keys]
        near = next((key for key in reversed(left) if order.index(key) < order.index(keys[0])), None)
        if self._record(draft_moves.remove(self._draft, keys), f"bỏ {self._named()}"):
            self._page.items.view.choose((near,) if near is not None else tuple(left[:1]))

    def add(self) -> None:
        """A new item: of the selected words, or an empty one at the end to be typed."""
        span = self._page.document.selected_span()
        if span is not None:
            self.take(span, "item")
            return
        draft = _with_item(self._draft)
        if self._record(draft, "thêm mục"):
            self._page.items.view.choose((draft.items[-1].key,))
            self._page.items.editor.focus_field("text")

    # --- values --------------------------------------------------------------------------------------------------
    def inform(self) -> None:
        """For information only, given to nobody; once more makes it work again."""
        keys = self._keys
        chosen = [each for each in self._draft.items if each.key in keys]
        ours = 0 if any(each.item.ours for each in chosen) else 1
        items = tuple(
            replace(each, item=replace(each.item, ours=ours), lines=each.lines if ours else (), unresolved=())
            if each.key in keys
            else each
            for each in self._draft.items
        )
        name = "trở lại là việc phải làm" if ours else "đánh dấu để biết"
        self._record(replace(self._draft, items=items), f"{name}: {self._named()}")

    def edit(self, field: str, value: object) -> None:
        """A field of the chosen items was typed."""
        keys, draft = self._keys, self._draft
        match field, value:
            case "text", str(text):
                draft = draft_moves.edit_text(draft, keys[0], text)
            case "phrase", str(phrase):
                draft = dated(self._page.desk, draft_moves.set_phrase(draft, keys, phrase))
            case "kind", kind if kind in ITEM_KINDS:
                draft = draft_moves.set_kind(draft, keys, kind)  # type: ignore[arg-type]  # one of the kinds
            case _, str(said):
                draft = self._with_field(draft, field, said)
        self._record(draft, f"sửa {self._named()}", run=f"{field}:{keys}")

    def _with_field(self, draft: Draft, field: str, value: object) -> Draft:
        for each in draft.items:
            if each.key in self._keys:
                changes: dict[str, object] = {field: value}
                draft = draft_moves.edit_item(draft, each.key, replace(each.item, **changes))  # type: ignore[arg-type]
        return draft

    # --- units ---------------------------------------------------------------------------------------------------
    def give(self) -> None:
        """Opens the choice of units for the chosen items."""
        keys = self._keys
        if not keys or (self.picker is not None and self.picker.isVisible()):
            return
        chosen = [each for each in self._draft.items if each.key in keys]
        first = chosen[0]
        what = (
            self._named()
            if len(chosen) > 1
            else f"{self._named()}: {shorten(clean(first.item.text), 160, placeholder=' …')}"
        )
        picker = UnitPicker(self._directory(), what[:1].upper() + what[1:], self._page)
        leads = {ids_in(each, Role.LEAD) for each in chosen}
        person = next((line.person for line in first.lines if line.role is Role.LEAD), "")
        picker.show_choice(leads.pop() if len(leads) == 1 else (), Role.LEAD, first.item.via, person)
        picker.decided.connect(self.given)
        picker.finished.connect(picker.deleteLater)
        self.picker = picker
        picker.open()

    def given(self, choice: Choice) -> None:
        """The units of the dialog, in their role; units in other roles stay."""
        keys = self._keys
        items = tuple(
            _given(each, choice) if each.key in keys else each for each in self._draft.items
        )  # fmt: skip
        self._record(replace(self._draft, items=items), f"giao {self._named()} cho {len(choice.unit_ids)} đơn vị")

    # --- words of the document -----------------------------------------------------------------------------------
    def take(self, span: Span, use: str) -> None:
        """Selected words become a field of the directive, an item, or a value of an item."""
        if self._page.session is not None:
            self._take(self._draft.text[span.start : span.end], use, span)

    def take_text(self, said: str, use: str, span: Span | None) -> None:
        """The same of a text that was read again from the picture; ``span`` are the words that were read there first."""
        if self._page.session is not None:
            self._take(said, use, span)

    def _take(self, said: str, use: str, span: Span | None) -> None:
        if use in ITEM_KEYS:
            self._take_for_item(said, use, span)
            return
        directive = fill(self._draft.directive, use, said, self.types)
        if directive is None:
            self._page.messages.say(words.not_a_value("symbol" if use == "notation" else use), Tone.WARNING)
            return
        draft = dated(self._page.desk, replace(self._draft, directive=directive))
        self._record(draft, "gán chữ trong văn bản")
        self._page.form.focus_field("number" if use == "notation" else use)

    def _take_for_item(self, said: str, use: str, span: Span | None) -> None:
        if use in ("item", "child"):
            self._take_item(said, span, is_child=use == "child")
            return
        if use == "split" and span is not None:
            self._page.document.select(span)
            self.split()
            self._page.document.clear_selection()
            return
        start = span.start if span is not None else -1
        inside = next((e.key for e in self._draft.items if start in Span(e.item.span_start, e.item.span_end)), 0)
        if not self._keys and inside:
            self._page.items.view.choose((inside,))
        if not self._keys:
            self._page.messages.say(words.NO_ITEM, Tone.WARNING)
        elif use in _ADDRESSEES:
            self._take_units(clean(said), use)
        else:
            self.edit(use, clean(said))

    def _take_item(self, said: str, span: Span | None, *, is_child: bool) -> None:
        before = {each.key for each in self._draft.items}
        draft = draft_moves.add_selection(self._draft, span) if span else _with_item(self._draft, clean(said))
        new = next((each.key for each in draft.items if each.key not in before), 0)
        if new and span and said != draft.text[span.start : span.end]:
            draft = draft_moves.edit_text(draft, new, clean(said))
        if is_child and new:
            draft = draft_moves.lower(draft, new)
        if self._record(dated(self._page.desk, draft), "lấy chữ thành mục mới"):
            self._page.items.view.choose((new,))

    def _take_units(self, said: str, use: str) -> None:
        page, role = self._page, Role.LEAD if use == "units" else Role.SUPPORT
        day = self._draft.directive.issued or self._draft.directive.arrived or page.desk.today()
        found = resolve(page.desk, said, day)
        draft = draft_moves.give(self._draft, self._keys, [unit.id for unit in found.units], role)
        left = tuple(each.text for each in found.unresolved)
        items = []
        for each in draft.items:
            if each.key in self._keys:
                written = {_ADDRESSEES[use]: said}
                each = replace(each, item=replace(each.item, **written), unresolved=left)  # type: ignore[arg-type]  # noqa: PLW2901
            items.append(each)
        self._record(replace(draft, items=tuple(items)), f"giao {self._named()} theo chữ trong văn bản")

    def attach(self, path: Path) -> None:
        """The file goes with what is entered by hand."""
        self._record(replace(self._draft, file=str(path)), f"kèm tệp {path.name}")

    # --- steps ---------------------------------------------------------------------------------------------------
    def undo(self) -> None:
        """Takes the last move back."""
        if self._page.session is not None:
            self._page.session.history.undo()
            self._page.show_step()

    def redo(self) -> None:
        """Makes the last undone move again."""
        if self._page.session is not None:
            self._page.session.history.redo()
            self._page.show_step()

    # --- asking --------------------------------------------------------------------------------------------------
    @property
    def _draft(self) -> Draft:
        return self._page.draft

    @property
    def _keys(self) -> tuple[int, ...]:
        return self._page.items.view.keys()

    def _record(self, draft: Draft, name: str, *, run: str = "") -> bool:
        return self._page.record(draft, name, run=run)

    def _directory(self) -> Directory:
        directive = self._draft.directive
        return self._page.desk.directory(directive.issued or directive.arrived or self._page.desk.today())

    def _named(self) -> str:
        keys = self._keys
        if len(keys) != 1:
            return f"{len(keys)} mục"
        item = next(each.item for each in self._draft.items if each.key == keys[0])
        return place_in_words(item.path, item.kind) or "mục"


def _given(drafted: DraftItem, choice: Choice) -> DraftItem:
    persons = {line.unit_id: line.person for line in drafted.lines}
    new = tuple(DraftLine(each, choice.role, choice.person or persons.get(each, "")) for each in choice.unit_ids)
    kept = tuple(line for line in drafted.lines if line.role is not choice.role and line.unit_id not in choice.unit_ids)
    item = replace(drafted.item, via=choice.via or drafted.item.via, ours=1 if new else drafted.item.ours)
    return replace(drafted, item=item, lines=(*new, *kept), unresolved=())


def offset_in(item: Item, source: str, place: int) -> int:
    """Where a place of the source stands in the item's own words, whose blanks and signs may differ."""
    wanted = sum(1 for letter in source[item.span_start : place] if not letter.isspace() and letter not in _SIGNS)
    for offset, letter in enumerate(item.text):
        if not wanted and not letter.isspace() and letter not in _SIGNS:
            return offset
        wanted -= not letter.isspace() and letter not in _SIGNS
    return len(item.text)


def _with_item(draft: Draft, text: str = "") -> Draft:
    """The draft with one more item at its end."""
    key = max((each.key for each in draft.items), default=0) + 1
    item = Item(draft.directive.id, path=_free_path(draft), text=text, position=len(draft.items))
    return replace(draft, items=(*draft.items, DraftItem(key, item)))


def _free_path(draft: Draft) -> str:
    used = {each.item.path for each in draft.items}
    return next(path for number in range(1, len(used) + 2) if (path := f"¶{number}") not in used)
