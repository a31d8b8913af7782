"""The command line: the same use cases as the window, for scripts and for a machine without a screen.

Data come out as JSON with ``--json``, otherwise as lines. Bad input ends with code 2 and one Vietnamese sentence on
the error stream, never a traceback; a fault of the program itself with code 1 and the place of its log.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from district_desk.cli import following, reports
from district_desk.cli.parser import parsed
from district_desk.cli.reform import reform
from district_desk.cli.speech import Misused, speak_unicode, tell
from district_desk.cli.speech import opened as _desk
from district_desk.cli.speech import say as _say
from district_desk.cli.speech import say_json as _say_json
from district_desk.desk.sentences import UNKNOWN_FAULT, sentence_of
from district_desk.domain.problems import Problem

BAD_INPUT: Final = 2
FAULT: Final = 1


def main(arguments: Sequence[str], *, clock: Callable[[], datetime] = datetime.now) -> int:
    """Carry out one command; the exit code. ``clock`` tells the office's time."""
    speak_unicode()
    try:
        asked = parsed(arguments)
        asked.clock = clock
        _COMMANDS[asked.command](asked)
    except Misused as misused:
        tell(str(misused))
        return BAD_INPUT
    except Problem as problem:
        tell(sentence_of(problem))
        return BAD_INPUT
    except BrokenPipeError:  # whoever read our answer has seen enough
        sys.stdout = None  # the interpreter must not flush into the broken pipe
    except Exception as error:  # noqa: BLE001  whatever else happens is told in one sentence and kept in a log
        tell(f"{UNKNOWN_FAULT} Chi tiết: {_log(error)}")
        return FAULT
    return 0


def _profiles(_: Namespace) -> None:
    from district_desk.desk.profiles import profiles

    for info in profiles():
        _say(f"{info.name}  {info.title}" + (f". {info.note}" if info.note else ""))


def _new_office(asked: Namespace) -> None:
    from district_desk.desk.opening import create_office

    desk = create_office(asked.folder, asked.profile, clock=asked.clock)
    _say(f"Đã lập {desk.office.body_short or 'cơ quan mới'} trong {asked.folder}")
    desk.close()


def _demo(asked: Namespace) -> None:
    from district_desk.desk.demo import create_demo

    desk = create_demo(asked.folder)
    _say(f"Đã lập cơ quan mẫu {desk.office.body_short} trong {asked.folder}")
    desk.close()


def _read(asked: Namespace) -> None:
    from district_desk.desk.reading import answer_of, read_file

    answer = answer_of(read_file(asked.file))
    if asked.json:
        _say_json(answer)
        return
    for key in ("agency", "number", "symbol", "date", "doc_type", "subject", "signer"):
        if answer[key]:
            _say(f"{_HEADINGS[key]}: {answer[key]}")
    for item in answer["items"]:
        _say(f"{item['label']}\t{item['text']}")
    if doubts := answer["doubts"]:
        words = ", ".join(f"“{each['text']}” (trang {each['page']})" for each in doubts)
        _say(f"Cần xem lại {len(doubts)} chữ máy nhận dạng chưa chắc: {words}")


def _register(asked: Namespace) -> None:
    from district_desk.desk import answers, registering
    from district_desk.desk.limit_words import arrival_sentence
    from district_desk.desk.reading import read_file
    from district_desk.desk.sentences import done_label, missing_sentence
    from district_desk.desk.words import LIKENESSES
    from district_desk.domain.directives import Source

    source = Source.OWN if asked.own else Source.RECEIVED
    with _desk(asked) as desk:
        reading = read_file(asked.file, office=desk.folder)
        draft = registering.draft_of(desk, reading, source=source, arrived=asked.arrived, file=asked.file)
        alike = registering.likenesses(desk, draft)
        done = registering.register(desk, registering.without_lines(draft))
        if said := arrival_sentence(draft.directive):
            tell(said)
        if asked.json:
            _say_json(answers.of_registered(desk, done, alike))
            return
        _say(f"{done_label(done.changes)} (mã số {done.directive_id}). {missing_sentence(done.missing)}".rstrip())
        for like in alike:
            _say(f"{LIKENESSES[like.kind]}: mã số {like.directive.id}, {like.directive.notation}")


def _assign(asked: Namespace) -> None:
    from district_desk.desk import answers
    from district_desk.desk.assigning import assign_as_read
    from district_desk.desk.sentences import done_label
    from district_desk.desk.words import REASONS

    if not asked.as_read:
        raise Misused("Hãy thêm --as-read để giao việc đúng như văn bản ghi.")
    with _desk(asked) as desk:
        done = assign_as_read(desk, asked.directive, given=asked.date)
        if asked.json:
            _say_json(answers.of_assigned(desk, done))
            return
        _say(done_label(done.changes))
        for left in done.unresolved:
            _say(f"Chưa giao mục {left['label']}: {left['text']} ({REASONS[left['reason']]})")


def _list(asked: Namespace) -> None:
    from district_desk.desk import answers

    with _desk(asked) as desk:
        day = asked.as_of or desk.today()
        rows = {
            "directives": lambda: answers.directives(desk, day),
            "items": lambda: answers.items(desk),
            "assignments": lambda: answers.assignments(desk, day),
            "units": lambda: answers.units(desk, day),
            "due": lambda: answers.due(desk, day),
            "unanswered": lambda: answers.unanswered_reminders(desk, day),
            "delays": lambda: answers.delays(desk, day),
        }[asked.what]()
        if asked.json:
            _say_json(rows)
            return
        for row in rows:
            _say("\t".join(_in_words(key, row[key]) for key in _COLUMNS[asked.what]))


