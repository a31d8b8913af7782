"""Who signs: the signature blocks of Decree 30/2020 to choose from, as they stand on the page."""

from PySide6.QtWidgets import QComboBox, QWidget

from district_desk.domain.signing import SigningAs, signature_lines

_BUREAU_HEAD = "CHÁNH VĂN PHÒNG"


class SigningBox(QComboBox):
    """A box of signature blocks."""

    def __init__(self, name: str, chosen: SigningAs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        for each in SigningAs:
            self.addItem(" / ".join(signature_lines(each, _BUREAU_HEAD)), each.value)
        self.setCurrentIndex(self.findData(chosen.value))
        self.setMinimumContentsLength(24)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    @property
    def signing(self) -> SigningAs:
        """What is chosen."""
        return SigningAs(self.currentData())
