"""The sentences with which forms refuse what the database would refuse."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from pytest_django import DjangoAssertNumQueries

from governance.models import Amendment, Company, Wording
from governance.models.constraints import CompositeForeignKey
from tests import rows
from tests.triggers import without_triggers


def refusals(instance: Amendment | Wording) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        instance.full_clean()
    return caught.value.message_dict


def test_a_meeting_of_another_company_is_reported(company: Company, other_company: Company) -> None:
    amendment = Amendment(
        company=company,
        decided_by="meeting",
        meeting=rows.meeting(other_company),
        adopted_on=rows.MEETING_DAY,
    )
    assert refusals(amendment) == {"__all__": ["The meeting is another company's."]}
    amendment.meeting = rows.meeting(company)
    amendment.full_clean()


def test_days_out_of_order_are_reported_at_the_later_one(company: Company) -> None:
    amendment = Amendment(
        company=company,
        decided_by="import",
        adopted_on=date(2013, 6, 26),
        effective_on=date(2013, 6, 25),
    )
    assert refusals(amendment) == {
        "effective_on": ["An amendment takes effect on the day it is adopted or later."]
    }
    amendment.effective_on = None
    amendment.full_clean()


def test_days_are_compared_without_asking_the_database(
    company: Company, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    (order,) = (c for c in Amendment._meta.constraints if c.name.endswith("then_effective"))
    amendment = Amendment(adopted_on=date(2013, 6, 26), effective_on=date(2013, 6, 25))
    with django_assert_num_queries(0), pytest.raises(ValidationError):
        order.validate(Amendment, amendment)
    with django_assert_num_queries(0):
        order.validate(Amendment, amendment, exclude={"effective_on"})


def test_wordings_in_each_others_way_are_reported(company: Company) -> None:
    imported = rows.imported(company)
    part = rows.main_part(company)
    first = rows.wording(rows.article(part), 1, imported)
    again = Wording(
        article=rows.article(part),
        company=company,
        part=part,
        number=1,
        position=first.position,
        body_en="Words.",
        amendment=imported,
        adopted_on=imported.adopted_on,
        in_force=rows.days(imported.adopted_on),
    )
    assert refusals(again) == {
        "__all__": [
            "Another article has this number in force on some of these days.",
            "Another article has this number, as adopted, on some of these days.",
            "Another article stands at this position on some of these days.",
        ]
    }
    again.number, again.position = 2, 2048
    again.full_clean()


def test_as_many_fields_refer_as_are_referred_to() -> None:
    with pytest.raises(ValueError, match="as many fields"):
        CompositeForeignKey(name="odd", fields=("a",), to="governance.Part", to_fields=("a", "b"))


def test_a_composite_foreign_key_is_the_same_after_a_migration_wrote_it_down() -> None:
    (key,) = (c for c in Amendment._meta.constraints if isinstance(c, CompositeForeignKey))
    assert key.clone() == key
    assert key != CompositeForeignKey(
        name=key.name, fields=key.fields, to="governance.Part", to_fields=key.to_fields
    )


def test_a_migration_can_take_a_composite_foreign_key_away_and_put_it_back(
    company: Company, other_company: Company
) -> None:
    (key,) = (c for c in Amendment._meta.constraints if isinstance(c, CompositeForeignKey))
    meeting = rows.meeting(other_company)
    strange = Amendment(
        company=company, decided_by="meeting", meeting=meeting, adopted_on=rows.MEETING_DAY
    )
    # Rows still waiting for the end of the transaction keep their tables from being altered.
    check_now()
    with connection.schema_editor() as editor:
        editor.remove_constraint(Amendment, key)
    strange.save()
    check_now()
    with pytest.raises(IntegrityError, match=key.name), transaction.atomic():
        add(key)
    with without_triggers():
        strange.delete()
    check_now()
    add(key)


def check_now() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def add(key: CompositeForeignKey) -> None:
    with connection.schema_editor() as editor:
        editor.add_constraint(Amendment, key)
