"""Making and opening offices: whole or not at all, one program at a time, never where files are copied away."""

import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from district_desk.desk import Desk
from district_desk.desk.keeping import backup
from district_desk.desk.opening import create_office, is_office, open_office
from district_desk.desk.place import _kind_of_mount, check_place, synced_by
from district_desk.desk.profiles import profiles
from district_desk.desk.sentences import sentence_of
from district_desk.domain.calendar import DayOff
from district_desk.domain.directives import AssigningLevel, DocumentType
from district_desk.domain.problems import NotFound, PathTaken, Unopenable, UnopenableOffice
from district_desk.domain.units import Unit, UnitGroup, UnitKind


def test_every_shipped_profile_makes_an_office_that_opens_again(tmp_path: Path) -> None:
    for info in profiles():
        folder = tmp_path / info.name
        create_office(folder, info.name).close()
        desk = open_office(folder)
        reader = desk.store.reading()

        assert desk.office.profile == info.name
        assert reader.find(DocumentType, abbreviation="CT"), info.name
        assert reader.find(AssigningLevel), info.name
        assert reader.find(DayOff, day=date(2026, 1, 2)), info.name
        desk.close()


def test_cam_giang_has_seventeen_communes_and_townships_in_its_group(desk: Desk) -> None:
    reader = desk.store.reading()
    group = reader.find(UnitGroup, name="UBND các xã, thị trấn")[0]

    members = desk.directory(date(2023, 4, 3)).of_group(group)

    assert len(members) == 17
    assert {unit.kind for unit in members} == {UnitKind.COMMUNE, UnitKind.TOWNSHIP}


def test_an_office_that_has_ended_keeps_the_units_of_its_last_day(desk: Desk) -> None:
    ended = desk.directory(date(2026, 11, 22))

    assert ended.day == date(2025, 6, 30)
    assert next(unit for unit in ended.units if unit.code == "10939").is_valid(ended.day)


def test_an_unknown_profile_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        create_office(tmp_path / "office", "huyện không có")

    assert not (tmp_path / "office").exists()


def test_an_office_is_never_made_over_another(desk: Desk) -> None:
    before = (desk.folder / "office.sqlite").read_bytes()

    with pytest.raises(UnopenableOffice) as refused:
        create_office(desk.folder, "trong")

    assert refused.value.reason is Unopenable.EXISTS
    assert (desk.folder / "office.sqlite").read_bytes() == before


def test_a_second_program_is_refused_and_told_who_holds_the_office(desk: Desk) -> None:
    code = (
        "import sys; from pathlib import Path; from district_desk.desk.opening import open_office\n"
        "from district_desk.domain.problems import UnopenableOffice\n"
        "try: open_office(Path(sys.argv[1]))\n"
        "except UnopenableOffice as refused: print(refused.reason.value, refused.detail)"
    )
    other = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, desk.folder], capture_output=True, encoding="utf-8", check=True
    )

    assert other.stdout.startswith("already_open ")
    assert "tiến trình" in other.stdout


