"""What was derived last, kept by what it was derived from, so that it is not derived again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock


class Recent[Value]:
    """The last `size` values by their keys.

    A value depends on its key alone: nothing has to be thrown away when something is saved, since
    what is saved has another key. Each process keeps its own.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: OrderedDict[Hashable, tuple[tuple[object, ...], Value]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Value], *held: object) -> Value:
        """The value of `key` and of the very objects `held`, made where it is not known."""
        whole = (key, *map(id, held))
        with self._lock:
            if whole in self._values:
                self._values.move_to_end(whole)
                return self._values[whole][1]
        value = make()
        with self._lock:
            # What is held cannot go, and so no other object gets its identity.
            self._values[whole] = (held, value)
            while len(self._values) > self._size:
                self._values.popitem(last=False)
        return value
