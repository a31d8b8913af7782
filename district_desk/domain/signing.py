"""Who signs, and in whose name: the signature blocks of Decree 30/2020, art. 13 and Appendix I, II.7 (DOMAIN 7.4).

A block is never derived from the text of a document; the office chooses it.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class SigningAs(StrEnum):
    """The presets. The value is what the command line takes."""

    COLLECTIVE = "tm-chu-tich"  # thay mặt UBND
    COLLECTIVE_DEPUTY = "tm-pho-chu-tich"
    HEAD = "chu-tich"  # thẩm quyền riêng của Chủ tịch
    DEPUTY_HEAD = "kt-chu-tich"
    BY_ORDER = "tl-chanh-van-phong"
    BY_ORDER_DEPUTY = "tl-pho-chanh-van-phong"
    AUTHORISED = "tuq"
    ACTING = "q-chu-tich"
    BUREAU = "chanh-van-phong"  # văn bản của chính Văn phòng
    BUREAU_DEPUTY = "kt-chanh-van-phong"


_LINES: Final[Mapping[SigningAs, tuple[str, ...]]] = MappingProxyType({
    SigningAs.COLLECTIVE: ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    SigningAs.COLLECTIVE_DEPUTY: ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    SigningAs.HEAD: ("CHỦ TỊCH",),
    SigningAs.DEPUTY_HEAD: ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    SigningAs.BY_ORDER: ("TL. CHỦ TỊCH", "{title}"),
    SigningAs.BY_ORDER_DEPUTY: ("TL. CHỦ TỊCH", "KT. {title}", "PHÓ {title}"),
    SigningAs.AUTHORISED: ("TUQ. CHỦ TỊCH", "{title}"),
    SigningAs.ACTING: ("Q. CHỦ TỊCH",),
    SigningAs.BUREAU: ("{title}",),
    SigningAs.BUREAU_DEPUTY: ("KT. {title}", "PHÓ {title}"),
})  # fmt: skip


def signature_lines(signing: SigningAs, title: str) -> tuple[str, ...]:
    """The lines above the signature; ``title`` is that of the bureau's head ("CHÁNH VĂN PHÒNG") or of who is
    authorised."""
    return tuple(line.format(title=title) for line in _LINES[signing])


def is_of_the_bureau(signing: SigningAs) -> bool:
    """Whether the document is the bureau's own, under its own name and symbol; otherwise it is the committee's."""
    return signing in (SigningAs.BUREAU, SigningAs.BUREAU_DEPUTY)
