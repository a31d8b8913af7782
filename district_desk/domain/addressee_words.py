"""The words around names in an addressee: titles, fillers, words of exclusion, of receiving and of belonging."""

from enum import StrEnum
from typing import Final


class Mode(StrEnum):
    """What the units that follow are to the addressee."""

    PLAIN = "plain"
    EXCLUDING = "excluding"
    VIA = "via"


def split_all(*phrases: str) -> tuple[tuple[str, ...], ...]:
    """The words of each phrase, the longest phrase first."""
    return tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True))


FILLERS: Final = split_all(
    "giao", "yêu cầu", "đề nghị", "kính gửi", "gửi", "gửi về", "về", "đồng chí", "các đồng chí", "ông", "bà", "và", "cùng", "cùng với",
    "với", "chủ trì", "chủ trì phối hợp", "phối hợp", "phối hợp với", "đối với", "do", "cho", ",", ":", "hoặc",
)  # fmt: skip
ROLES: Final = split_all("chủ trì", "phối hợp", "cùng với")
QUANTIFIERS: Final = split_all("các", "những", "tất cả", "toàn thể", "toàn bộ")
BODIES_ABOVE: Final = frozenset({"sở", "ban", "bộ", "ngành"})
TITLES: Final = split_all(
    "thủ trưởng", "người đứng đầu", "thủ trưởng người đứng đầu", "lãnh đạo", "trưởng", "chủ tịch", "chánh", "giám đốc", "bí thư",
    "chi cục trưởng", "hiệu trưởng", "viện trưởng", "chánh án", "chỉ huy trưởng", "đội trưởng", "trạm trưởng", "ban giám đốc",
)  # fmt: skip
MODES: Final = (
    (split_all("trừ", "ngoại trừ", "không bao gồm", "không gồm"), Mode.EXCLUDING),
    (split_all("qua", "thông qua"), Mode.VIA),
)  # fmt: skip
BELONGING: Final = split_all(
    "trực thuộc", "thuộc", "trên địa bàn", "trong", "của", "toàn", "tại", "ở", "trực thuộc ubnd", "thuộc ubnd"
)
CONCERNED: Final = split_all("có liên quan", "liên quan", "đó", "này", "nêu trên", "nói trên", "có chức năng liên quan")
OPEN_WORDS: Final = frozenset({"liên", "đó", "mỗi", "số", "cá", "đứng", "khác", "tổ"})
