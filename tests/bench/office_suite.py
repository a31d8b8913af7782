"""LibreOffice without a window, where it is installed: what offices print with today."""

import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

MISSING = "LibreOffice is not installed: skipped"


def is_installed() -> bool:
    """Whether there is a LibreOffice to compare with."""
    return shutil.which("soffice") is not None


def to_pdf(files: Sequence[Path], out: Path, home: Path) -> float:
    """Convert these files in one process, in a profile that is warm; seconds."""
    profile = (home / "office-suite").resolve()
    command = [
        "soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf",
        "--outdir", str(out),
    ]  # fmt: skip
    if not profile.exists():
        subprocess.run([*command, str(files[0])], capture_output=True, check=True)
    start = time.perf_counter()
    subprocess.run([*command, *map(str, files)], capture_output=True, check=True)
    taken = time.perf_counter() - start
    missing = [file.name for file in files if not (out / f"{file.stem}.pdf").is_file()]
    if missing:
        raise RuntimeError(f"LibreOffice made no PDF of {', '.join(missing)}")
    return taken
