"""Lists are counted on derived rows; whatever happens to the lines, on whatever day, they say what the domain says."""

import shutil
from datetime import date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from district_desk.domain.assignments import Assignment, Event, EventKind, Role, State, standing
from district_desk.domain.directives import Directive, Source, missing
from district_desk.domain.follow_up import life
from district_desk.domain.items import Item
from district_desk.domain.listing import AssignmentFilter, DirectiveFilter, RegisterChip, RegisterSort
from district_desk.domain.reading import ItemKind
from district_desk.domain.units import Unit
from district_desk.store import Store
from district_desk.store.checking import check

FIRST = date(2023, 3, 1)
_OPEN = (State.RUNNING, State.OVERDUE, State.RUNNING_NO_DUE)
_days = st.integers(0, 60).map(lambda number: FIRST + timedelta(days=number))
_due = st.none() | _days
_numbers = count()

_events = st.lists(
    st.tuples(st.sampled_from([EventKind.ACCEPTED, EventKind.SENT_BACK, EventKind.EXTENDED, EventKind.RECALLED,
                               EventKind.REPORTED, EventKind.REMINDED, EventKind.PROGRESS]), _days, _due, _due), max_size=4,
)  # fmt: skip
_lines = st.lists(st.tuples(st.sampled_from(Role), _due, _due, _events), max_size=4)
_directives = st.lists(
    st.tuples(st.booleans(), st.sampled_from(["", "received", "own"]), _lines), min_size=1, max_size=4
)


def _enter(store, at, directives):
    """Directives with their lines, events entered in later operations; and the truth: lines by directive."""
    truth = {}
    with store.writing("register", officer="A", at=at) as writing:
        unit = writing.put(Unit("NV", "Phòng Nội vụ"))
        for is_binned, source, lines in directives:
            made = writing.put(Directive(
                Source(source or "received"), 2023, next(_numbers), number="1" if source else "",
                binned_on=FIRST if is_binned else None,
            ))  # fmt: skip
            item = writing.put(Item(made.id, text="Việc"))
            writing.put(Item(made.id, text="Mục đích", kind=ItemKind.PURPOSE))
            truth[made] = [
                (writing.put(Assignment(item.id, made.id, unit.id, role, given=given, due=due)), events)
                for role, given, due, events in lines
            ]
    known = {made: [] for made in truth}
    for made, lines in truth.items():
        for line, events in lines:
            kept = []
            for kind, on, counts_on, new_due in events:
                with store.writing("follow", officer="A", at=at) as writing:
                    kept.append(writing.put(Event(line.id, kind, on, counts_on, new_due)))
            known[made].append((line, kept))
    return known


@settings(max_examples=30)
@given(_directives, _days)
def test_counts_rows_chips_and_ids_of_any_day_are_those_of_the_events(blank, tmp_path_factory, directives, day):
    path = tmp_path_factory.mktemp("office") / "office.sqlite"
    shutil.copyfile(blank, path)
    store = Store.open(path)
    known = _enter(store, datetime(2023, 6, 1, 8), directives)
    reader = store.reading()
    stands = {
        made: [(line, standing(line, events, day)) for line, events in lines if line.given is None or line.given <= day]
        for made, lines in known.items()
    }
    live = {made: lines for made, lines in stands.items() if not made.binned_on}
    expected = {made.id: _figures(lines, day) for made, lines in stands.items()}

    for row in reader.directive_rows([made.id for made in stands], day):
        figures = expected[row.directive.id]
        assert (row.items, row.lines, row.done, row.overdue, row.next_due) == (1, *figures[:3], figures[4])
    chips = reader.chip_counts(DirectiveFilter(), day)
    for chip, wanted in {
        RegisterChip.ALL: set(live),
        RegisterChip.BINNED: set(stands) - set(live),
        RegisterChip.OVERDUE: {made for made in live if expected[made.id][2]},
        RegisterChip.RUNNING: {made for made in live if expected[made.id][3]},
        RegisterChip.UNASSIGNED: {made for made in live if not _counted(stands[made])},
        RegisterChip.INCOMPLETE: {made for made in live if missing(made)},
        RegisterChip.NOT_PASSED_ON: {made for made in live if made.source is Source.RECEIVED},
    }.items():
        assert set(reader.directive_ids(DirectiveFilter(chip=chip), day)) == {made.id for made in wanted}, chip
        assert chips[chip] == len(wanted), chip
    is_open = {line.id for lines in live.values() for line, seen in lines if seen.state in _OPEN}
    late = {
        line.id
        for lines in live.values()
        for line, seen in lines
        if line.role is Role.LEAD and seen.state is State.OVERDUE
    }
    yesterday = AssignmentFilter(roles=(Role.LEAD,), open_only=True, due_until=day - timedelta(days=1))

    assert set(reader.assignment_ids(AssignmentFilter(open_only=True), day)) == is_open
    assert set(reader.assignment_ids(yesterday, day)) == late
    assert reader.counts(2023, day).overdue == len(late)
    assert reader.counts(None, day).assignments == sum(len(_counted(lines)) for lines in live.values())
    assert _keys(reader.lines_due(day, day)) == {
        (seen.due, made.id, line.id)
        for made, lines in live.items()
        for line, seen in lines
        if line.role is Role.LEAD and seen.state in _OPEN and seen.due and seen.due <= day
    }
    assert {each.line.record_id: (each.times, each.last) for each in reader.silences(day)} == {
        line.id: (len(silent), silent[-1].on)
        for made in live
        for line, events in known[made]
        if (line.given is None or line.given <= day) and (silent := life(line, events, day).unanswered)
    }
    waiting = reader.documents_waiting(day)
    assert {each.directive_id for each in waiting if each.incomplete} == {made.id for made in live if missing(made)}
    assert {each.directive_id for each in waiting if each.hand_on} == {
        made.id for made in live if made.source is Source.RECEIVED
    }
    for row in reader.assignment_rows(reader.assignment_ids(AssignmentFilter(), day), day):
        assert (row.assignment, row.standing) in stands[reader.get(Directive, row.assignment.directive_id)]
    assert check(path) == []
    store.close()


