"""PDF by the places of its words: columns, pages, page numbers; locked and broken files refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from district_desk.domain.problems import Stopped, Unreadable, UnreadableFile
from district_desk.domain.turns import PDFIUM
from district_desk.reader import read

FONT = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "LiberationSerif-Regular.ttf"
LEFT, RIGHT, TOP, STEP = 85.0, 300.0, 780.0, 18.0


@pytest.fixture
def canvas(tmp_path: Path) -> Callable[..., Canvas]:
    if "Liberation" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Liberation", str(FONT)))

    def make(**options: object) -> Canvas:
        return Canvas(str(tmp_path / "a.pdf"), pagesize=A4, **options)

    return make


def write(page: Canvas, lines: list[tuple[float, float, str]]) -> None:
    page.setFont("Liberation", 13)
    for x, line, words in lines:
        page.drawString(x, TOP - line * STEP, words)


def directive(page: Canvas) -> None:
    """A letter of two pages with its letterhead and signature in two columns."""
    write(page, [
        (LEFT, 0, "ỦY BAN NHÂN DÂN"), (RIGHT, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (LEFT + 10, 1, "HUYỆN VÍ DỤ"), (RIGHT + 40, 1, "Độc lập - Tự do - Hạnh phúc"),
        (LEFT, 2.5, "Số: 507/UBND-KT"), (RIGHT + 20, 2.5, "Ví Dụ, ngày 24 tháng 01 năm 2025"),
        (LEFT - 10, 3.5, "V/v góp ý dự thảo"), (LEFT - 10, 4.3, "Quyết định"),
        (RIGHT - 60, 6, "Kính gửi: Phòng Nội vụ."),
        (LEFT + 30, 8, "Chủ tịch UBND huyện yêu cầu Phòng Nội vụ thực hiện các nội dung"), (LEFT, 9, "sau đây:"),
        (LEFT + 30, 10, "1. Rà soát toàn bộ hồ sơ đã nộp lưu trong năm 2024 của các phòng và"),
        (LEFT, 11, "của các xã, thị trấn, trong đó có hồ sơ của"),
    ])  # fmt: skip
    page.showPage()
    write(page, [
        (290, -1.5, "2"),
        (LEFT, 0, "những đơn vị đã sáp nhập, báo cáo trước ngày 10/02/2025."),
        (LEFT + 30, 1, "2. Theo dõi, đôn đốc việc thực hiện./."),
        (LEFT, 3, "Nơi nhận:"), (RIGHT + 60, 3, "TL. CHỦ TỊCH"),
        (LEFT, 4, "- Như trên;"), (RIGHT + 40, 4, "CHÁNH VĂN PHÒNG"),
        (LEFT, 5, "- Lưu: VT, KT."), (RIGHT + 60, 8, "Phùng Tô Ví"),
    ])  # fmt: skip
    page.showPage()


def test_columns_are_kept_apart_and_pages_joined(canvas: Callable[..., Canvas], tmp_path: Path) -> None:
    page = canvas()
    directive(page)
    page.save()
    reading = read(tmp_path / "a.pdf")
    header = reading.header
    values = (header.agency, header.number, header.place, header.subject, header.signer, header.signer_title)
    assert [each.value if each else None for each in values] == [
        "ỦY BAN NHÂN DÂN HUYỆN VÍ DỤ", "507", "Ví Dụ", "góp ý dự thảo Quyết định", "Phùng Tô Ví",
        "TL. CHỦ TỊCH CHÁNH VĂN PHÒNG",
    ]  # fmt: skip
    assert [each.value for each in header.addressees] == ["Phòng Nội vụ"]
    assert [each.value for each in header.cc] == ["Như trên", "Lưu: VT, KT"]
    assert [item.path for item in reading.items] == ["1", "2"]
    assert reading.items[0].text.endswith("hồ sơ của những đơn vị đã sáp nhập, báo cáo trước ngày 10/02/2025.")
    assert len(reading.page_starts) == 2
    assert reading.page_of(reading.items[1].span.start) == 2
    assert "2" in [reading.quote(span) for span in reading.leftovers]


def test_a_locked_pdf_says_so(canvas: Callable[..., Canvas], tmp_path: Path) -> None:
    page = canvas(encrypt=StandardEncryption("secret", ownerPassword="owner"))
    directive(page)
    page.save()
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path / "a.pdf")
    assert caught.value.reason is Unreadable.ENCRYPTED_PDF


@pytest.mark.parametrize("kept", [0.02, 0.5])
def test_a_truncated_pdf_is_broken(canvas: Callable[..., Canvas], tmp_path: Path, kept: float) -> None:
    page = canvas()
    directive(page)
    page.save()
    raw = (tmp_path / "a.pdf").read_bytes()
    (tmp_path / "cut.pdf").write_bytes(raw[: int(len(raw) * kept)])
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path / "cut.pdf")
    assert caught.value.reason in (Unreadable.BROKEN_PDF, Unreadable.NO_WORDS, Unreadable.NO_MODEL)


def test_without_the_model_a_scan_of_500_pages_is_refused_before_a_page_is_drawn(
    canvas: Callable[..., Canvas], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = canvas()
    for _ in range(500):
        page.rect(50, 50, 400, 600, fill=1)
        page.showPage()
    page.save()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path / "a.pdf")
    assert caught.value.reason in (Unreadable.NO_MODEL, Unreadable.NO_RECOGNIZER)


def test_pages_are_counted_and_the_person_may_stop(canvas: Callable[..., Canvas], tmp_path: Path) -> None:
    page = canvas()
    directive(page)
    page.save()
    steps: list[tuple[int, int]] = []
    read(tmp_path / "a.pdf", step=lambda done, total: steps.append((done, total)))
    assert steps == [(1, 2), (2, 2)]
    with pytest.raises(Stopped):
        read(tmp_path / "a.pdf", stop=lambda: True)


def test_pdfium_is_only_entered_in_turn_because_the_window_may_be_drawing_pages(
    canvas: Callable[..., Canvas], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader entered PDFium while another thread drew a page: two threads in it crash the program."""
    page = canvas()
    directive(page)
    page.save()
    out_of_turn: list[str] = []
    entered: set[str] = set()

    def watch(owner: Any, name: str) -> None:
        call = getattr(owner, name)

        def watched(*given: object, **named: object) -> object:
            entered.add(name)
            if not PDFIUM.locked():
                out_of_turn.append(f"{owner.__name__}.{name}")
            return call(*given, **named)

        monkeypatch.setattr(owner, name, watched)

    for owner, names in (
        (pypdfium2.PdfDocument, ("__init__", "__len__", "__getitem__", "close")),
        (pypdfium2.PdfPage, ("get_textpage", "close")),
        (pypdfium2.PdfTextPage, ("get_text_range", "count_chars", "close")),
    ):
        for name in names:
            watch(owner, name)
    for name in ("FPDFText_GetLooseCharBox", "FPDFText_GetCharOrigin"):
        watch(pypdfium2.raw, name)

    assert "Chủ tịch UBND huyện" in read(tmp_path / "a.pdf").text
    assert out_of_turn == []
    assert {"__init__", "__len__", "__getitem__", "close", "get_text_range", "FPDFText_GetCharOrigin"} <= entered
    assert not PDFIUM.locked()
