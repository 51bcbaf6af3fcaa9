"""A set of entries kept as bits is a set like any other."""

from hypothesis import given
from hypothesis import strategies as st

from mivdcli.search.numbers import Numbers

SIZE = 300
SETS = st.sets(st.integers(0, SIZE - 1)) | st.sets(st.sampled_from((0, 7, 8, 255, SIZE - 1)))


def of(numbers: set[int]) -> Numbers:
    return Numbers.of(numbers, SIZE)


@given(SETS, SETS)
def test_whatever_is_done_with_two_sets_gives_what_python_gives(one: set[int], other: set[int]) -> None:
    ours, theirs = of(one), of(other)
    assert list(ours) == sorted(one)
    assert len(ours) == len(one)
    assert bool(ours) == bool(one)
    assert [number in ours for number in range(SIZE + 9)] == [number in one for number in range(SIZE + 9)]
    assert set(ours & theirs) == one & other
    assert set(ours | theirs) == one | other
    assert set(ours - theirs) == one - other
    assert (ours == theirs) == (one == other)
    assert len({ours, theirs, of(one)}) == len({frozenset(one), frozenset(other)})


@given(SETS, st.integers(0, SIZE), st.integers(0, SIZE))
def test_a_part_is_counted_from_its_first(numbers: set[int], first: int, size: int) -> None:
    assert set(of(numbers).within(first, size)) == {number - first for number in numbers if first <= number < first + size}
    assert set(Numbers.between(first, size)) == set(range(first, size))


@given(SETS)
def test_what_is_kept_in_a_file_comes_back(numbers: set[int]) -> None:
    assert Numbers(int.from_bytes(bytes(of(numbers)), "little")) == of(numbers)


def test_a_set_says_what_it_holds_and_is_no_set_of_python() -> None:
    assert repr(of({1, 2})) == "Numbers({1, 2})"
    assert of({1}) != {1}
