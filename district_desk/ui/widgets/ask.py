"""The question: one sentence, two named answers. Tests replace :meth:`Question.ask`, nothing fights ``exec``."""

from PySide6.QtWidgets import QMessageBox, QWidget


class Question(QMessageBox):
    """A question that must be answered before going on; the safe answer is the default."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, yes: str, no: str) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(title)
        self.setText(sentence)
        self._yes = self.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        self._no = self.addButton(no, QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self._no)
        self.setEscapeButton(self._no)

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, sentence: str, *, yes: str, no: str = "Không") -> bool:
        """Whether the person chose ``yes``. The buttons name what they do."""
        box = cls(parent, title, sentence, yes, no)
        box.exec()
        answer = box.clickedButton() is box._yes
        box.deleteLater()
        return answer
