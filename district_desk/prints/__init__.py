"""Paper: a form (a TOML file) and values (``domain.paper``) make a Document, and a writer makes a file of it.

    forms/*.toml ── forms.load ──> Form ┐
                                        ├─ builders.build ─> Document ─ to_pdf.write ─> PDF
    domain.paper values ────────────────┘

A builder is a pure function; only the writers open files, and only they import reportlab, inside functions, so
that the program starts without it. Another writer (DOCX, XLSX) walks the same blocks.
"""
