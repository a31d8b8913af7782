"""Qt's own words in Vietnamese: the buttons of its dialogs and the menus of its fields.

Qt ships no Vietnamese translation, so this translator holds the few dozen words that a person of the office can
meet. The language of dates is fixed too: Qt's short date for vi_VN is d/M/yy, which no office writes.
"""

from typing import Final

from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

_WORDS: Final = {
    # buttons of every dialog
    "OK": "Đồng ý", "&OK": "Đồng ý", "Cancel": "Hủy", "&Cancel": "Hủy", "&Yes": "Có", "Yes": "Có", "&No": "Không",
    "No": "Không", "Close": "Đóng", "&Close": "Đóng", "Save": "Lưu", "&Save": "Lưu", "Open": "Mở", "&Open": "Mở",
    "Discard": "Bỏ", "Don't Save": "Không lưu", "Apply": "Áp dụng", "Reset": "Đặt lại", "Help": "Trợ giúp",
    "Retry": "Thử lại", "Abort": "Dừng", "Ignore": "Bỏ qua", "Yes to &All": "Có cho tất cả",
    "N&o to All": "Không cho tất cả", "Save All": "Lưu tất cả", "Restore Defaults": "Về mặc định",
    "Show Details...": "Xem chi tiết…", "Hide Details...": "Ẩn chi tiết", "Enter a value:": "Nhập giá trị:",
    "Close without Saving": "Đóng, không lưu",
    # menus of fields
    "&Undo": "&Hoàn tác", "&Redo": "&Làm lại", "Cu&t": "Cắ&t", "&Copy": "&Chép", "&Paste": "&Dán", "Delete": "Xóa",
    "Select All": "Chọn tất cả", "&Select All": "Chọn tất &cả", "Copy &Link Location": "Chép địa chỉ liên kết",
    "&Step up": "&Tăng", "Step &down": "&Giảm", "Scroll Left": "Cuộn sang trái", "Scroll Right": "Cuộn sang phải",
    "Clear": "Xóa chữ", "More": "Thêm", "Scroll here": "Cuộn tới đây", "Top": "Đầu", "Bottom": "Cuối",
    "Left edge": "Mép trái", "Right edge": "Mép phải", "Page up": "Lên một trang", "Page down": "Xuống một trang",
    "Page left": "Sang trái một trang", "Page right": "Sang phải một trang", "Scroll up": "Cuộn lên",
    "Scroll down": "Cuộn xuống", "Scroll left": "Cuộn sang trái", "Scroll right": "Cuộn sang phải",
    # the dialog of files
    "Look in:": "Xem trong:", "&Look in:": "&Xem trong:", "Directory:": "Thư mục:", "&Directory:": "&Thư mục:",
    "File &name:": "&Tên tệp:", "Files of type:": "Loại tệp:", "Files of &type:": "&Loại tệp:",
    "&Choose": "&Chọn", "Choose": "Chọn", "Save As": "Lưu thành", "Find Directory": "Tìm thư mục",
    "Back": "Lùi", "Forward": "Tới", "Go back": "Lùi lại", "Go forward": "Đi tới", "Parent Directory": "Thư mục trên",
    "Go to the parent directory": "Lên thư mục trên", "Create New Folder": "Tạo thư mục mới",
    "Create a New Folder": "Tạo thư mục mới", "List View": "Dạng danh sách", "Detail View": "Dạng chi tiết",
    "Change to list view mode": "Xem dạng danh sách", "Change to detail view mode": "Xem dạng chi tiết",
    "Sidebar": "Nơi hay dùng", "List of places and bookmarks": "Các nơi hay dùng", "Files": "Các tệp",
    "Directories": "Các thư mục", "Show ": "Hiện ", "Remove": "Bỏ", "Recent Places": "Nơi vừa dùng",
    "Computer": "Máy tính", "My Computer": "Máy tính", "Drive": "Ổ đĩa", "Folder": "Thư mục",
    "File Folder": "Thư mục", "File": "Tệp", "%1 File": "Tệp %1", "Shortcut": "Lối tắt", "Alias": "Lối tắt",
    "Unknown": "Không rõ", "Name": "Tên", "Size": "Cỡ", "Type": "Loại", "Kind": "Loại", "Date Modified": "Ngày sửa",
    "&Rename": "Đổi &tên", "&Delete": "&Xóa", "Show &hidden files": "Hiện tệp &ẩn", "&New Folder": "Thư mục &mới",
    "New Folder": "Thư mục mới", "All Files (*)": "Mọi tệp (*)",
    "%1 already exists.\nDo you want to replace it?": "%1 đã có.\nGhi đè lên tệp ấy?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": "%1\nKhông có tệp này. Xin xem lại tên tệp.",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.":
        "%1\nKhông có thư mục này. Xin xem lại tên thư mục.",
    "'%1' is write protected.\nDo you want to delete it anyway?": "“%1” được bảo vệ, không cho ghi.\nVẫn xóa?",
    "Are you sure you want to delete '%1'?": "Xóa “%1”?", "Could not delete directory.": "Không xóa được thư mục.",
    "Invalid filename": "Tên tệp không hợp lệ",
    '<b>The name "%1" cannot be used.</b><p>Try using another name, with fewer characters or no punctuation marks.':
        "<b>Không dùng được tên “%1”.</b><p>Hãy đặt tên ngắn hơn, không có dấu câu.",
    "%1 bytes": "%1 byte", "%n byte(s)": "%n byte",
    # printing
    "Print": "In", "&Print": "&In", "&Options >>": "&Tùy chọn >>", "&Options <<": "&Tùy chọn <<",
    "Printer": "Máy in", "&Name:": "&Tên:", "P&roperties": "&Thuộc tính", "Location:": "Nơi đặt:", "Type:": "Loại:",
    "Preview": "Xem trước", "Output &file:": "Ra &tệp:", "Copies": "Số bản", "Copies:": "Số bản:",
    "Print range": "Trang in", "Print all": "In tất cả", "Pages from": "Từ trang", "to": "đến", "Pages": "Các trang",
    "Current Page": "Trang này", "Selection": "Phần chọn", "Cop&ies:": "Số &bản:", "Co&llate": "Theo b&ộ",
    "Collate": "Theo bộ", "Reverse": "Ngược thứ tự", "Options": "Tùy chọn", "Output Settings": "Cách in",
    "Color": "Màu", "Grayscale": "Đen trắng", "Color Mode": "Chế độ màu", "Duplex Printing": "In hai mặt",
    "Double Sided Printing": "In hai mặt", "None": "Không", "Off": "Không", "Long side": "Lật cạnh dài",
    "Long side binding": "Lật cạnh dài", "Short side": "Lật cạnh ngắn", "Short side binding": "Lật cạnh ngắn",
    "Page &Set:": "&Trang:", "All Pages": "Mọi trang", "Odd Pages": "Trang lẻ", "Even Pages": "Trang chẵn",
    "Print to File (PDF)": "In ra tệp (PDF)", "Local file": "Tệp trên máy", "Write PDF file": "Ghi tệp PDF",
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
    "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.":
        "Ghi số trang hoặc khoảng trang, cách nhau bằng dấu phẩy. Ví dụ: 3,5-7,9 in các trang 3, 5, 6, 7 và 9.",
    "Page Setup": "Khổ giấy", "Page Layout": "Bố trí trang", "Page size:": "Khổ giấy:", "Paper": "Giấy",
    "Paper source:": "Khay giấy:", "Width:": "Rộng:", "Height:": "Cao:", "Orientation": "Chiều giấy",
    "Portrait": "Dọc", "Landscape": "Ngang", "Reverse portrait": "Dọc, lật ngược", "Reverse landscape":
        "Ngang, lật ngược", "Margins": "Lề", "top margin": "lề trên", "bottom margin": "lề dưới",
    "left margin": "lề trái", "right margin": "lề phải", "Custom": "Tự đặt", "Pages &per sheet:": "Số trang mỗi &tờ:",
    "Page &order:": "Th&ứ tự trang:", "Millimeters (mm)": "Milimét (mm)", "Points (pt)": "Điểm (pt)",
    "Inches (in)": "Inch (in)", "Pica (P̸)": "Pica (P̸)", "Didot (DD)": "Didot (DD)", "Cicero (CC)": "Cicero (CC)",
    "Left to Right, Top to Bottom": "Trái sang phải, trên xuống dưới",
    "Left to Right, Bottom to Top": "Trái sang phải, dưới lên trên",
    "Right to Left, Bottom to Top": "Phải sang trái, dưới lên trên",
    "Right to Left, Top to Bottom": "Phải sang trái, trên xuống dưới",
    "Bottom to Top, Left to Right": "Dưới lên trên, trái sang phải",
    "Bottom to Top, Right to Left": "Dưới lên trên, phải sang trái",
    "Top to Bottom, Left to Right": "Trên xuống dưới, trái sang phải",
    "Top to Bottom, Right to Left": "Trên xuống dưới, phải sang trái",
    "File exists": "Tệp đã có",
    "<qt>Do you want to overwrite it?</qt>": "<qt>Ghi đè lên tệp ấy?</qt>",
    "%1 is a directory.\nPlease choose a different file name.": "%1 là thư mục.\nHãy chọn tên tệp khác.",
    "File %1 is not writable.\nPlease choose a different file name.":
        "Không ghi được tệp %1.\nHãy chọn tên tệp khác.",
    "%1 already exists.\nDo you want to overwrite it?": "%1 đã có.\nGhi đè lên tệp ấy?",
    "The 'From' value cannot be greater than the 'To' value.": "Trang đầu không được lớn hơn trang cuối.",
    "Error": "Lỗi", "Warning": "Lưu ý", "Information": "Thông báo", "Question": "Hỏi",
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
