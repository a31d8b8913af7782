"""Words of two syllables that office Vietnamese cannot do without, and that stay themselves without their marks.

Recognition loses a tone mark in one word of fifty ("yêu câu", "Đệ nghị", "thị hành"). Where the letters of a pair
mean nothing else with other marks, the pair is put right; a pair that could mean two things ("cơ quan", "có quan hệ")
is not here and stays as it was seen.
"""

from typing import Final

from district_desk.domain.vietnamese import fold

_WORDS: Final = (
    "yêu cầu", "đề nghị", "chủ trì", "phối hợp", "tổ chức", "thực hiện", "báo cáo", "triển khai", "thủ trưởng", "đơn vị",
    "ủy ban", "nhân dân", "chi tiết", "chi phí", "trước ngày", "quyết định", "nghị định", "nghị quyết", "thông tư",
    "trách nhiệm", "thông tin", "thông báo", "công văn", "công điện", "chỉ thị", "kế hoạch", "văn bản", "địa phương",
    "hướng dẫn", "kiểm tra", "tổng hợp", "thi hành", "ban hành", "kinh phí", "ngân sách", "nội dung", "quy định",
    "nhiệm vụ", "giải pháp", "kết quả", "tham mưu", "đề xuất", "giải quyết", "xây dựng", "rà soát", "đôn đốc", "đảm bảo",
    "bảo đảm", "tăng cường", "khẩn trương", "nghiêm túc", "kịp thời", "định kỳ", "thường xuyên", "giám đốc", "chủ tịch",
    "tài chính", "nội vụ", "công an", "giáo dục", "y tế", "thường trực", "thị trấn", "địa bàn", "chấp hành", "chỉ đạo",
    "tuyên truyền", "phổ biến", "quán triệt", "tinh thần", "cán bộ", "công chức", "viên chức", "hành chính", "chính phủ",
    "thủ tướng", "hội đồng", "mặt trận", "tổ quốc", "đoàn thể", "cấp xã", "cấp huyện", "cấp tỉnh",
)  # fmt: skip

COMPOUNDS: Final = {tuple(fold(word).split()): tuple(word.split()) for word in _WORDS}
"""The folded pair → the pair with its marks."""
