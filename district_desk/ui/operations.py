"""Work off the main thread: one writer, a few readers, and one way back.

Every write runs on one thread that lives as long as the office is open (a SQLite connection belongs to its thread).
Searches, lists and reports run beside it; of those that share a topic only the newest is delivered. A result *or* an
error comes back once, on the main thread, through one queued signal. Work functions know no Qt: they may take a
:class:`Progress` and nothing more.
"""

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from district_desk.domain.changes import Changes
from district_desk.domain.problems import Problem, Stopped

_QUIET_MS: Final = 300
_READERS: Final = 2


class Progress:
    """What a long work function may be given: ``step(done, total)`` to tell, ``stop()`` to ask."""

    def __init__(self) -> None:
        self.listener: Callable[[int, int], None] | None = None
        self._halted = threading.Event()

    def step(self, done: int, total: int) -> None:
        """Tell how far the work is; ``total`` 0 where that is not known."""
        if self.listener is not None:
            self.listener(done, total)

    def stop(self) -> bool:
        """Whether the person, or a newer request, asked this work to end."""
        return self._halted.is_set()

    def halt(self) -> None:
        """Ask the work to end at its next look."""
        self._halted.set()


@dataclass(eq=False, slots=True)
class Task:
    """One piece of work under way. ``title`` is the sentence of the strip; ``stoppable`` gives it a *Dừng*.
    What is ``quiet`` nobody asked for, and nobody is asked whether to wait for it."""

    work: Callable[[Progress], Any]
    title: str = ""
    topic: str = ""
    stoppable: bool = False
    reads: bool = False
    quiet: bool = False
    on_done: Callable[[Any], None] | None = None
    on_problem: Callable[[Problem], None] | None = None
    initiator: object = None
    progress: Progress = field(default_factory=Progress)
    result: Any = None
    error: BaseException | None = None
    future: "Future[None] | None" = None


