"""A real office in a throwaway folder, on a fixed day, and the command line as a person types it."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from district_desk import cli
from district_desk.desk import Desk
from district_desk.desk.opening import create_office, open_office
from district_desk.desk.reading import read_file
from district_desk.desk.registering import Registered, draft_of, register, without_lines
from district_desk.domain.directives import Source

NOW = datetime(2023, 4, 3, 8, 0)

DIRECTIVE = """ỦY BAN NHÂN DÂN
HUYỆN CẨM GIÀNG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 15/CT-UBND

Cẩm Giàng, ngày 03 tháng 4 năm 2023

CHỈ THỊ

Về việc tăng cường vệ sinh môi trường trên địa bàn huyện

Thực hiện Kế hoạch số 21/KH-UBND ngày 06/02/2023 của UBND tỉnh, Chủ tịch UBND huyện yêu cầu:

1. Chủ tịch UBND các xã, thị trấn:

a) Tổng vệ sinh đường làng, ngõ xóm trước ngày 20 tháng 4 năm 2023.

b) Báo cáo kết quả về UBND huyện (qua Phòng Tài nguyên và Môi trường) trước ngày 28 tháng 4 năm 2023.

2. Phòng Tài nguyên và Môi trường chủ trì, phối hợp với Phòng Tài chính - Kế hoạch tham mưu kinh phí trước ngày 15 tháng 4 năm 2023.

3. Sở Tài nguyên và Môi trường hướng dẫn chuyên môn.

4. Các xã, thị trấn được xếp loại yếu về vệ sinh môi trường xây dựng kế hoạch khắc phục trước ngày 30 tháng 4 năm 2023.

Nơi nhận:
- UBND các xã, thị trấn;
- Lưu: VT, TNMT.

CHỦ TỊCH


Nguyễn Văn Mẫu
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the office lies."""
    return tmp_path / "Cơ quan mẫu"


@pytest.fixture(scope="session")
def new_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a Cẩm Giàng office just made; tests work on copies of it."""
    made = tmp_path_factory.mktemp("new") / "office"
    create_office(made, "cam-giang-2023", clock=lambda: NOW).close()
    return made


@pytest.fixture
def desk(folder: Path, new_office: Path) -> Iterator[Desk]:
    """Cẩm Giàng on Monday 03/4/2023, eight in the morning."""
    shutil.copytree(new_office, folder)
    opened = open_office(folder, clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def directive(tmp_path: Path) -> Path:
    """A directive of the district as a text file."""
    path = tmp_path / "15-CT-UBND.txt"
    path.write_text(DIRECTIVE, "utf-8")
    return path


@pytest.fixture
def enter(desk: Desk) -> Callable[..., Registered]:
    """Enter a file as a clerk would with F9."""

    def enter(path: Path, source: Source = Source.OWN, **given: Any) -> Registered:
        return register(desk, without_lines(draft_of(desk, read_file(path), source=source, file=path, **given)))

    return enter


class Typed:
    """What a command answered: exit code, output, the sentence on the error stream."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        """The output as values."""
        assert self.code == 0, self.err
        return json.loads(self.out)


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Callable[..., Typed]:
    """Type a command in this process."""

    def typed(*words: object) -> Typed:
        capsys.readouterr()
        code = cli.main([str(word) for word in words])
        told = capsys.readouterr()
        return Typed(code, told.out, told.err)

    return typed
