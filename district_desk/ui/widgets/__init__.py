"""What pages share: the page itself, bars, chips, badges, fields, the paged table, the question."""
