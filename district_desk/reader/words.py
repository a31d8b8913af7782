"""Words by which the parts of an office document are known.

One place for the fixed wording of Decree 30/2020 (Appendix I, III) and of what offices write in practice, all
in the folded form (:func:`district_desk.domain.vietnamese.fold`), which forgives recognition its marks.
"""

import re
from typing import Final

_LETTERS: Final = [chr(code) for code in (*range(0x41, 0x180), 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x1EA0, 0x1EFA))]
UPPER: Final = "".join(letter for letter in _LETTERS if letter.isupper())
"""The capitals of Vietnamese, for a class of a pattern (the ranges of Unicode mix them with small letters)."""
LOWER: Final = "".join(letter for letter in _LETTERS if letter.islower())

NATIONAL_TITLE: Final = re.compile(
    r"c[o0]ng h[o0]a xa h[o0]i(?:\s+ch[uo] nghia(?:\s+vi\S*t nam)?)?|^ch[uo] nghia viet nam"
)
MOTTO: Final = re.compile(r"d[o0]c l[ao]p\W+t\S+ do\W+h\S+nh ph\S+c")
PARTY_TITLE: Final = re.compile(
    r"dang cong san(?:\s+viet nam)?|^viet nam$|doan (?:tncs|thanh nien cong san) ho chi minh$"
)
"""What stands in the right column of Party documents and of those of the Youth Union."""

TYPES: Final = {
    "nghi quyet": "nghị quyết", "quyet dinh": "quyết định", "chi thi": "chỉ thị", "quy che": "quy chế",
    "quy dinh": "quy định", "thong cao": "thông cáo", "thong bao": "thông báo", "huong dan": "hướng dẫn",
    "chuong trinh": "chương trình", "ke hoach": "kế hoạch", "phuong an": "phương án", "de an": "đề án",
    "du an": "dự án", "bao cao": "báo cáo", "bien ban": "biên bản", "to trinh": "tờ trình", "hop dong": "hợp đồng",
    "cong dien": "công điện", "ket luan": "kết luận", "thong tu": "thông tư", "nghi dinh": "nghị định",
    "giay moi": "giấy mời", "giay uy quyen": "giấy ủy quyền", "phieu chuyen": "phiếu chuyển",
    "phieu gui": "phiếu gửi", "phieu bao": "phiếu báo", "thong bao ket luan": "thông báo kết luận",
    "cong dien khan": "công điện", "cong dien hoa toc": "công điện", "huong dan lien tich": "hướng dẫn",
    "ke hoach lien tich": "kế hoạch", "thong tu lien tich": "thông tư", "nghi quyet lien tich": "nghị quyết",
    "quy che phoi hop": "quy chế", "chuong trinh phoi hop": "chương trình", "ke hoach phoi hop": "kế hoạch",
    "chuong trinh hanh dong": "chương trình", "ke hoach hanh dong": "kế hoạch", "thong cao bao chi": "thông cáo",
}  # fmt: skip
"""Titles that stand alone in capitals, folded, and the name of the type (Decree 30/2020, Appendix III)."""

TYPE_OF_CODE: Final = {
    "NQ": "nghị quyết", "QĐ": "quyết định", "CT": "chỉ thị", "QC": "quy chế", "QYĐ": "quy định", "TC": "thông cáo",
    "TB": "thông báo", "HD": "hướng dẫn", "CTR": "chương trình", "KH": "kế hoạch", "PA": "phương án",
    "ĐA": "đề án", "BC": "báo cáo", "BB": "biên bản", "TTR": "tờ trình", "CĐ": "công điện", "KL": "kết luận",
    "TT": "thông tư", "NĐ": "nghị định", "GM": "giấy mời", "QYD": "quy định", "QD": "quyết định", "CD": "công điện",
    "QĐI": "quy định", "ND": "nghị định", "CV": "công văn",
}  # fmt: skip
"""The abbreviation of a type, in capitals, as it stands in a symbol; a công văn has none (DOMAIN 3.5)."""

LETTER: Final = "công văn"

