"""Forms, fonts, icons and licences reach the person, however the program was installed."""

import ast
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from house_sources import ROOT, modules

from district_desk.desk.shipped import shipped
from district_desk.domain.problems import NotFound

_VIETNAMESE = "ăâđêôơưĂÂĐÊÔƠƯ₫" + "".join(map(chr, range(0x1EA0, 0x1EFA))) + "àáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝĩĨũŨ"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.mark.parametrize("folder", ["forms", "resources"])
def test_a_wheel_carries_every_form_and_resource(wheel: Path, folder: str) -> None:
    top = ROOT / folder
    ours = {f"district_desk/{path.relative_to(ROOT).as_posix()}" for path in top.rglob("*") if path.is_file()}

    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if name.startswith(f"district_desk/{folder}/")}

    assert ours
    assert carried == ours


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel laid out as an installer does, away from the source tree."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def _run(installed: Path, code: str) -> str:
    """Run code on the installed program alone: no current folder, no environment, no source tree."""
    alone = f"import sys; sys.path.insert(0, {str(installed)!r})\n{code}"
    command = [sys.executable, "-I", "-c", alone]
    done = subprocess.run(command, cwd=installed, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_program_started_from_a_wheel_finds_its_own_files(installed: Path) -> None:
    told = _run(
        installed,
        "from district_desk.desk.shipped import shipped\n"
        "print(shipped('resources', 'fonts', 'LiberationSerif-Bold.ttf'))",
    )

    assert Path(told) == installed / "district_desk" / "resources" / "fonts" / "LiberationSerif-Bold.ttf"


def test_a_program_started_from_a_wheel_founds_an_office_and_prints(installed: Path, tmp_path: Path) -> None:
    office, pdf = tmp_path / "office", tmp_path / "register.pdf"
    start = "from district_desk.__main__ import main\nsys.exit(main({!r}))"

    _run(installed, start.format(["demo", "--folder", str(office)]))
    words = ["print", "so-dang-ky-van-ban-den", "--folder", str(office), "--year", "2023", "--out", str(pdf)]
    _run(installed, start.format(words))

    assert pdf.read_bytes().startswith(b"%PDF")


def test_the_source_tree_is_found_without_installing() -> None:
    assert shipped("resources", "icons", "print.svg") == ROOT / "resources" / "icons" / "print.svg"


def test_what_is_not_shipped_is_a_problem_with_a_name() -> None:
    with pytest.raises(NotFound) as problem:
        shipped("forms", "no-such-form.toml")

    assert problem.value.name == "forms/no-such-form.toml"


@pytest.mark.parametrize("style", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_the_printed_page_s_font_has_every_vietnamese_letter(style: str) -> None:
    """Liberation Serif 1 goes by the same name and lacks 92 of them."""
    from fontTools.ttLib import TTFont

    with TTFont(shipped("resources", "fonts", f"LiberationSerif-{style}.ttf")) as font:
        letters = font.getBestCmap()
        version = font["name"].getDebugName(5)

    assert [letter for letter in _VIETNAMESE if ord(letter) not in letters] == []
    assert "2.1.5" in version


def test_every_icon_is_drawn_in_the_colour_of_its_text() -> None:
    icons = sorted((ROOT / "resources" / "icons").glob("*.svg"))

    assert icons
    assert [path.name for path in icons if "currentColor" not in path.read_text("utf-8")] == []


def test_every_icon_that_a_page_asks_for_is_shipped() -> None:
    asked = {
        call.args[0].value
        for module in modules("ui")
        for call in module.nodes(ast.Call)
        if ast.unparse(call.func).rpartition(".")[2] == "icon" and call.args and isinstance(call.args[0], ast.Constant)
    }

    assert asked
    assert asked - {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")} == set()


def test_every_icon_is_listed_with_its_source() -> None:
    listed = (ROOT / "resources" / "icons" / "README.md").read_text("utf-8")

    assert [
        path.stem for path in (ROOT / "resources" / "icons").glob("*.svg") if f"| {path.stem} |" not in listed
    ] == []
