"""The words around names in an addressee: titles, fillers, words of exclusion, of receiving and of belonging."""

import re
from enum import StrEnum
from typing import Final

from district_desk.domain.vietnamese import fold


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
HEADS: Final = frozenset({
    "ubnd", "hđnd", "sở", "bộ", "phòng", "ban", "văn", "trung", "công", "chi", "cục", "hội", "đoàn", "đài", "thanh", "các", "những",
    "xã", "phường", "thị", "viện", "tòa", "kho", "bảo", "mttq", "trường", "trạm", "hạt", "bệnh", "ngân", "huyện_ủy", "tỉnh_ủy",
})  # fmt: skip
"""First words of the names of bodies: with them another addressee begins."""
OPENERS: Final = frozenset({"ubnd", "hđnd", "sở", "bộ", "phòng", "ban", "các", "những", "mttq"})
"""Those of them that are no part of another name."""
COMPOUNDS: Final = frozenset({("xã", "hội"), ("phòng", "chống"), ("ban", "hành"), ("sở", "tại")})
"""Words that begin like the name of a unit or a group and are none."""
NO_NAMES: Final = frozenset({
    "được", "có", "đạt", "chưa", "thuộc", "nằm", "bị", "nào", "nơi", "do", "mà", "của", "trong", "tại", "ở", "trên", "khu", "vùng",
    "cấp", "liên", "cơ", "số", "phụ", "trực", "loại", "nhóm", "cụm", "khác", "dự",
})  # fmt: skip
"""With such a word after a unit's name something else or something less than the unit is meant."""
DEEDS: Final = (
    "cung ứng", "tiếp sóng", "phát sóng", "đăng tải", "đăng tin", "đưa tin", "thu gom", "khơi thông", "niêm yết", "cấp phát",
    "phát hành", "phân bổ", "trang bị", "lắp đặt", "sửa chữa", "khử trùng", "phun", "tiêm phòng", "trồng", "khoanh vùng", "sơ tán",
    "ứng phó", "tuần tra", "xác minh", "khảo sát", "lấy ý kiến", "triệu tập", "bình xét", "tự chấm", "chấm điểm", "hưởng ứng",
    "phát động", "ký kết", "tiêu hủy", "thanh toán", "quyết toán", "giải ngân", "dọn", "phát quang", "treo", "in ấn",
    "sao gửi", "nhân rộng", "gương mẫu", "nêu gương", "tuyển chọn", "bổ nhiệm", "điều động", "luân chuyển", "sắp xếp", "tinh giản",
    "cải thiện", "rút ngắn", "cắt giảm", "đơn giản hóa", "số hóa", "kết nối", "ngăn chặn", "phát hiện", "xử phạt", "đình chỉ",
    "tạm dừng", "dừng", "khôi phục", "thi công", "thẩm tra", "tiếp thu", "đối thoại", "rà soát", "triển khai", "thực hiện",
    "xây dựng", "báo cáo", "kiểm tra", "tham mưu", "hướng dẫn", "đôn đốc", "chỉ đạo", "khẩn trương", "nghiêm túc", "chủ động",
    "tăng cường", "tiếp tục", "hoàn thành", "bố trí", "cử", "gửi", "lập", "ban hành", "rút kinh nghiệm", "tuyên truyền",
    "gợi ý", "kiểm điểm", "biểu dương", "tặng quà", "trao tặng", "thăm hỏi", "củng cố", "khử khuẩn", "cưỡng chế", "tháo dỡ",
    "làm sạch", "tích hợp", "khai trương", "bảo trì", "chăm lo", "tuyển dụng", "gia hạn", "tận dụng", "tranh thủ", "tham dự",
    "đón tiếp", "chọn",
)  # fmt: skip
"""Verbs with which a duty begins: what follows them is no longer the addressee."""
PROSE: Final = split_all("tổ chức", *DEEDS)
_ROLE: Final = re.compile(
    r"(?:(?:thu truong|nguoi dung dau|lanh dao)[, ]*(?:va )?)*"
    r"(?:(?:co quan|don vi|to chuc|ca nhan|dia phuong|tap the)(?:, | va | hoac | |$))*"
    r"(?:(?:duoc|trinh|soan thao|chu tri|do|nay|noi|tren|neu|minh|co tham quyen|tiep nhan|gui|lay|xin|xu ly|ban hanh|dang|da"
    r"|chua|bi|de nghi|nao|giai quyet|phat hanh)\b.*)?"
)
_OFFICIALS: Final = re.compile(
    r"(?:moi|tung|cac|toan the)? ?(?:can bo|cong chuc|vien chuc|nguoi lao dong)\b(?!.* (?:so|bo|tinh)\b).*"
)


def names_a_role(phrase: str) -> bool:
    """Whether an addressee is only a part played in the sentence ("cơ quan được lấy ý kiến", "đơn vị đó", "mỗi cán bộ").

    Who plays it is told elsewhere. "Các xã được xếp loại yếu" are some of the communes and no such part.
    """
    words = fold(phrase).strip()
    return bool(words) and bool(_ROLE.fullmatch(words) or _OFFICIALS.fullmatch(words))