def _keys(found):
    return {(key.last_day, key.directive_id, key.record_id) for key in found}


def _counted(lines):
    return [line for line, seen in lines if seen.state is not State.RECALLED]


def _figures(lines, day):
    """Lead lines, done, overdue, running, next due."""
    lead = [seen for line, seen in lines if line.role is Role.LEAD and seen.state is not State.RECALLED]
    is_open = [seen for seen in lead if seen.state in _OPEN]
    done = len(lead) - len(is_open)
    next_due = min((seen.due for seen in is_open if seen.due), default=None)
    return len(lead), done, sum(seen.state is State.OVERDUE for seen in lead), len(is_open), next_due


def test_the_register_is_ordered_as_asked(clerk, store):
    one = clerk.directive("04", "CT-UBND", issuer="Đảng ủy", arrival_number=9, issued=date(2023, 4, 3))
    two = clerk.directive("100", "CT-UBND", issuer="UBND tỉnh", arrival_number=10, issued=date(2023, 4, 1))
    inserted = clerk.directive(
        "5", "BC-SNV", issuer="Dân vận", arrival_number=9, arrival_suffix="a", issued=date(2023, 4, 2)
    )
    clerk.line(clerk.item(two), clerk.unit(), due=date(2023, 6, 1))

    def order(sort, **how):
        return list(store.reading().directive_ids(DirectiveFilter(sort=sort, **how), date(2023, 4, 5)))

    assert order(RegisterSort.ARRIVAL) == [two.id, inserted.id, one.id]
    assert order(RegisterSort.ISSUED, descending=False) == [two.id, inserted.id, one.id]
    assert order(RegisterSort.ISSUER, descending=False) == [inserted.id, one.id, two.id]
    assert order(RegisterSort.NOTATION, descending=False) == [inserted.id, one.id, two.id]
    assert order(RegisterSort.DUE, descending=False)[0] == two.id
    assert order(RegisterSort.DUE)[0] == two.id
    assert order(RegisterSort.ARRIVAL, year=2022) == []
    assert order(RegisterSort.ARRIVAL, sources=(Source.OWN, Source.MEETING)) == []


def test_the_year_of_an_own_document_is_that_of_its_date(clerk, store):
    own = clerk.directive(
        source=Source.OWN, arrival_year=None, arrival_number=None, arrived=None, issued=date(2021, 2, 3)
    )
    clerk.directive()

    assert store.reading().years() == [2023, 2021]
    assert list(store.reading().directive_ids(DirectiveFilter(year=2021), date(2023, 4, 5))) == [own.id]


