"""The two clocks as addresses write them."""

from governance.models.wording import Clock

CLOCKS: dict[str, Clock] = {"as-adopted": "adopted", "in-force": "in_force"}


def clock_name(clock: Clock) -> str:
    """ "as-adopted" or "in-force"."""
    return next(name for name, each in CLOCKS.items() if each == clock)
