"""Báo cáo, biểu mẫu: what can be printed, and where the office's own forms lie."""
