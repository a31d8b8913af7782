"""Nhật ký, sao lưu: what was done, taking it back, copies of the office's file, the check."""
