"""The names of the help pages in their order, and the sentences of the help page itself."""

from typing import Final

TITLE: Final = "Trợ giúp"
BACK: Final = "Quay lại (Esc)"
TOPICS_NAME: Final = "Mục trợ giúp"
TEXT_NAME: Final = "Nội dung trợ giúp"
KEYS: Final = "phim-tat"
KEYS_EVERYWHERE: Final = "Phím dùng ở mọi trang"
KEYS_HERE: Final = "Phím của trang vừa xem"
KEY: Final = "Phím"
KEYS_OF_LISTS: Final = (
    ("Enter", "Mở dòng đang chọn"),
    ("Esc", "Đóng, quay lại danh sách"),
    ("Ctrl+C", "Chép các dòng đang chọn"),
    ("Mũi tên xuống", "Từ ô tìm xuống danh sách"),
    ("Alt+Mũi tên xuống", "Mở lịch trong ô ngày"),
    ("Tab, Shift+Tab", "Sang ô sau, ô trước"),
)
TOPICS: Final = (
    ("bat-dau", "Bắt đầu"),
    ("van-ban-den", "Văn bản đến"),
    ("vao-so", "Vào sổ và đọc tệp"),
    ("giao-viec", "Giao việc"),
    ("nhiem-vu", "Nhiệm vụ"),
    ("hom-nay", "Hôm nay"),
    ("cai-cach-hanh-chinh", "Cải cách hành chính"),
    ("in-an", "In sổ và biểu mẫu"),
    ("danh-muc", "Danh mục"),
    ("nhat-ky", "Nhật ký, sao lưu"),
    ("tim-kiem", "Tìm kiếm"),
    ("phan-chua-co", "Phần chưa có"),
    ("phim-tat", "Phím tắt"),
)
