"""Every form with example data, so that an office sees a page before it needs one; what is invented is marked VÍ DỤ."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from district_desk.desk.kept_papers import Paper
from district_desk.desk.office_desk import Desk
from district_desk.desk.printing import FileKind, Step, Stop, forms, write_papers
from district_desk.domain.problems import NotFound, Stopped


def example_of(form: str) -> Paper:
    """The example of a form.

    Raises:
        NotFound: no form of that name has one.
    """
    from district_desk.prints.examples import EXAMPLES

    if form not in EXAMPLES:
        raise NotFound("form", form)
    return Paper(form, EXAMPLES[form])


def preview_example(desk: Desk, form: str, *, stop: Stop | None = None) -> bytes:
    """The PDF of a form with its example data, on the form as this office has it."""
    buffer = BytesIO()
    write_papers(desk, [example_of(form)], buffer, stop=stop)
    return buffer.getvalue()


def print_examples(
    desk: Desk | None,
    folder: Path,
    *,
    kinds: Sequence[FileKind] = tuple(FileKind),
    step: Step | None = None,
    stop: Stop | None = None,
) -> list[Path]:
    """Write every form with its example data into a folder, a file a form and kind; the files, in the order of the forms.

    Without a desk the shipped forms are used.

    Raises:
        DiskFull, ReadOnly, FileBusy, Stopped: the files written so far are whole.
    """
    names = [info.name for info in forms(desk)]
    made: list[Path] = []
    for number, name in enumerate(names, start=1):
        for kind in kinds:
            if stop and stop():
                raise Stopped
            made.append(folder / f"{name}.{kind}")
            write_papers(desk, [example_of(name)], made[-1], kind=kind, stop=stop)
        if step:
            step(number, len(names))
    return made
