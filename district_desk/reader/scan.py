"""Scans and photos: pictures of pages recognised side by side, and brought to the one form of all files.

Pictures are made one after the other on the caller's thread, and never more wait than there are engines, so that a
file of 500 pages needs hardly more memory than one of five.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from district_desk.domain.problems import Stopped, Unreadable, UnreadableFile
from district_desk.domain.reading import DOUBT, Box, BoxText, PlacedWord, ScannedPage, Span
from district_desk.reader.page_pictures import (
    DPI,
    Picture,
    Turn,
    count_of_pictures,
    covered_pages,
    enlarged,
    lies_on_its_side,
    lightened,
    page_of,
    pages_of_pdf,
    pages_of_picture,
    parted,
    straightened,
)
from district_desk.reader.page_pictures import turned as turned_by
from district_desk.reader.recognition import Engine, Manner, Seen, model_folder
from district_desk.reader.scan_lines import Part, parts_of
from district_desk.reader.transcript import Block, Transcript, from_blocks

_MOST: Final = 4
"""Engines at work at once; more would take the machine from the person who goes on working."""

_GLANCE: Final = 0.1
"""Seconds between two looks at whether to stop."""
_SURE: Final = 80
"""Words of a page that lies wrong hardly ever reach this confidence."""
_LOST: Final = 0.35
"""Part of a page's letters that stands in sure words; below it the page may lie wrong."""
_SOME: Final = 40
"""A page of fewer letters says nothing about how it lies."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file whose pages are recognised. ``step(done, total)`` counts pages, ``stop()`` asks to give up, ``models`` are
    folders that may hold the Vietnamese model, ``turns`` the degrees clockwise by which a page (from 1) is turned."""

    path: Path
    step: Callable[[int, int], None] | None = None
    stop: Callable[[], bool] | None = None
    models: Sequence[Path] = ()
    turns: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Sight:
    """What was seen on a page of ``width`` by ``height``, a pixel being ``unit`` wide and the picture turned to be read;
    ``turned`` is by how many right angles' degrees the page itself was."""

    number: int
    width: float
    height: float
    unit: float
    turn: Turn
    parts: tuple[Part, ...]
    turned: int

    def box(self, word: Seen) -> Box:
        """The place of a word on the page as it lies."""
        box = self.turn.back(Box(word.left, word.top, word.right, word.bottom))
        left, top, right, bottom = (round(edge * self.unit, 1) for edge in (box.left, box.top, box.right, box.bottom))
        return Box(max(0.0, left), max(0.0, top), min(self.width, right), min(self.height, bottom))


def transcript_of_picture(job: Job) -> Transcript:
    """The text of a PNG, JPG or TIFF file, with the places of its words.

    Raises:
        UnreadableFile: NO_RECOGNIZER, NO_MODEL, BROKEN_PICTURE, TOO_LARGE or NO_WORDS.
        Stopped: the job was stopped.
    """
    total = count_of_pictures(job.path)
    return _transcript(job.path, {}, _seen(job, pages_of_picture(job.path), total))


def transcript_of_scanned_pdf(job: Job, texts: Sequence[str], bare: Sequence[int]) -> Transcript:
    """The text of a PDF; ``texts`` are those of all its pages, ``bare`` the numbers (from 1) of those with few words or
    none. A bare page is recognised if a picture covers it, or if the document has no other page.

    Raises:
        UnreadableFile: NO_RECOGNIZER, NO_MODEL, BROKEN_PDF or NO_WORDS.
        Stopped: the job was stopped.
    """
    if len(bare) < len(texts):
        bare = covered_pages(job.path, bare)
    kept = {number: text for number, text in enumerate(texts, 1) if number not in bare}
    return _transcript(job.path, kept, _seen(job, pages_of_pdf(job.path, bare), len(texts), len(kept)))


def read_box(path: Path, page: int, box: Box, *, models: Sequence[Path] = (), turned: int = 0) -> BoxText:
    """What stands in a rectangle of a page (from 1), seen anew and enlarged; ``box`` is in the page's unit, on the page
    ``turned`` clockwise by so many degrees.

    Raises:
        UnreadableFile: NO_RECOGNIZER, NO_MODEL, BROKEN_PDF, BROKEN_PICTURE, or MISSING where there is no such page.
    """
    folder = model_folder(path, models)
    picture = turned_by(page_of(path, page), turned)
    level, turn = straightened(lightened(parted(picture.image)[0]))
    pixels = Box(*(edge / picture.unit for edge in (box.left, box.top, box.right, box.bottom)))
    with closing(Engine(folder)) as engine:
        words = engine.words(enlarged(level, turn.forth(pixels)), 2 * DPI, Manner.BLOCK)
    text = "\n".join(part.text for part in parts_of(words, ()))
    return BoxText(text, any(word.confidence < DOUBT for word in words))


def _transcript(path: Path, texts: Mapping[int, str], seen: Iterable[_Sight]) -> Transcript:
    sights = {sight.number: sight for sight in seen}
    if not any(texts.values()) and not any(sight.parts for sight in sights.values()):
        raise UnreadableFile(path, Unreadable.NO_WORDS)
    blocks: list[Block] = []
    for number in sorted({*texts, *sights}):
        parts = sights[number].parts if number in sights else (Part(texts[number], ()),)
        blocks += [Block(part.text, part.aside, opens_page=not at) for at, part in enumerate(parts)]
    plain = from_blocks(blocks, wrapped=True)
    return replace(plain, scanned=tuple(_placed(plain.text, [sights[number] for number in sorted(sights)])))


