"""Slips of the pen in short forms: a letter put in, left out, changed, or two that changed places."""

from __future__ import annotations

SURE = 4  # letters of a form in which one wrong letter is a slip and not another form


def is_slip(form: str, declared: str) -> bool:
    """Tell whether a form is a declared one with a space put in, or with one letter wrong."""
    left, right = form.replace(" ", ""), declared.replace(" ", "")
    if same_letters(form, declared):
        return form != declared
    return len(right) >= SURE and len(left) >= SURE - 1 and one_slip(left, right)


def same_letters(form: str, declared: str) -> bool:
    """Tell whether two forms differ in their spaces only: «РС НМС», though «РС» alone may be known."""
    return form.replace(" ", "") == declared.replace(" ", "")


def one_slip(left: str, right: str) -> bool:
    """Tell whether two words differ by one letter put in, left out, changed, or two that changed places."""
    if abs(len(left) - len(right)) > 1:
        return False
    at = next(
        (at for at, (one, other) in enumerate(zip(left, right, strict=False)) if one != other),
        min(len(left), len(right)),
    )
    rest, other = left[at:], right[at:]
    swapped = rest[1::-1] + rest[2:] if len(rest) > 1 else rest
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped == other
