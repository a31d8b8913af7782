"""Qt's own words in Vietnamese: the buttons of its dialogs and the menus of its fields.

Qt ships no Vietnamese translation, so this translator holds the few dozen words that a person of the office can
meet. The language of dates is fixed too: Qt's short date for vi_VN is d/M/yy, which no office writes.
"""

from typing import Final

from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

_WORDS: Final = {
    "OK": "Đồng ý", "&OK": "Đồng ý", "Cancel": "Hủy", "&Cancel": "Hủy", "&Yes": "Có", "Yes": "Có", "&No": "Không",
    "No": "Không", "Close": "Đóng", "&Close": "Đóng", "Save": "Lưu", "&Save": "Lưu", "Open": "Mở", "&Open": "Mở",
    "Discard": "Bỏ", "Don't Save": "Không lưu", "Apply": "Áp dụng", "Reset": "Đặt lại", "Help": "Trợ giúp",
    "Retry": "Thử lại", "Abort": "Dừng", "Ignore": "Bỏ qua", "Yes to &All": "Có cho tất cả",
    "N&o to All": "Không cho tất cả", "Save All": "Lưu tất cả", "Restore Defaults": "Về mặc định",
    "&Undo": "&Hoàn tác", "&Redo": "&Làm lại", "Cu&t": "Cắ&t", "&Copy": "&Chép", "&Paste": "&Dán", "Delete": "Xóa",
    "Select All": "Chọn tất cả", "Copy &Link Location": "Chép địa chỉ liên kết",
    "Show Details...": "Xem chi tiết…", "Hide Details...": "Ẩn chi tiết",
    "Look in:": "Xem trong:", "Directory:": "Thư mục:", "File &name:": "&Tên tệp:", "Files of type:": "Loại tệp:",
    "&Choose": "&Chọn", "Choose": "Chọn", "Save As": "Lưu thành", "Find Directory": "Tìm thư mục",
    "Back": "Lùi", "Forward": "Tới", "Parent Directory": "Thư mục trên", "Create New Folder": "Tạo thư mục mới",
    "List View": "Dạng danh sách", "Detail View": "Dạng chi tiết", "Computer": "Máy tính", "My Computer": "Máy tính",
    "Name": "Tên", "Size": "Cỡ", "Type": "Loại", "Kind": "Loại", "Date Modified": "Ngày sửa", "&Rename": "Đổi &tên",
    "&Delete": "&Xóa", "Show &hidden files": "Hiện tệp &ẩn", "&New Folder": "Thư mục &mới", "All Files (*)": "Mọi tệp (*)",
    "%1 already exists.\nDo you want to replace it?": "%1 đã có.\nGhi đè lên tệp ấy?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": "%1\nKhông có tệp này. Xin xem lại tên tệp.",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.":
        "%1\nKhông có thư mục này. Xin xem lại tên thư mục.",
    "Print": "In", "&Print": "&In", "&Options >>": "&Tùy chọn >>", "&Options <<": "&Tùy chọn <<",
    "Printer": "Máy in", "&Name:": "&Tên:", "P&roperties": "&Thuộc tính", "Location:": "Nơi đặt:",
    "Output &file:": "Ra &tệp:", "Copies": "Số bản", "Print range": "Trang in", "Print all": "In tất cả",
    "Pages from": "Từ trang", "to": "đến", "Pages": "Các trang", "Current Page": "Trang này", "Selection": "Phần chọn",
    "Cop&ies:": "Số &bản:", "Co&llate": "Theo b&ộ", "Output Settings": "Cách in", "Color": "Màu",
    "Grayscale": "Đen trắng", "Duplex Printing": "In hai mặt", "None": "Không", "Long side": "Lật cạnh dài",
    "Short side": "Lật cạnh ngắn", "Color Mode": "Chế độ màu",
}  # fmt: skip


class OwnWords(QTranslator):
    """Answers for Qt's texts; what it does not know stays as it is."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        del context, disambiguation, n
        return _WORDS.get(source)

    def isEmpty(self) -> bool:
        return False


def speak_vietnamese(app: QApplication) -> QObject:
    """Set the locale and install the translator, which the application keeps."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    words = OwnWords(app)
    app.installTranslator(words)
    return words