def _placed(text: str, sights: Iterable[_Sight]) -> Iterator[ScannedPage]:
    """The pages with their words' places in the whole text, where the parts stand as they are, one after the other."""
    at = 0
    for sight in sights:
        words: list[PlacedWord] = []
        for part in sight.parts:
            at = text.index(part.text, at)
            words += (
                PlacedWord(Span(at + offset, at + offset + len(word.text)), sight.box(word), word.confidence)
                for offset, word in part.words
            )
            at += len(part.text)
        yield ScannedPage(sight.number, sight.width, sight.height, tuple(words), sight.turned)


def _seen(job: Job, pictures: Iterable[Picture], total: int, done: int = 0) -> Iterator[_Sight]:
    """What is seen on each picture, in their order; ``done`` of the ``total`` pages needed no sight."""
    if done == total:
        return
    folder = model_folder(job.path, job.models)
    hands = max(1, min(total - done, os.cpu_count() or 1, _MOST))
    with ExitStack() as stack:
        engines: SimpleQueue[Engine] = SimpleQueue()
        for _ in range(hands):
            engines.put(stack.enter_context(closing(Engine(folder))))
        pool = ThreadPoolExecutor(hands, "recognition")
        stack.callback(pool.shutdown, cancel_futures=True)
        looked_at = partial(_look, engines, job.turns)
        for sight in _in_turn(pool, looked_at, _unless_stopped(job, pictures), job.stop, hands):
            done += 1
            if job.step:
                job.step(done, total)
            yield sight


def _unless_stopped(job: Job, pictures: Iterable[Picture]) -> Iterator[Picture]:
    for picture in pictures:
        if job.stop and job.stop():
            raise Stopped
        yield picture


def _in_turn(
    pool: ThreadPoolExecutor,
    look: Callable[[Picture], _Sight],
    pictures: Iterable[Picture],
    stop: Callable[[], bool] | None,
    most: int,
) -> Iterator[_Sight]:
    """The sights in the order of the pictures; ``most`` pictures are looked at while the next is made."""
    waiting: deque[Future[_Sight]] = deque()
    for picture in pictures:
        waiting.append(pool.submit(look, picture))
        if len(waiting) > most:
            yield _awaited(waiting.popleft(), stop)
    while waiting:
        yield _awaited(waiting.popleft(), stop)


def _awaited(sight: "Future[_Sight]", stop: Callable[[], bool] | None) -> _Sight:
    """The sight when it is there. Tesseract ends no page before its end, so a stop waits for those it has begun alone."""
    while not wait([sight], _GLANCE if stop else None).done:
        if stop and stop():
            raise Stopped
    return sight.result()


def _look(engines: "SimpleQueue[Engine]", turns: Mapping[int, int], picture: Picture) -> _Sight:
    """One page seen by a free engine; one of which hardly a word is sure is seen turned, unless it was said how it lies."""
    engine = engines.get()
    try:
        told = turns.get(picture.number)
        sight, words = _seen_by(engine, picture, told or 0)
        if told is None and _is_lost(words):
            other, there = _seen_by(engine, picture, _side_of(engine, picture) or 180)
            sight = other if _sure_letters(there) > _sure_letters(words) else sight
    finally:
        engines.put(engine)
    return sight


def _side_of(engine: Engine, picture: Picture) -> int:
    """By how many degrees a page on its side is to be turned, 0 for one that is not; told by a quick look at half size."""
    if not lies_on_its_side(parted(picture.image)[0]):
        return 0
    looks: dict[int, int] = {}
    for degrees in (0, 90, 270):
        grey = parted(turned_by(picture, degrees).image)[0].reduce(2)
        looks[degrees] = _sure_letters(engine.words(lightened(grey), DPI // 2))
    return max(looks, key=lambda degrees: looks[degrees])


def _seen_by(engine: Engine, picture: Picture, degrees: int) -> tuple[_Sight, Sequence[Seen]]:
    picture = turned_by(picture, degrees)
    black, red = parted(picture.image)
    level, turn = straightened(lightened(black))
    words = engine.words(level, DPI)
    stamps = engine.words(turn.applied(red), DPI, Manner.SCATTERED) if red else []
    parts = tuple(parts_of(words, stamps))
    return _Sight(picture.number, picture.width, picture.height, picture.unit, turn, parts, degrees), words


def _is_lost(words: Sequence[Seen]) -> bool:
    """Whether hardly a word of a page was recognised, as on one that lies wrong."""
    letters = sum(len(word.text) for word in words)
    return letters >= _SOME and _sure_letters(words) < _LOST * letters


def _sure_letters(words: Iterable[Seen]) -> int:
    """Letters of the words that were recognised and lie level: Tesseract reads some pages on their side, word by word."""
    return sum(len(word.text) for word in words if word.confidence >= _SURE and _lies_level(word))


def _lies_level(word: Seen) -> bool:
    return len(word.text) < 3 or word.right - word.left >= word.bottom - word.top
