"""Drawing a Document as PDF: letters, lines, blocks, pages, in modules of that order.

    letters  advance and code of every word of the four embedded faces
    lines    words into lines
    ink      the operators of one page
    flow     slabs into pages: what may not be parted, what comes again at the top
    stacks   short centred lines (letterhead, titles, signatures)
    blocks   every block into slabs
    grids    tables into slabs
    pages    the file: pages are packed as they are finished, fonts at the end

reportlab gives the fonts (parsing, subsets, character maps), the file format and the QR code. The words are laid
out here, because its tables of paragraphs set 23 pages a second where this sets several hundred.
"""
