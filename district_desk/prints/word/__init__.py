"""Drawing a Document as a Word file: styles, then blocks as the XML that Word itself writes.

    styles  a paragraph style for each row of the style table, named in Vietnamese
    text    runs, paragraphs and lengths
    tables  grids, the letterhead and the signatures as tables
    body    every block into XML
    codes   the QR code as a picture

Paragraphs and rows are told as text and parsed once: python-docx's own tables look through all their cells at every
step, which a list of thousands of tasks cannot afford.
"""
