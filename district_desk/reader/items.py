"""The tree of items: labels become levels, paragraphs find the item they belong to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from district_desk.domain.vietnamese import fold
from district_desk.reader.addressed import actors
from district_desk.reader.labels import BULLETS, Label, Style, follows, same_number
from district_desk.reader.paragraphs import Paragraph

_SENTENCE: Final = 60
_LEAD: Final = 200
"""A line that gives bullets to somebody is no longer, in characters."""
_COUNTED: Final = {**BULLETS, Style.LEAD: "¶", Style.ORDINAL: "¶"}
"""The sign in the path of labels that are counted under their parent."""
_HEADING: Final = 300
_NOTE: Final = re.compile(r"^\W{0,3}(?:ghi chu|luu y|chu thich)\s*:")
_DECIMALS: Final = {Style.DECIMAL2: 2, Style.DECIMAL3: 3, Style.DECIMAL4: 4, Style.LETTER_NUMBER: 2}
_CLOSING: Final = re.compile(
    r"^\W{0,3}(?:yeu cau|de nghi|tren day la|nhan duoc|trong qua trinh|qua trinh (?:to chuc |trien khai )?thuc hien|can cu (?:noi dung|chi thi|ke hoach|cong van)"
    r"|(?:chu tich|uy ban nhan dan|ubnd|thu tuong|giam doc|bo truong|thuong truc|ban thuong vu|tinh uy|so|bo|thanh uy|truong ban|ban \w+)"
    r"[^,.;:]{0,60}? (?:yeu cau|de nghi|(?<!duoc )giao|thong bao|mong|tran trong)"
    r"|giao (?:van phong|chanh|so|phong|thanh tra|cuc|ban|thu truong)|van phong .{0,40}thong bao|(?:thu truong|giam doc|chu tich|cac so|cac co quan|cac don vi)[^.;:]{0,200}? (?:nghiem tuc|trien khai|chiu trach nhiem|can cu|to chuc)"
    r"|(?:chi thi|cong dien|ke hoach|quyet dinh|thong bao|cong van|huong dan|chuong trinh|ket luan|quy che|quy dinh) nay (?:co hieu luc|thay the|duoc|pho bien)|thua lenh|(?:tong cuc|cuc|chi cuc)\b[^.;:]{0,60} thong bao (?:de|den|toi|cho)\b|neu (?:co|phat sinh|gap)|kinh de nghi|rat mong|tran trong|moi (?:thong tin|vuong mac)|thoi (?:gian|han) bao cao|ket qua|noi nhan|de thuc hien|bao cao)"
)


_GIVEN: Final = re.compile(r"(?:Giao|Yêu cầu|Đề nghị|Đối với)\s")


@dataclass(slots=True)
class Node:
    """An item being built: its label path, its own paragraphs, its parent."""

    path: str
    label: Label | None
    paragraphs: list[Paragraph]
    parent: int | None = None
    closing: bool = False
    bullets: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Tree:
    """The items in the order of the text, and the paragraphs before the first of them."""

    nodes: list[Node] = field(default_factory=list)
    opening: list[Paragraph] = field(default_factory=list)


class _Climber:
    """Walks the labelled paragraphs and keeps the way from the top to the last item."""

    def __init__(self, nodes: list[Node], root: str) -> None:
        self.nodes = nodes
        self.root = root
        self.way: list[int] = []
        self.top_bullets: dict[str, int] = {}

    def place(self, paragraph: Paragraph) -> None:
        """Put a labelled paragraph where it belongs."""
        label = paragraph.label
        assert label is not None
        label = self._as_read(label)
        depth = self._depth(label)
        del self.way[depth:]
        parent = self.way[-1] if self.way else None
        self.nodes.append(Node(self._path(label, parent), label, [paragraph], parent))
        self.way.append(len(self.nodes) - 1)

    def _labels(self) -> list[Label]:
        return [label for at in self.way if (label := self.nodes[at].label)]

    def _as_read(self, label: Label) -> Label:
        """A lone "i)" is a letter after "h)", a small roman number elsewhere."""
        if label.style is Style.SMALL_ROMAN and label.key in ("i", "v", "x"):
            for above in reversed(self._labels()):
                if above.style in (Style.LETTER, Style.LETTER_DOT) and above.key in ("h", "u", "r", "q", "t"):
                    return Label(above.style, label.key, label.length)
        if label.style is Style.ROMAN and len(label.key) == 1:
            for above in reversed(self._labels()):
                if above.style is Style.CAPITAL and follows(Label(Style.CAPITAL, label.key, 0), above):
                    return Label(Style.CAPITAL, label.key, label.length)
        return label

    def _depth(self, label: Label) -> int:
        """How much of the way stays above the label."""
        labels = self._labels()
        if label.style in (Style.PART, Style.ARTICLE):
            same = next((at for at, other in enumerate(labels) if other.style is label.style), None)
            return (
                same
                if same is not None
                else (1 if label.style is Style.ARTICLE and labels and labels[0].style is Style.PART else 0)
            )
        if label.style in _DECIMALS:
            return self._decimal_depth(label, labels)
        for at in range(len(labels) - 1, -1, -1):
            if not _alike(labels[at], label):
                continue
            if (
                label.style in BULLETS
                or label.rank > labels[at].rank
                or at == len(labels) - 1
                or label.rank == labels[at].rank
            ):
                return at
            if label.rank == 1 and not self._outranks(labels[at + 1 :], label):
                return len(labels)
            return at
        return self._new_depth(label, labels)

    @staticmethod
    def _outranks(below: Sequence[Label], label: Label) -> bool:
        """Whether a manner below is one that never holds this one (bullets hold no numbers)."""
        return all(other.style in BULLETS for other in below) and label.style not in BULLETS

    def _decimal_depth(self, label: Label, labels: Sequence[Label]) -> int:
        for at in range(len(labels) - 1, -1, -1):
            other = labels[at]
            if other.style is label.style:
                return at
            if other.style in (
                Style.ARABIC,
                Style.ARTICLE,
                Style.DECIMAL2,
                Style.DECIMAL3,
                Style.LETTER,
            ) and same_number(label.key, other.key.removeprefix("Điều ")):
                return at + 1
        return self._new_depth(label, labels)

    def _capitals_on_top(self) -> bool:
        """Whether the document's outermost items are lettered A, B, C: then the first of all is."""
        first = self.nodes[0].label if self.nodes else None
        return first is None or first.style in (Style.CAPITAL, Style.PART)

    def _new_depth(self, label: Label, labels: Sequence[Label]) -> int:
        """A manner not seen on the way yet: below everything, but numbers never below bullets."""
        if label.style is Style.ROMAN:
            return next(
                (at for at, other in enumerate(labels) if other.style not in (Style.PART, Style.CAPITAL)), len(labels)
            )
        if label.style is Style.CAPITAL and self._capitals_on_top():
            return next((at for at, other in enumerate(labels) if other.style is not Style.PART), len(labels))
        if label.style not in BULLETS:
            return next((at for at, other in enumerate(labels) if other.style in BULLETS), len(labels))
        return len(labels)

    def _path(self, label: Label, parent: int | None) -> str:
        above = self.nodes[parent] if parent is not None else None
        key = label.key
        if sign := _COUNTED.get(label.style):
            counts = above.bullets if above else self.top_bullets
            counts[sign] = counts.get(sign, 0) + 1
            key = f"{sign}{counts[sign]}"
        elif (
            label.style in _DECIMALS
            and above
            and above.label
            and same_number(key, above.label.key.removeprefix("Điều "))
        ):
            key = key.rpartition(".")[2]
        head = above.path if above else self.root
        return f"{head}.{key}" if head else key


