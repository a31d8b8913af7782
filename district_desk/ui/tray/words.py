"""The sentences beside the clock, and those of the settings of this machine."""

from typing import Final

from district_desk.desk.morning import Morning
from district_desk.ui.words import count

OPEN_WINDOW: Final = "Mở cửa sổ"
OPEN_TODAY: Final = "Xem trang Hôm nay"
QUIT: Final = "Thoát"

NAME: Final = "Máy này"
HEADING: Final = "Nhắc việc và khởi động trên máy này"
NOTE: Final = (
    "Các lựa chọn dưới đây là của riêng máy và tài khoản đang dùng: có hiệu lực ngay khi đánh dấu, "
    "không nằm trong dữ liệu của cơ quan."
)
REMIND: Final = "Nhắc việc ở khay hệ thống (cạnh đồng hồ)"
REMIND_TIP: Final = (
    "Lúc mở chương trình và mỗi sáng, một thông báo cho biết số việc đến hạn và quá hạn; bấm vào để mở trang Hôm nay."
)
STAY: Final = "Đóng cửa sổ thì chỉ thu nhỏ, chương trình vẫn chạy để nhắc"
STAY_TIP: Final = "Muốn tắt hẳn: bấm Ctrl+Q, hoặc chọn Thoát ở biểu tượng cạnh đồng hồ."
AUTOSTART: Final = "Tự mở chương trình khi đăng nhập vào máy (khởi động cùng Windows)"
AUTOSTART_TIP: Final = "Chương trình mở cơ quan đang dùng ngay sau khi đăng nhập."
NO_TRAY: Final = "Màn hình nền của máy này không có khay hệ thống, nên không nhắc ở đó được."
NO_AUTOSTART: Final = "Máy này không phải Windows và không có màn hình nền tự mở được chương trình khi đăng nhập."
FROM_SOURCE: Final = "Bản chạy từ mã nguồn không tự mở cùng Windows được; hãy dùng bản đã đóng gói."


def morning(figures: Morning) -> str:
    """The day in one line: "Hôm nay: 3 việc đến hạn, 2 quá hạn"."""
    return f"Hôm nay: {count(figures.due)} việc đến hạn, {count(figures.overdue)} quá hạn"
