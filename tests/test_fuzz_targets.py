"""The fuzz targets as ordinary tests: inputs that are understood, changed here and there, the same ones at every run.

A run of the fuzzer looks much further (docs/reliability.md); this keeps every target alive, and every reader under each change.
"""

from importlib import import_module

import pytest
from fuzz.__main__ import NAMES
from fuzz.oracle import Target
from hypothesis import given, settings
from hypothesis import strategies as st

EXAMPLES = {"folder": 40, "arguments": 40, "pdf": 10}
MOST = 30


def target_of(name: str) -> Target:
    found: Target = import_module(f"fuzz.targets.{name}").TARGET
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_seed_is_answered(name: str) -> None:
    target = target_of(name)
    for seed in target.seeds()[: 2 * MOST]:
        target.one(seed)


@pytest.mark.parametrize("name", NAMES)
def test_changed_inputs_are_answered(name: str) -> None:
    """Pieces of two inputs with a word or arbitrary bytes between them: what a fuzzer does first."""
    target = target_of(name)
    seeds = st.sampled_from(target.seeds())
    between = st.binary(max_size=20) | st.sampled_from([word.encode() for word in target.words] or [b""])

    @settings(max_examples=EXAMPLES.get(name, MOST))
    @given(seeds, seeds, between, st.integers(0, 4096), st.integers(0, 4096))
    def changed(one: bytes, other: bytes, middle: bytes, cut: int, go_on: int) -> None:
        target.one((one[: cut % (len(one) + 1)] + middle + other[go_on % (len(other) + 1) :])[: target.largest])

    changed()
