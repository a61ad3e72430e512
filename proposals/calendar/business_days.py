"""Days on which business rests in Japan: weekends, national holidays, the turn of the year.

The holidays are those of the package `holidays`, which was compared with the Act on National
Holidays (国民の祝日に関する法律) and the Cabinet Office's list. A year whose equinoxes are not
gazetted yet, as they are on 1 February of the year before, is computed.
"""

from datetime import date, timedelta
from functools import cache

import holidays

from governance.text.message import Message

ONE_DAY = timedelta(days=1)
SATURDAY = 5


@cache
def _national(year: int) -> dict[date, tuple[str, str]]:
    """The national holidays of a year, with their names in English and in Japanese."""
    english = holidays.country_holidays("JP", years=year, language="en_US")
    japanese = holidays.country_holidays("JP", years=year, language="ja")
    return {day: (english[day], japanese[day]) for day in english if day.year == year}


def holiday_name(day: date) -> Message | None:
    """What a national holiday is called; None for a day that is none."""
    names = _national(day.year).get(day)
    return Message(*names) if names else None


def is_business_day(day: date) -> bool:
    """Whether registries and government offices are open: no Saturday, Sunday or holiday, and not
    from 29 December to 3 January (Act on Holidays of Administrative Organs, Article 1).
    """
    is_turn_of_year = (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)
    return day.weekday() < SATURDAY and not is_turn_of_year and day not in _national(day.year)


def business_day_before(day: date) -> date:
    """The day itself if business is done on it, else the last before on which it is."""
    while not is_business_day(day):
        day -= ONE_DAY
    return day


def business_day_after(day: date) -> date:
    """The day itself if business is done on it, else the next on which it is."""
    while not is_business_day(day):
        day += ONE_DAY
    return day
