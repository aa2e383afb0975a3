"""One text in the two languages of the project, Russian first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in Russian and English."""

    ru: str
    en: str

    def __call__(self, language: str = "ru") -> str:
        """Return the text in ``language``.

        :raises ValueError: when the language is neither ``"ru"`` nor ``"en"``.
        """
        if language not in ("ru", "en"):
            raise ValueError(
                f"языки – «ru» и «en», а не «{language}» / the languages are 'ru' and 'en', not {language!r}"
            )
        return self.en if language == "en" else self.ru

    def as_dict(self) -> dict[str, str]:
        """Return ``{"ru": …, "en": …}``, the form that JSON outputs use."""
        return {"ru": self.ru, "en": self.en}