def _in_words(key: str, value: Any) -> str:
    """A value of a line: dates dd/MM/yyyy, enumerations by their labels."""
    from district_desk.desk.words import ROLES, STATES, UNIT_KINDS
    from district_desk.domain.assignments import Role, State
    from district_desk.domain.units import UnitKind

    if value is None:
        return ""
    if key in _DATES:
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    match key:
        case "role":
            return ROLES[Role(value)]
        case "state":
            return STATES[State(value)]
        case "kind":
            return UNIT_KINDS[UnitKind(value)]
    return " ".join(str(value).split())


def _due(asked: Namespace) -> None:
    from district_desk.desk import answers
    from district_desk.desk.dating import due_of_phrase

    with _desk(asked) if asked.folder else nullcontext() as desk:
        answer = answers.of_phrase(due_of_phrase(asked.phrase, asked.start, desk), desk)
    if asked.json:
        _say_json(answer)
        return
    for key, heading in _OF_LIMITS.items():
        if answer[key]:
            _say(f"{heading}: {_moment(answer[key])}")
    for period in answer["periods"]:
        _say(f"{period['name']}: {_moment(period['due'])}")
    for note in answer["notes"]:
        _say(note)


def _moment(iso: str) -> str:
    """A day, or a day with its hour, as people write it."""
    day, _, hour = iso.partition("T")
    return f"{hour} ngày {date.fromisoformat(day):%d/%m/%Y}" if hour else f"{date.fromisoformat(day):%d/%m/%Y}"


def _forms(asked: Namespace) -> None:
    from district_desk.desk.printing import forms

    if asked.folder is None:
        found = forms()
    else:
        with _desk(asked) as desk:
            found = forms(desk)
    for form in found:
        _say(f"{form.name}  {form.title}. {form.note}")


def _print(asked: Namespace) -> None:
    from district_desk.cli.printing import examples, printed

    if asked.all_examples and not asked.folder:
        files = examples(None, asked)
    else:
        with _desk(asked) as desk:
            files = examples(desk, asked) if asked.all_examples else printed(desk, asked)
    for file in files:
        _say(str(file))


def _stamp(asked: Namespace) -> None:
    from district_desk.desk.stamping import save_stamped

    with _desk(asked) as desk:
        _say(str(save_stamped(desk, asked.directive, asked.out, place=asked.place, alone=asked.alone)))


def _search(asked: Namespace) -> None:
    from district_desk.desk import answers
    from district_desk.desk.searching import search

    with _desk(asked) as desk:
        found = search(desk, asked.text)
        if asked.json:
            _say_json(answers.hits(found))
            return
        for hit in found:
            _say(f"{hit.directive_id}\t{hit.title}\t{hit.excerpt}")


def _check(asked: Namespace) -> None:
    from district_desk.desk.keeping import check, is_harmless
    from district_desk.desk.sentences import finding_sentence

    with _desk(asked) as desk:
        found = check(desk)
    for finding in found:
        _say(finding_sentence(finding))
    if damage := [finding for finding in found if not is_harmless(finding)]:
        raise Misused(f"Kiểm tra thấy {len(damage)} chỗ không ổn; hãy khôi phục bản sao lưu gần nhất.")
    _say("Dữ liệu nguyên vẹn.")


def _backup(asked: Namespace) -> None:
    from district_desk.desk.keeping import backup

    with _desk(asked) as desk:
        _say(backup(desk).name)


def _restore(asked: Namespace) -> None:
    from district_desk.desk.keeping import restore
    from district_desk.desk.opening import default_folder

    restore(asked.folder or default_folder(), asked.snapshot)
    _say(f"Đã khôi phục {asked.snapshot}. Dữ liệu trước khi khôi phục cũng đã được sao lưu.")


_COMMANDS: Final[dict[str, Callable[[Namespace], None]]] = {
    "profiles": _profiles,
    "new-office": _new_office,
    "demo": _demo,
    "read": _read,
    "register": _register,
    "assign": _assign,
    "list": _list,
    "event": following.event,
    "remind": following.remind,
    "periods": following.periods,
    "due": _due,
    "forms": _forms,
    "print": _print,
    "stamp": _stamp,
    "search": _search,
    "cchc": reform,
    "reports": reports.reports,
    "report-received": reports.report_received,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
}
_HEADINGS: Final = {
    "agency": "Cơ quan ban hành",
    "number": "Số",
    "symbol": "Ký hiệu",
    "date": "Ngày",
    "doc_type": "Loại",
    "subject": "Trích yếu",
    "signer": "Người ký",
}
_OF_LIMITS: Final = {
    "due": "Ngày cuối cùng còn trong hạn",
    "last_working_day": "Ngày làm việc cuối cùng còn trong hạn",
    "internal_due": "Hạn nội bộ",
    "overdue_from": "Quá hạn từ",
    "review_on": "Ngày rà soát",
}
_DATES: Final = frozenset({"due", "arrived", "issued", "reminded", "entered", "passed_on", "assigned"})
_COLUMNS: Final = {
    "directives": ("id", "arrival", "arrived", "notation", "issued", "issuer", "subject"),
    "items": ("id", "directive", "label", "due", "text"),
    "assignments": ("id", "item", "label", "unit", "role", "due", "state"),
    "units": ("code", "name", "kind"),
    "due": ("due", "days_left", "unit", "origin", "what"),
    "unanswered": ("id", "label", "unit", "reminders", "reminded", "silent_days"),
    "delays": ("directive", "notation", "arrived", "entered", "passed_on", "assigned"),
}


def _log(error: BaseException) -> Path:
    """Where the traceback of a fault was written."""
    import tempfile
    import traceback

    log = Path(tempfile.gettempdir()) / "district-desk-fault.log"
    log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return log
