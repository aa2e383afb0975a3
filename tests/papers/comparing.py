"""Pairs for parametrised tests, the known faults marked; differences of two readings in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import pytest

Pair = tuple[str, str]
_NONE: Mapping[Pair, str] = MappingProxyType({})


def pairs(first: Iterable[str], second: Iterable[str], faults: Mapping[Pair, str] = _NONE) -> list[Any]:
    """All pairs; one with a known fault of the reader has to fail."""
    second = list(second)
    return marked([(one, other) for one in first for other in second], faults)


def marked(cases: Iterable[Pair], faults: Mapping[Pair, str]) -> list[Any]:
    """The cases as parameters, known faults marked."""
    return [
        pytest.param(*case, marks=[pytest.mark.xfail(strict=True, reason=faults[case])] if case in faults else [])
        for case in cases
    ]


def differences(expected: Any, found: Any, kind: str) -> str:
    """What is missing (-) and what is too much (+) in a kind of facts; empty where the two are equal."""
    left, right = getattr(expected, kind), getattr(found, kind)
    missing, extra = sorted(left - right, key=str), sorted(right - left, key=str)
    return "".join([*(f"\n- {item}" for item in missing), *(f"\n+ {item}" for item in extra)])