class Operations(QObject):
    """The queue of an office.

    Signals:
        changed(Changes, initiator): a write is done; pages refresh what they show.
        failed(Problem): something to explain, which no caller took upon itself.
        lasting(Task | None): work that has taken longer than 300 ms, or None when all of it is over.
        progressed(int, int): how far that work is.
    """

    changed = Signal(object, object)
    failed = Signal(object)
    lasting = Signal(object)
    progressed = Signal(int, int)
    _delivered = Signal(object)
    _told = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._readers = ThreadPoolExecutor(max_workers=_READERS, thread_name_prefix="reader")
        self._running: list[Task] = []
        self._newest: dict[str, Task] = {}
        self._shown: Task | None = None
        self._patience = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._patience.timeout.connect(self._lose_patience)
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._closed = False

    # -- asking ---------------------------------------------------------------------------------------------

    def run(  # noqa: PLR0913  how a write is told apart
        self,
        work: Callable[[], Any],
        *,
        on_done: Callable[[Any], None] | None = None,
        on_problem: Callable[[Problem], None] | None = None,
        initiator: object = None,
        title: str = "",
        quiet: bool = False,
    ) -> Task:
        """Run a write on the writer thread. Its result, when it is or holds Changes, is announced by ``changed``."""
        return self._submit(
            self._writer,
            Task(lambda _: work(), title, quiet=quiet, on_done=on_done, on_problem=on_problem, initiator=initiator),
        )

    def run_long(
        self,
        work: Callable[[Progress], Any],
        *,
        on_done: Callable[[Any], None] | None = None,
        on_problem: Callable[[Problem], None] | None = None,
        initiator: object = None,
        title: str = "",
    ) -> Task:
        """The same for a write that tells how far it is and can be stopped."""
        return self._submit(
            self._writer,
            Task(work, title, stoppable=True, on_done=on_done, on_problem=on_problem, initiator=initiator),
        )

    def run_alone(
        self,
        work: Callable[[], Any],
        *,
        on_done: Callable[[Any], None] | None = None,
        on_problem: Callable[[Problem], None] | None = None,
        title: str = "",
    ) -> Task:
        """Run on the writer thread once nothing reads any more: for closing one file and opening another."""
        reading = [task.future for task in self._running if task.reads and task.future is not None]
        self.forget_reading()
        return self.run(lambda: (wait(reading), work())[1], on_done=on_done, on_problem=on_problem, title=title)

    def forget_reading(self) -> None:
        """Halt whatever reads under a topic and drop its answers."""
        for task in self._newest.values():
            task.progress.halt()
        self._newest.clear()

    def fetch(
        self,
        work: Callable[[Progress], Any],
        *,
        on_done: Callable[[Any], None],
        on_problem: Callable[[Problem], None] | None = None,
        topic: str = "",
        title: str = "",
    ) -> Task:
        """Run something that writes nothing. A newer request of the same topic halts this one and takes its place."""
        task = Task(work, title, topic, stoppable=bool(title), reads=True, on_done=on_done, on_problem=on_problem)
        if topic:
            if older := self._newest.get(topic):
                older.progress.halt()
            self._newest[topic] = task
        return self._submit(self._readers, task)

    # -- state ----------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether any work is under way or waiting."""
        return bool(self._running)

    @property
    def writing(self) -> bool:
        """Whether a write or a titled work is under way: closing now would cut it short."""
        return any((not task.reads and not task.quiet) or task.title for task in self._running)

    def waiting(self, topic: str) -> bool:
        """Whether an answer to that topic is on its way."""
        return topic in self._newest

    def halt(self) -> None:
        """Ask everything that can be stopped to stop."""
        for task in self._running:
            task.progress.halt()

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Stop what can be stopped, drain the rest, run ``last`` on the writer thread, and end both pools."""
        if self._closed:
            return
        self._closed = True
        self.halt()
        self._readers.shutdown(wait=True, cancel_futures=True)
        if last is not None:
            self._writer.submit(last).result()
        self._writer.shutdown(wait=True)
        self._running.clear()
        self._newest.clear()
        self._patience.stop()

    # -- inside ---------------------------------------------------------------------------------------------

    def _submit(self, pool: ThreadPoolExecutor, task: Task) -> Task:
        task.progress.listener = partial(self._told.emit, task)
        self._running.append(task)
        if not self._patience.isActive() and self._shown is None:
            self._patience.start()
        task.future = pool.submit(self._perform, task)
        return task

    def _perform(self, task: Task) -> None:
        try:
            if task.topic and task.progress.stop():
                task.error = Stopped()
            else:
                task.result = task.work(task.progress)
        except BaseException as error:  # noqa: BLE001 (it is delivered, and raised there if it is a fault)
            task.error = error
        if not self._closed:
            self._delivered.emit(task)

    @Slot(object)
    def _deliver(self, task: Task) -> None:
        if self._closed or task not in self._running:
            return
        self._running.remove(task)
        stale = bool(task.topic) and self._newest.get(task.topic) is not task
        if task.topic and not stale:
            del self._newest[task.topic]
        self._rest_if_idle(task)
        if not stale:
            self._hand_over(task)

    def _hand_over(self, task: Task) -> None:
        if task.error is None:
            changes = _changes_of(task.result)
            if changes is not None:
                self.changed.emit(changes, task.initiator)
            if task.on_done is not None and _still_there(task.on_done):
                task.on_done(task.result)
        elif isinstance(task.error, Problem):
            if task.on_problem is None:
                self.failed.emit(task.error)
            elif _still_there(task.on_problem):
                task.on_problem(task.error)
        else:
            sys.excepthook(type(task.error), task.error, task.error.__traceback__)

    def _rest_if_idle(self, task: Task) -> None:
        if not self._running:
            self._patience.stop()
        if self._shown is task:
            self._shown = None
            self.lasting.emit(None)
            if self._running:
                self._patience.start()

    @Slot()
    def _lose_patience(self) -> None:
        if self._running and self._shown is None:
            self._shown = next((task for task in self._running if task.title), self._running[0])
            self.lasting.emit(self._shown)

    @Slot(object, int, int)
    def _tell(self, task: Task, done: int, total: int) -> None:
        if task is self._shown:
            self.progressed.emit(done, total)


def _changes_of(result: object) -> Changes | None:
    if isinstance(result, Changes):
        return result
    held = getattr(result, "changes", None)
    return held if isinstance(held, Changes) else None


def _still_there(callback: Callable[[Any], None]) -> bool:
    """False where the callback is a method of a widget that was closed while the work ran."""
    owner = getattr(getattr(callback, "func", callback), "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
