"""Work off the main thread: one writer, newest answers, one way back, a proper end."""

import threading
from functools import partial
from types import MappingProxyType

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLabel

from district_desk.domain.changes import Changes, Entity
from district_desk.domain.problems import NothingToUndo, Stopped
from district_desk.ui.operations import Operations

CHANGES = Changes("put_units", 1, 1, "", MappingProxyType({Entity.UNIT: frozenset({7})}))


class Ear(QObject):
    """Hears what is delivered, and on which thread."""

    def __init__(self):
        super().__init__()
        self.heard = []
        self.threads = []

    @Slot(object)
    def hear(self, *told):
        self.heard.append(told[0] if len(told) == 1 else told)
        self.threads.append(threading.current_thread())


@pytest.fixture
def ear():
    return Ear()


def test_a_result_comes_back_once_on_the_main_thread(operations, ear, qtbot):
    workers = []

    def work():
        workers.append(threading.current_thread())
        return 42

    operations.run(work, on_done=ear.hear)
    qtbot.waitUntil(lambda: not operations.busy)

    assert ear.heard == [42]
    assert ear.threads == [threading.main_thread()]
    assert workers[0] is not threading.main_thread()


def test_every_write_runs_on_one_thread_that_lives(operations, ear, qtbot):
    for _ in range(20):
        operations.run(threading.get_ident, on_done=ear.hear)
    qtbot.waitUntil(lambda: not operations.busy)

    assert len(ear.heard) == 20
    assert len(set(ear.heard)) == 1


def test_changes_are_announced_before_the_caller_hears(operations, ear, qtbot):
    operations.changed.connect(ear.hear)
    operations.run(lambda: CHANGES, on_done=ear.hear, initiator=ear)
    qtbot.waitUntil(lambda: not operations.busy)

    assert ear.heard == [(CHANGES, ear), CHANGES]


def test_a_problem_without_a_taker_is_told_to_everybody(operations, ear, qtbot):
    def work():
        raise NothingToUndo("undo")

    operations.failed.connect(ear.hear)
    operations.run(work, on_done=ear.hear)
    qtbot.waitUntil(lambda: not operations.busy)

    assert [type(each) for each in ear.heard] == [NothingToUndo]


def test_a_fault_of_ours_reaches_the_exception_hook(operations, qtbot):
    with qtbot.captureExceptions() as raised:
        operations.run(lambda: 1 / 0)
        qtbot.waitUntil(lambda: not operations.busy)

    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_of_one_topic_only_the_newest_answer_arrives(operations, ear, qtbot):
    gate = threading.Event()

    def answer(number, progress):
        if number == 0:
            gate.wait(5)
        if progress.stop():
            raise Stopped
        return number

    for number in range(10):
        operations.fetch(partial(answer, number), on_done=ear.hear, topic="search")
    gate.set()
    qtbot.waitUntil(lambda: not operations.busy)

    assert ear.heard == [9]


def test_an_answer_for_a_widget_that_is_gone_is_dropped(operations, qtbot):
    gate = threading.Event()
    widget = QLabel()
    operations.run(lambda: gate.wait(5) and "late", on_done=widget.setText)
    widget.deleteLater()
    qtbot.waitUntil(lambda: not _alive(widget))
    gate.set()

    qtbot.waitUntil(lambda: not operations.busy)


def _alive(widget):
    from shiboken6 import isValid

    return isValid(widget)


def test_short_work_shows_nothing_and_long_work_shows_itself_and_its_end(operations, ear, qtbot):
    gate = threading.Event()
    operations.lasting.connect(ear.hear)
    operations.run(lambda: None, title="Việc ngắn")
    qtbot.waitUntil(lambda: not operations.busy)
    assert ear.heard == []

    operations.run(lambda: gate.wait(5), title="Việc dài")
    qtbot.waitUntil(lambda: len(ear.heard) == 1)
    gate.set()
    qtbot.waitUntil(lambda: not operations.busy)

    assert [task and task.title for task in ear.heard] == ["Việc dài", None]


def test_long_work_tells_how_far_it_is_and_stops_when_asked(operations, ear, qtbot):
    def work(progress):
        done = 0
        while not progress.stop():
            done += 1
            progress.step(done, 0)
        raise Stopped

    operations.failed.connect(ear.hear)
    with qtbot.waitSignal(operations.progressed):
        task = operations.run_long(work, title="Đang chép")
    task.progress.halt()
    qtbot.waitUntil(lambda: not operations.busy)

    assert [type(each) for each in ear.heard] == [Stopped]


def test_closing_drains_the_writer_and_runs_the_last_thing_on_its_thread(app):
    operations = Operations()
    order = []
    operations.run(lambda: order.append(("write", threading.get_ident())))
    operations.close(lambda: order.append(("close", threading.get_ident())))

    assert [name for name, _ in order] == ["write", "close"]
    assert order[0][1] == order[1][1]
    assert not operations.busy


def test_work_that_wants_to_be_alone_waits_for_readers_and_their_answers_are_dropped(operations, ear, qtbot):
    gate, order = threading.Event(), []

    def read(_progress):
        gate.wait(5)
        order.append("read")
        return "old"

    operations.fetch(read, on_done=ear.hear, topic="list")
    operations.run_alone(lambda: order.append("alone"), on_done=ear.hear)
    gate.set()
    qtbot.waitUntil(lambda: not operations.busy)

    assert order == ["read", "alone"]
    assert ear.heard == [None]
