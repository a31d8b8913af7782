"""Cải cách hành chính: the index of a year, who owes a plan, the plans, what is reported period by period."""