def _alike(one: Label, other: Label) -> bool:
    if one.style is other.style:
        return True
    letters, numbers = {Style.LETTER, Style.LETTER_DOT}, {Style.ARABIC, Style.BRACKET}
    if {one.style, other.style} <= letters:
        return other.rank == one.rank + 1
    return {one.style, other.style} <= numbers and other.rank == one.rank + 1


def tree_of(paragraphs: Sequence[Paragraph], *, labelled: bool = True, root: str = "") -> Tree:
    """The items of a body; ``root`` begins every path. Without labels every paragraph that gives a task is one (¶1, ¶2, …)."""
    tree = Tree()
    paragraphs = _with_leads(paragraphs)
    first = next((at for at, one in enumerate(paragraphs) if one.label), None) if labelled else None
    if first is None:
        return _unlabelled(paragraphs)
    tree.opening = list(paragraphs[:first])
    last = max(at for at, one in enumerate(paragraphs) if one.label)
    climber = _Climber(tree.nodes, root)
    run: list[Paragraph] = []
    for at in range(first, len(paragraphs)):
        one = paragraphs[at]
        if one.label:
            _attach(tree, run)
            run = []
            climber.place(one)
        elif at < last:
            run.append(one)
    trailing = list(paragraphs[last + 1 :])
    split = _closing_at(trailing, tree.nodes[-1])
    _attach(tree, trailing[:split])
    for number, one in enumerate(trailing[split:], climber.top_bullets.get("¶", 0) + 1):
        tree.nodes.append(Node(f"¶{number}", None, [one], closing=True))
    return tree


