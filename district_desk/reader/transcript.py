"""A transcript: what a file says as plain text, before anything is understood.

Every kind of file is brought to this one form at the door, so that the rules that read a directive know
nothing of Word, PDF or web pages, and so that every span points into the text that the clerk is shown.
"""

from dataclasses import dataclass

from district_desk.domain.vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Transcript:
    """The text of a file in NFC, the offsets at which its pages begin, and whether its lines are paragraphs.

    ``wrapped`` is False where one line is one paragraph (Word), True where lines were cut at a margin (PDF),
    None where it has to be judged from the text.
    """

    text: str
    page_starts: tuple[int, ...] = ()
    wrapped: bool | None = None


def from_pages(pages: list[str], *, wrapped: bool | None) -> Transcript:
    """One transcript of the pages, a blank line between them."""
    starts: list[int] = []
    text = ""
    for page in pages:
        text = text + "\n\n" if text else ""
        starts.append(len(text))
        text += nfc(page).strip("\n")
    return Transcript(text, tuple(starts) if len(starts) > 1 else (), wrapped)
