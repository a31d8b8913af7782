"""Forms are data: one TOML file a printed form, with the law it rests on and the days on which it is valid.

Several files may carry one name with different validity, so that an old document prints again on the form of its
day. An office lays its own copy into the ``forms`` folder beside its data; a copy that cannot be used is reported
with its line and the shipped form is used.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from district_desk.domain.problems import BadForm, NotFound
from district_desk.prints.document import Column, Margins, Paper
from district_desk.prints.form_files import raw_form, read_source
from district_desk.prints.form_kinds import KINDS


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """The printed lines of one signature: what stands above it and the remark under it."""

    heading: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form, checked against what its kind must hold. ``valid_to`` is the last day on which it is used."""

    name: str
    title: str
    note: str
    legal_basis: str
    valid_from: date | None
    valid_to: date | None
    paper: Paper
    margins: Margins
    columns: tuple[Column, ...]
    wording: Mapping[str, str]
    signatures: Mapping[str, SignatureLines]
    path: Path
    source: str
    """The text of the file, which a kept paper carries so that it prints again on the very same form."""

    def say(self, key: str, **fields: str) -> str:
        """The sentence of that key with its fields filled."""
        return self.wording[key].format_map(fields)

    def is_valid(self, day: date) -> bool:
        """Whether the form is the one to use on that day; both ends are included."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A form to use, and what was wrong with the office's own copy where the shipped one stands in for it."""

    form: Form
    problem: BadForm | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """All forms of a day, in the order of their names, and the copies that cannot be used."""

    forms: tuple[Form, ...]
    problems: tuple[BadForm, ...] = ()


def load(folder: Path, overlay: Path | None, name: str, day: date) -> Loaded:
    """The form of that name on that day, the office's own copy first.

    Raises:
        NotFound: no such form is valid on that day.
        BadForm: the shipped form itself cannot be used.
    """
    own, problem = _own(overlay, name, day)
    if own:
        return Loaded(own)
    form = _newest(form for form in map(read_form, _files(folder, name)) if form.is_valid(day))
    if form is None:
        raise NotFound("form", name)
    return Loaded(form, problem)


def all_forms(folder: Path, overlay: Path | None, day: date) -> Shelf:
    """Every form that is valid on that day.

    Raises:
        BadForm: a shipped form cannot be used.
    """
    forms: list[Form] = []
    problems: list[BadForm] = []
    for name in KINDS:
        try:
            loaded = load(folder, overlay, name, day)
        except NotFound:
            continue
        forms.append(loaded.form)
        problems += [loaded.problem] if loaded.problem else []
    return Shelf(tuple(forms), (*problems, *_strangers(overlay)))


def read_form(path: Path) -> Form:
    """One form file, checked.

    Raises:
        BadForm: bad TOML, an unknown or missing key, a sentence that asks for a field that its form does not have.
    """
    return form_of(path, read_source(path))


def form_of(path: Path, source: str) -> Form:
    """The form that a text describes; ``path`` is what faults name.

    Raises:
        BadForm: as :func:`read_form`.
    """
    raw = raw_form(path, source)
    kind = raw.kind()
    return Form(
        name=raw.name,
        title=raw.text("title"),
        note=raw.text("note"),
        legal_basis=raw.text("legal_basis"),
        valid_from=raw.day("valid_from"),
        valid_to=raw.day("valid_to"),
        paper=raw.paper(),
        margins=raw.margins(),
        columns=raw.columns(kind),
        wording=raw.wording(kind),
        signatures={key: SignatureLines(heading, note) for key, heading, note in raw.signatures(kind)},
        path=path,
        source=source,
    )


def _own(overlay: Path | None, name: str, day: date) -> tuple[Form | None, BadForm | None]:
    """The office's own copy that is valid on that day, or what is wrong with it."""
    forms: list[Form] = []
    problem: BadForm | None = None
    for path in _files(overlay, name):
        try:
            forms.append(read_form(path))
        except BadForm as bad:
            problem = problem or bad
    return _newest(form for form in forms if form.is_valid(day)), problem


def _files(folder: Path | None, name: str) -> list[Path]:
    """The files of one form: ``name.toml`` and ``name.anything.toml``."""
    if folder is None or not folder.is_dir():
        return []
    return sorted(path for path in folder.glob("*.toml") if _name_of(path) == name)


def _name_of(path: Path) -> str:
    return path.name.split(".", 1)[0]


def _strangers(overlay: Path | None) -> Iterator[BadForm]:
    """Files in the office's folder whose name is no form's."""
    if overlay is None or not overlay.is_dir():
        return
    for path in sorted(overlay.glob("*.toml")):
        if _name_of(path) not in KINDS:
            yield BadForm(path, 0, f"không có mẫu nào tên “{_name_of(path)}”")


def _newest(forms: Iterable[Form]) -> Form | None:
    """The form whose validity began last."""
    return max(forms, key=lambda form: form.valid_from or date.min, default=None)
