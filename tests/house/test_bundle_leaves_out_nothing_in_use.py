"""What build.spec leaves out, nobody imports; and everything left out has its reason."""

import ast
import re

import pytest
from house_sources import ROOT, modules

_SPEC = (ROOT / "build.spec").read_text("utf-8")


def _table(name: str) -> dict[str, str]:
    """A table of build.spec, read without running it: it needs PyInstaller's own names."""
    for node in ast.parse(_SPEC).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return ast.literal_eval(node.value)
    pytest.fail(f"build.spec has no {name}")


def test_no_module_that_is_left_out_is_imported() -> None:
    left_out = _table("EXCLUDED_MODULES")
    imported = {name for module in modules() for name in module.imported()}
    imported |= {
        f"{node.module}.{alias.name}"
        for module in modules()
        for node in module.nodes(ast.ImportFrom)
        for alias in node.names
    }

    used = {name for name in imported for gone in left_out if name == gone or name.startswith(f"{gone}.")}

    assert used == set()


def test_everything_left_out_has_its_reason() -> None:
    tables = {**_table("EXCLUDED_MODULES"), **_table("EXTRAS"), **_table("EXCLUDED_FILES")}

    assert [name for name, reason in tables.items() if len(reason.split()) < 2] == []


@pytest.mark.parametrize(
    "needed",
    [
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/plugins/imageformats/qjpeg.dll",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/lib/libQt6PrintSupport.so.6",
        "PySide6/Qt6Svg.dll",
        "district_desk/resources/fonts/LiberationSerif-Regular.ttf",
        "district_desk/forms/phieu-giao-nhiem-vu.toml",
        "docx/templates/default.docx",
        "pypdfium2_raw/libpdfium.so",
    ],
)
def test_what_the_program_needs_at_run_time_is_not_left_out(needed: str) -> None:
    assert [pattern for pattern in _table("EXCLUDED_FILES") if re.search(pattern, needed)] == []


def test_the_bundle_is_a_folder_that_is_neither_stripped_nor_packed() -> None:
    assert "COLLECT(" in _SPEC
    assert not re.search(r"strip=True|upx=True", _SPEC)
