"""Cải cách hành chính: the index of a year, scores, who owes a plan, the plans, evidence, periodic reports (DOMAIN 5)."""