def test_a_program_that_was_killed_leaves_no_lock_and_no_half_of_its_operation(folder: Path) -> None:
    create_office(folder, "trong").close()
    code = (
        "import sys; from pathlib import Path; from district_desk.desk.opening import open_office\n"
        "from district_desk.domain.units import Unit\n"
        "desk = open_office(Path(sys.argv[1]))\n"
        "with desk.writing('put_units') as w: w.put(Unit('A', 'Đã lưu'))\n"
        "with desk.writing('put_units') as w:\n"
        "    w.put(Unit('B', 'Đang ghi dở')); print('half', flush=True); sys.stdin.read()"
    )
    writer = subprocess.Popen([sys.executable, "-c", code, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with writer:
        assert writer.stdout
        assert writer.stdout.readline().strip() == b"half"
        writer.kill()

    desk = open_office(folder)
    assert [unit.name for unit in desk.store.reading().find(Unit)] == ["Đã lưu"]
    desk.close()


def test_a_folder_without_an_office_and_a_missing_one_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnopenableOffice) as empty:
        open_office(tmp_path)
    with pytest.raises(NotFound):
        open_office(tmp_path / "không có")

    assert empty.value.reason is Unopenable.MISSING
    assert not is_office(tmp_path)


def test_a_file_cut_in_half_is_refused_and_left_as_it_is(folder: Path) -> None:
    create_office(folder, "cam-giang-2023").close()
    file = folder / "office.sqlite"
    half = file.read_bytes()[: file.stat().st_size // 2]
    file.write_bytes(half)

    with pytest.raises(UnopenableOffice) as refused:
        open_office(folder)

    assert refused.value.reason is Unopenable.DAMAGED
    assert file.read_bytes() == half


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/nhà/OneDrive/văn phòng", "OneDrive"),
        ("/nhà/OneDrive - UBND huyện/văn phòng", "OneDrive"),
        ("/nhà/Dropbox/văn phòng", "Dropbox"),
        ("/nhà/Google Drive/My Drive/vp", "Google Drive"),
        ("/nhà/Nextcloud/vp", "Nextcloud"),
        ("/nhà/Dropboxes/vp", ""),
        ("/nhà/văn phòng", ""),
    ],
)
def test_folders_that_another_program_copies_are_known_by_name(folder: str, service: str) -> None:
    assert synced_by(Path(folder)) == service


def test_a_synchronised_folder_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    place = tmp_path / "OneDrive" / "vp"

    with pytest.raises(UnopenableOffice) as refused:
        create_office(place, "trong")

    assert (refused.value.reason, refused.value.detail) == (Unopenable.SYNCED, "OneDrive")
    assert not place.exists()


def test_a_link_to_a_synchronised_folder_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "office").mkdir(parents=True)
    (tmp_path / "office").symlink_to(tmp_path / "Dropbox" / "office")
    with pytest.raises(UnopenableOffice) as refused:
        create_office(tmp_path / "office", "trong")
    assert refused.value.reason is Unopenable.SYNCED
    assert list((tmp_path / "Dropbox" / "office").iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux allows names that are no text")
def test_a_folder_whose_name_is_no_text_is_refused_in_a_sentence_that_can_be_printed(tmp_path: Path) -> None:
    """SQLite could not name the snapshots of such an office, so its first change of a day failed."""
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/v\xe9"))
    with pytest.raises(UnopenableOffice) as refused:
        create_office(folder, "trong")
    assert "v?" in sentence_of(refused.value).encode().decode()


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "office").write_text("a file", encoding="utf-8")
    with pytest.raises(PathTaken):
        create_office(tmp_path / "office", "trong")


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "office").symlink_to(tmp_path / "gone")
    with pytest.raises(PathTaken):
        create_office(tmp_path / "office", "trong")


def test_a_file_in_the_place_of_the_snapshots_is_told_and_nothing_is_entered(desk: Desk) -> None:
    (desk.folder / "snapshots").write_text("a file", encoding="utf-8")
    with pytest.raises(PathTaken):
        backup(desk)


def test_the_deepest_mount_says_whether_a_folder_lies_on_the_network() -> None:
    mounts = [(Path("/"), "ext4"), (Path("/mnt/chung"), "cifs"), (Path("/mnt/chung/nội bộ"), "ext4")]

    assert _kind_of_mount(Path("/mnt/chung/vp"), mounts) == "cifs"
    assert _kind_of_mount(Path("/mnt/chung/nội bộ/vp"), mounts) == "ext4"
    assert _kind_of_mount(Path("/mnt/chung2"), mounts) == "ext4"


def test_this_machines_own_throwaway_folder_is_a_place_for_an_office(tmp_path: Path) -> None:
    check_place(tmp_path / "office")


def test_the_clock_is_told_to_the_second_and_the_day_is_the_offices(tmp_path: Path) -> None:
    desk = create_office(tmp_path / "office", "trong", clock=lambda: datetime(2023, 4, 3, 8, 0, 1, 999))

    assert desk.now() == datetime(2023, 4, 3, 8, 0, 1)
    assert desk.today() == date(2023, 4, 3)
    desk.close()