AGENCY_HEADS: Final = (
    "uy ban", "ubnd", "hoi dong", "hdnd", "so", "bo", "phong", "van phong", "ban", "cuc", "chi cuc", "tong cuc",
    "thanh tra", "thu tuong", "chinh phu", "quoc hoi", "chu tich", "tinh uy", "huyen uy", "thanh uy", "thi uy",
    "quan uy", "dang uy", "dang bo", "trung tam", "hoi", "doan", "lien doan", "cong an", "truong", "benh vien",
    "toa an", "vien", "mat tran", "kho bac", "bao hiem", "dai", "buu dien", "tong cong ty", "cong ty", "tap doan",
    "ngan hang", "hat", "to", "tieu ban", "bo chi huy", "quan khu", "lien minh", "hoc vien", "dan uy", "thue", "hai quan",
    "thong ke", "kiem toan", "thi hanh an", "bch", "ubmttq", "mttq", "tinh doan", "huyen doan", "thanh doan", "thi doan",
    "xa doan", "trung uong doan", "trung uong hoi", "lien hiep", "cong doan", "chi bo", "dien luc", "bhxh", "vksnd", "tand",
    "hop tac xa", "nha xuat ban", "thong tan xa", "cum thi dua", "khoi thi dua",
)  # fmt: skip
"""Words with which the name of a body begins, folded."""

URGENT: Final = {"hoa toc": "Hỏa tốc", "hoa toc hen gio": "Hỏa tốc", "thuong khan": "Thượng khẩn", "khan": "Khẩn"}
SECRET: Final = {"tuyet mat": "Tuyệt mật", "toi mat": "Tối mật", "mat": "Mật"}

DISTRIBUTION: Final = re.compile(
    r"^\W{0,3}[nvm]?[ou]i nh[aoă]n\W*(?::|$|\s{2}|\s+(?:tm|kt|tl|tuq|v)\b)|^\W{0,3}noi nhan\b"
)
AUTHORITY: Final = re.compile(r"^(?:tm|kt|tl|tuq|k/t|t/m|t/l|q)\s*[.,]\s*\w|^(?:k/t|t/m|t/l)\s+\w")
ADDRESSED: Final = re.compile(
    r"^\W{0,3}(?:dong\s+)?kinh gui\b|\b(?:dong\s+)?kinh gui\s*[:;.\-]|^.{0,90}\bdien(?:\s+(?:gui|toi))?\s*:\s*$"
)

OPENING_WORDS: Final = re.compile(
    r"^(?:thuc hien|can cu|theo|ngay|de\b|xet|nham|trong|sau khi|tren co so|qua\b|thoi gian|hien nay|vua qua|tiep theo"
    r"|tiep tuc|ngay tu|tu ngay|uy ban nhan dan .{0,40}(?:nhan duoc|yeu cau|de nghi)|ubnd|so \w+ .{0,30}nhan duoc|chap hanh"
    r"|phuc dap|lien quan|nhan|bao cao|tham muu|chu tich|thu truong|vao ngay|thuong truc|hoa chung|hang nam|hang nam)"
)
"""How the first paragraph of a letter begins, folded; the list of addressees ends before it."""

END_SIGN: Final = re.compile(r"\.\s?\.?\s?/\s?\.?\s*\S{0,12}\s?\S{0,6}$|/\s?\.\s*\S{0,12}$")
"""The end-of-text sign "./." and what recognition hangs on it."""

ATTACHED: Final = re.compile(
    r"^\W*(?:\(\s*)?(?:ban hanh\s+)?kem theo\s+(?:quyet dinh|ke hoach|cong van|chi thi|thong bao|bao cao|to trinh|van ban|nghi quyet|huong dan|cong dien)"
)
APPENDIX: Final = re.compile(r"^\W*ph\S{0,2}\s?l\S{0,2}c\b(?:\s+(?:so\s+)?[\divx]+)?\W*$")
OPENS_APPENDIX: Final = re.compile(r"^\W*phu luc\b(?!\s+(?:kem theo|dinh kem|nay|tai|cua))")
"""The heading of an appendix, with its number and title on the line or not."""

LIST_TITLE: Final = re.compile(
    r"^\W{0,3}(?:danh sach|danh muc|bang (?:tong hop|ke|diem|cham cong|theo doi|luong|phan cong|so sanh)|thoi khoa bieu|so theo doi"
    r"|lich (?:cong tac|lam viec|truc|tiep)|muc luc|bieu (?:tong hop|so|thong ke))\b"
)
FORM_TITLE: Final = re.compile(
    r"^\W{0,3}(?:don (?:de nghi|xin|khieu nai|to cao|dang ky|kien nghi|yeu cau)|to khai|ban khai|so yeu ly lich|ban cam ket|mau so"
    r"|bieu mau|giay (?:de nghi|xac nhan|bien nhan|hen|cam doan)|phieu (?!trinh|chuyen|gui|bao|giao|giai quyet))"
)
"""How the title of a list, and of a form or an application, begins: papers that give no work."""
