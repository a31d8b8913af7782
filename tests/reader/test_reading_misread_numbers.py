"""Numbers that recognition took for letters are known by the numbers around them."""

import pytest

from district_desk.reader import read_text


def paths(*lines: str) -> str:
    text = "UBND tỉnh yêu cầu các sở thực hiện:\n\n" + "\n\n".join(lines)
    return " ".join(item.path for item in read_text("quet.txt", text).items)


@pytest.mark.parametrize("sign", ["ö.", "S.", "§.", "o."])
def test_a_sign_between_two_numbers_is_the_number_that_is_missing(sign: str) -> None:
    work = ("7. Thanh tra tỉnh thanh tra việc thu.", f"{sign} Tỉnh đoàn Lam Hà vận động đoàn viên.", "9. Sở Y tế trực.")
    assert paths(*work) == "7 8 9"
    assert [item.label for item in read_text("quet.txt", "\n\n".join(("UBND tỉnh yêu cầu:", *work))).items][1] == sign


def test_a_number_lost_after_the_misread_one_does_not_hide_it() -> None:
    assert paths("7. Sở Y tế trực.", "ö. Tỉnh đoàn Lam Hà vận động.", "10. Công an tỉnh tuần tra.") == "7 8 10"


@pytest.mark.parametrize("sign", ["l.", "I.", "!."])
def test_a_stroke_before_number_two_is_number_one(sign: str) -> None:
    assert paths(f"{sign} Sở Nội vụ rà soát.", "2. Sở Y tế trực.", "3. Sở Tài chính cấp tiền.") == "1 2 3"


def test_a_roman_one_before_two_stays_roman() -> None:
    assert paths("I. NHIỆM VỤ", "1. Rà soát.", "2. Báo cáo.", "II. TỔ CHỨC THỰC HIỆN", "1. Sở Y tế trực.") == (
        "I I.1 I.2 II II.1"
    )


def test_a_letter_under_a_number_is_no_number() -> None:
    assert paths("1. Sở Nội vụ:", "a. Rà soát.", "b. Báo cáo.", "2. Sở Y tế trực.") == "1 1.a 1.b 2"
