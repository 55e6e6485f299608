"""What every value is made of, and where it stands in a text."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import ClassVar, NamedTuple

# Every start makes these classes, so what makes them is kept cheap: annotations are no strings, each of which a
# NamedTuple compiles, and what attrs would write and compile for each class stands once in `Value`.


class Value:
    """Equal to another of its kind when all fields are, and shown with them."""

    __slots__ = ()
    _values: ClassVar[Callable[[object], tuple[object, ...]]]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._values = attrgetter(*cls.__annotations__)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        values = type(self)._values
        return values(self) == values(other)

    def __hash__(self) -> int:
        return hash(type(self)._values(self))

    def __repr__(self) -> str:
        kind = type(self)
        named = zip(kind.__annotations__, kind._values(self), strict=True)
        return f"{kind.__qualname__}({', '.join(f'{name}={value!r}' for name, value in named)})"


class Span(NamedTuple):
    """
    A piece of a text, counted in Unicode code points, first one included, last one not.

    Inside the pipeline spans count in ``Document.text`` (the reading). A ``Report`` speaks in the document's own
    offsets, those of ``Document.source``: ``lint`` carries every span over once, at its end.
    """

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether *other* lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans sorted by place, each once."""
    return tuple(sorted(set(spans)))
