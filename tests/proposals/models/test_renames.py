"""The migration that renames fields of changes and reviews keeps what is stored."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

BEFORE, AFTER = "0006_expiry_after_effect", "0007_plain_names"


def test_a_move_that_was_made_before_is_called_reopen(proposal, legal):
    # What is inserted in the same transaction is checked before a table is altered.
    connection.check_constraints()
    MigrationExecutor(connection).migrate([("proposals", BEFORE)])
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO proposals_review"
            " (proposal_id, move, from_state, to_state, by_id, word, at)"
            " VALUES (%s, 'take_up', 'returned', 'drafting', %s, 'Once more.', now())",
            [proposal.pk, legal.pk],
        )
        connection.check_constraints()
        MigrationExecutor(connection).migrate([("proposals", AFTER)])
        cursor.execute("SELECT move, comment FROM proposals_review")
        assert cursor.fetchall() == [("reopen", "Once more.")]
        with pytest.raises(IntegrityError, match="UPDATE is refused"), transaction.atomic():
            cursor.execute("UPDATE proposals_review SET comment = 'Never said.'")