def _with_leads(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with those as items that give the bullets below them: "Giao Sở Nội vụ:", "Giao Công an tỉnh:".

    One alone is the opening sentence of the list; several part the lists of a document.
    """
    leads = [
        at
        for at, (one, after) in enumerate(pairwise(paragraphs))
        if not one.label and after.label and after.label.style in BULLETS and _gives_list(one.text)
    ]
    if len(leads) < 2:
        return list(paragraphs)
    given = Label(Style.LEAD, "", 0)
    return [replace(one, label=given) if at in leads else one for at, one in enumerate(paragraphs)]


def _gives_list(text: str) -> bool:
    """Whether a line names who must do the list that follows, and no more."""
    named = actors(text).units
    if not text.endswith(":") or len(text) > _LEAD or not named:
        return False
    given = _GIVEN.match(text)
    return bool(given) or (named[0].start == 0 and named[-1].end >= len(text) - 1)


def _closing_at(trailing: Sequence[Paragraph], last: Node) -> int:
    """The index of the first paragraph that closes the document instead of going on with its last item."""
    if last.label and last.label.style is Style.ROW:
        return 0
    for at, one in enumerate(trailing):
        if at == 0 and _is_bare(last) and len(trailing) > 1:
            continue
        if is_closing(one):
            return at
    return len(trailing)


def is_closing(paragraph: Paragraph) -> bool:
    """Whether a paragraph addresses everybody at the end of a document."""
    return bool(_CLOSING.match(fold(paragraph.text)))


def _is_bare(node: Node) -> bool:
    """Whether an item says no more than its heading."""
    only = node.paragraphs[0]
    open_end = not only.ended or only.words.endswith(":")
    return len(node.paragraphs) == 1 and open_end and node.label is not None and node.label.style not in BULLETS


def _attach(tree: Tree, run: Sequence[Paragraph]) -> None:
    """Unlabelled paragraphs go to the item above, or become tasks of their own under a bare heading."""
    if not run:
        return
    style = tree.nodes[-1].label.style if tree.nodes[-1].label else None
    if style is Style.ROW or (style in BULLETS and _NOTE.match(fold(run[0].text))):
        above = tree.nodes[-1].parent
        path = f"{tree.nodes[above].path}.¶1" if above is not None else "¶1"
        tree.nodes.append(Node(path, None, list(run), above))
        return
    node = tree.nodes[-1]
    if (
        len(run) > 1
        and _is_bare(node)
        and len(node.paragraphs[0].words) < _HEADING
        and not actors(node.paragraphs[0].words).units
        and _tasks_of_their_own(run)
    ):
        parent = len(tree.nodes) - 1
        for number, one in enumerate(run, 1):
            tree.nodes.append(Node(f"{node.path}.¶{number}", None, [one], parent))
        return
    node.paragraphs += run


def _tasks_of_their_own(run: Sequence[Paragraph]) -> bool:
    """Whether most of the paragraphs name who must do them."""
    acting = sum(1 for one in run if len(one.words) > _SENTENCE and _names_actor(one.words))
    return acting * 2 > len(run)


def _names_actor(words: str) -> bool:
    found = actors(words)
    return bool(found.units) or bool(re.match(r"(?:Yêu cầu|Giao|Đề nghị|Đối với)\b", words))


_DIRECTS: Final = re.compile(
    r"\b(?:[Yy]êu cầu|[Gg]iao|[Đđ]ề nghị|[Cc]hỉ đạo)\s+(?:đồng chí\s+)?(?:các|giám đốc|thủ trưởng|chủ tịch|người đứng đầu|[A-ZĐ]\w+)"
)


def _unlabelled(paragraphs: Sequence[Paragraph]) -> Tree:
    lead = next((at for at, one in enumerate(paragraphs) if one.text.endswith(":") and at + 1 < len(paragraphs)), None)
    first = (
        lead + 1
        if lead is not None
        else next((at for at, one in enumerate(paragraphs) if _DIRECTS.search(one.text)), None)
    )
    if first is None:
        return Tree(opening=list(paragraphs))
    tree = Tree(opening=list(paragraphs[:first]))
    for number, one in enumerate(paragraphs[first:], 1):
        closing = number > 1 and first + number == len(paragraphs) and is_closing(one)
        tree.nodes.append(Node(f"¶{number}", None, [one], closing=closing))
    return tree