def test_a_file_kept_for_reference_is_on_its_own_shelf(clerk, store):
    kept = clerk.directive(reference_only=1, number="", symbol="")

    counts = store.reading().chip_counts(DirectiveFilter(), date(2023, 4, 5))
    assert (counts[RegisterChip.ALL], counts[RegisterChip.REFERENCE], counts[RegisterChip.INCOMPLETE]) == (0, 1, 0)
    assert list(store.reading().directive_ids(DirectiveFilter(chip=RegisterChip.REFERENCE), date(2023, 4, 5))) == [
        kept.id
    ]


def test_lines_of_a_directive_come_in_the_order_of_its_items_and_all_lines_by_due_date(clerk, store):
    directive, unit = clerk.directive(), clerk.unit()
    second, first = clerk.item(directive, position=2), clerk.item(directive, position=1)
    early = clerk.line(second, unit, due=date(2023, 4, 10))
    blank = clerk.line(first, unit, role=Role.SUPPORT)
    late = clerk.line(first, unit, due=date(2023, 4, 20))
    reader = store.reading()

    assert list(reader.assignment_ids(AssignmentFilter(directive_id=directive.id), date(2023, 4, 5))) == [
        late.id,
        blank.id,
        early.id,
    ]
    assert list(reader.assignment_ids(AssignmentFilter(unit_id=unit.id), date(2023, 4, 5))) == [
        early.id,
        late.id,
        blank.id,
    ]
    assert list(reader.assignment_ids(AssignmentFilter(words="don do"), date(2023, 4, 5))) == [
        early.id,
        late.id,
        blank.id,
    ]
    assert not reader.assignment_ids(AssignmentFilter(words="bầu cử"), date(2023, 4, 5))


def test_numbers_of_a_year_are_known_the_bin_included(clerk, store):
    clerk.directive(arrival_number=411)
    clerk.directive(arrival_number=411, arrival_suffix="a")
    binned = clerk.directive(arrival_number=500, binned_on=date(2023, 5, 1))
    reader = store.reading()

    assert reader.last_arrival_number(2023) == 500
    assert reader.last_arrival_number(2022) is None
    assert reader.arrival_numbers(2023) == [(411, "", 1), (411, "a", 2), (500, "", binned.id)]


def test_the_same_number_is_found_however_it_is_written(clerk, store):
    one = clerk.directive("04", "QĐ-UBND")
    clerk.directive("", "QĐ-UBND")

    assert store.reading().same_notation("4/QD-UBND") == [one]
    assert store.reading().same_notation("…/QĐ-UBND") == []


def plans_of(store, ask):
    """How SQLite goes about what ``ask(reader)`` asks, a line a step."""
    asked = []
    reader, connection = store.reading(), store.reading()._ask.connection
    connection.set_trace_callback(asked.append)
    ask(reader)
    connection.set_trace_callback(None)
    return [
        row[3]
        for sql in asked
        if " FROM assignment_line" in sql or " FROM register_line" in sql
        for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")
    ]


@pytest.mark.parametrize("sort", list(RegisterSort))
@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("chip", [RegisterChip.ALL, RegisterChip.OVERDUE, RegisterChip.BINNED])
def test_the_register_is_read_in_order_from_an_index_and_never_sorted(clerk, store, sort, descending, chip):
    clerk.directive()
    wanted = DirectiveFilter(sort=sort, descending=descending, chip=chip)
    steps = plans_of(store, lambda reader: reader.directive_ids(wanted, date(2023, 4, 5)))

    assert steps
    assert [step for step in steps if "TEMP B-TREE" in step] == []
    assert [step for step in steps if "register_line" in step and "register_by" not in step] == []


def test_what_is_open_is_read_from_the_index_of_open_lines(clerk, store):
    wanted = AssignmentFilter(roles=(Role.LEAD,), open_only=True, due_until=date(2023, 4, 5))
    steps = plans_of(store, lambda reader: reader.assignment_ids(wanted, date(2023, 4, 5)))

    assert any("line_open" in step for step in steps)
    assert [step for step in steps if "TEMP B-TREE" in step] == []


def test_words_are_looked_up_once_and_not_once_a_line(clerk, store):
    wanted = AssignmentFilter(words="cai cach")
    steps = plans_of(store, lambda reader: reader.assignment_ids(wanted, date(2023, 4, 5)))
    order = [step.split()[1] for step in steps if "VIRTUAL TABLE" in step or "search_row" in step]

    assert order[:2] == order[2:] == ["search_words", "search_row"]
