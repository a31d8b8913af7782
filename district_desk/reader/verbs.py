"""The verbs of directives, with which the name of the unit before them ends."""

import re
from typing import Final

from district_desk.domain.addressee_words import DEEDS

VERB: Final = re.compile(
    r"(?:chủ trì|chủ động|phối hợp|tổ chức(?! (?:xã hội|chính trị|có liên quan|liên quan|cá nhân|đoàn thể|đảng|kinh tế|phụ trách|thành viên|tôn giáo)|,)"
    r"|chỉ đạo|triển khai|thực hiện|theo(?! ngành)|căn cứ|có trách nhiệm"
    r"|chịu trách nhiệm|tiếp tục|tăng cường|khẩn trương|nghiêm túc|nghiêm chỉnh|rà soát|xây dựng|tham mưu|hướng dẫn|đôn đốc|kiểm tra"
    r"|báo cáo|đề xuất|kịp thời|tập trung|phải|cần|bố trí|bảo đảm|đảm bảo|quán triệt|phổ biến|tuyên truyền|nghiên cứu|tổng hợp|cử"
    r"|thường xuyên|đẩy mạnh|trực tiếp|để|nêu cao|thành lập|lập|ban hành|hoàn thành|gửi|cung cấp|cập nhật|tiến hành|biết|thì"
    r"|khi|trên cơ sở|trong (?:quá|việc|công|thời|phạm|lĩnh|tháng|quý|năm|triển|tổ|thực|đó|các|suốt|từng)|quyết tâm|quyết liệt|cụ thể|giải quyết"
    r"|xem xét|xử lý|đăng ký|nâng cao|là|tham gia|sử dụng|tạo điều kiện|thông báo|thông tin|góp ý|có văn bản|có ý kiến|có kế hoạch|có nhiệm vụ|có báo cáo|có hình thức"
    r"|có biện pháp|có giải pháp|có phương án|giao|yêu cầu|đề nghị|phân công|tích cực|huy động|vận động|duy trì|giám sát|theo dõi|(?<!công )(?<!quy )(?<!chương )(?<!lộ )(?<!quá )trình(?! độ)"
    r"|ưu tiên|chuẩn bị|thẩm định|tiếp nhận|lồng ghép|bám sát|nắm|đưa|hằng|hàng (?:năm|quý|tháng|tuần|ngày)|định kỳ|trước|sau(?! đây)"
    r"|đồng thời|cùng(?! cấp)|với|đến|về (?:việc|tình|kết|công|các|nội|chủ|tầm)|vào|từ(?! H)|cho(?! vay)|tự|lựa chọn|kiện toàn|tuân thủ|chấp hành"
    r"|ký|phê duyệt|quyết định|công bố|công khai|cân đối|bổ sung|sớm|ngay|rút|khắc phục|phát huy|đổi mới|thống nhất|sẵn sàng|chi trả"
    r"|thanh tra(?! tỉnh| huyện)|hỗ trợ|giúp|thống kê|mở|tính|dự toán|chú trọng|quan tâm|nhận thức|siết|xác định|điều hành|làm việc|thể hiện"
    r"|được (?:nêu|giao|thực|phân|đánh|xếp|tổ|xin|lấy|nhận|bố|hỗ|cử|gửi|phát|biên)|bảo vệ(?! môi)|hoạt động|ứng dụng|khai thác|sản xuất|kinh doanh|(?<!xảy )ra(?= )|đóng góp|tập huấn"
    r"|đầu tư (?:xây|các|nâng)|nhận|quản lý (?:chặt|tốt|việc)|đánh giá|phân tích|trao đổi|trả lời|kết hợp|nghiệm thu|tăng|giảm|cam kết|đã|đang|sẽ|không|chưa|vẫn|còn|cũng|nào|chủ yếu|đề ra|chia sẻ|cảnh báo|khuyến khích|vận hành|bàn giao|đào tạo|bồi dưỡng|tiến độ|rà|di dời|nộp|chuyển|thu|chi(?= )|hoàn thiện|hoàn chỉnh|đối chiếu|chậm|nếu|hoặc|hay|mà|do|vì|nhằm|như|thay|qua|tại(?! thôn)|và (?:tổ chức|triển khai|thực hiện|báo cáo|chỉ đạo)"
    r"|gọi|kêu gọi|cài đặt|mời|nạo vét|gia cố|nâng cấp|thu hồi|thu thập|thu hút|thu dọn|phân loại|phân luồng|kê khai|khai báo|lưu ý|chấm dứt|chấn chỉnh"
    r"|chấp nhận|điều chỉnh|(?<!quan )(?<!sát )điều tra|điều tiết|định hướng|đấu tranh|đề cao|giữ|ghi|hạn chế|(?<![Pp]hòng )họp|kiểm đếm|(?<![Pp]hòng )kiểm soát|kiến nghị|liên hệ|mua|nhắc nhở"
    r"|(?<!sáp )(?<!hợp )nhập|phản ánh|phê bình|soạn thảo|sơ kết|tổng kết|tập kết|thay thế|trả(?! kết quả)|(?<![Tt]hường )trực(?! thuộc| tuyến)|(?<!ào )tạo|xét|xác lập|xác nhận"
    r"|giới thiệu|(?<![Tt]ổ )hòa giải|khởi công|khen thưởng|làm (?:rõ|tốt|việc|đầu mối)|lấy|miễn|bảo quản|gắn|ngừng|nghỉ|rà quét|vận chuyển|thả"
    r"|Chỉ đạo|Tăng cường|Chủ trì|Phối hợp|Triển khai|Tiếp tục|Chủ động|Rà soát|Tham mưu|Hướng dẫn|Đôn đốc|Căn cứ|Theo|Chịu trách nhiệm"
    r"|Bố trí|Đẩy mạnh|Khẩn trương|Nghiêm túc|Tập trung|Đề xuất|Thường xuyên|Kịp thời|Phát huy|Nâng cao|Cử|Chuẩn bị|Bảo đảm|Đảm bảo"
    r"|Tạo điều kiện|Có trách nhiệm|Thực hiện|Xem xét|Tích cực|Trực tiếp|Quán triệt|Phân công|Trên cơ sở"
    rf"|{'|'.join(DEEDS)})(?!\w)"
)
