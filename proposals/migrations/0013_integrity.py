"""Proposals stand in the chain of their company, and the database keeps the rules of the workflow.

A state changes by a move of the table alone, with its review in the same transaction; nobody approves
or returns what they wrote; whoever wrote a part of a proposal stays its author.
"""

from importlib import import_module

from django.db import migrations

# Names of modules that begin with a digit cannot be written in an import.
chain = import_module("governance.migrations.0013_chain")
integrity = import_module("governance.migrations.0014_integrity")

MOVES = """
CREATE FUNCTION proposals_moves() RETURNS TABLE (move text, source text, target text)
LANGUAGE sql IMMUTABLE AS $$
    VALUES
        ('submit', 'drafting', 'in_review'),
        ('approve', 'in_review', 'approved'),
        ('return', 'in_review', 'returned'),
        ('publish', 'approved', 'released'),
        ('adopt', 'approved', 'adopted'),
        ('adopt', 'released', 'adopted'),
        ('reopen', 'returned', 'drafting'),
        ('reopen', 'approved', 'drafting'),
        ('correct', 'released', 'drafting'),
        ('lapse', 'approved', 'drafting')
$$
"""

REVIEW = """
CREATE FUNCTION proposals_review_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM proposals_moves()
        WHERE (move, source, target) = (NEW.move, NEW.from_state, NEW.to_state))
    THEN
        RAISE EXCEPTION 'There is no move % from % to %.', NEW.move, NEW.from_state, NEW.to_state
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.move IN ('approve', 'return') AND (
        EXISTS (SELECT 1 FROM proposals_proposal
            WHERE id = NEW.proposal_id AND created_by_id = NEW.by_id)
        OR EXISTS (SELECT 1 FROM proposals_proposal_authors
            WHERE proposal_id = NEW.proposal_id AND user_id = NEW.by_id))
    THEN
        RAISE EXCEPTION 'An author neither approves nor returns a proposal.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$
"""

STATE = """
CREATE FUNCTION proposals_state_moved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    now_stored CONSTANT text := (SELECT state FROM proposals_proposal WHERE id = NEW.id);
    last_reviewed CONSTANT text := (SELECT to_state FROM proposals_review
        WHERE proposal_id = NEW.id ORDER BY id DESC LIMIT 1);
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'drafting' THEN
            RAISE EXCEPTION 'A proposal begins as a draft, not as %.', NEW.state
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END IF;
    IF now_stored IS DISTINCT FROM last_reviewed OR NOT EXISTS (SELECT 1 FROM proposals_review
        WHERE proposal_id = NEW.id AND at = now()
            AND (from_state, to_state) = (OLD.state, NEW.state))
    THEN
        RAISE EXCEPTION 'The state of proposal % changes from % to % without its review.',
            NEW.id, OLD.state, NEW.state USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$
"""

BEGUN_BY = """
CREATE FUNCTION proposals_begun_by_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Who began a proposal, when and in which company is kept; UPDATE is refused.'
        USING ERRCODE = 'integrity_constraint_violation';
END
$$
"""

OF_PROPOSAL = "(SELECT company_id FROM proposals_proposal WHERE id = stored.proposal_id)"
OF_RELEASE = (
    "(SELECT proposal.company_id FROM proposals_release release JOIN proposals_proposal proposal"
    " ON proposal.id = release.proposal_id WHERE release.id = stored.release_id)"
)
CHAINED = (
    ("proposals_proposal", "company_id", "id", ""),
    ("proposals_change", "company_id", "id", ""),
    ("proposals_reason", "proposal_id", "id", OF_PROPOSAL),
    ("proposals_review", "proposal_id", "id", OF_PROPOSAL),
    ("proposals_approval", "proposal_id", "id", OF_PROPOSAL),
    ("proposals_release", "proposal_id", "id", OF_PROPOSAL),
    ("proposals_releasedfile", "release_id", "id", OF_RELEASE),
    ("proposals_proposal_authors", "proposal_id", "id", OF_PROPOSAL),
    ("proposals_historicalproposal", "company_id", "history_id", ""),
    ("proposals_historicalchange", "company_id", "history_id", ""),
    ("proposals_historicalreason", "proposal_id", "history_id", OF_PROPOSAL),
)


class Migration(migrations.Migration):
    dependencies = [
        ("proposals", "0012_approvals_and_releases"),
        ("governance", "0014_integrity"),
    ]

    operations = [
        migrations.RunSQL(MOVES, "DROP FUNCTION proposals_moves()"),
        migrations.RunSQL(REVIEW, "DROP FUNCTION proposals_review_allowed()"),
        migrations.RunSQL(STATE, "DROP FUNCTION proposals_state_moved()"),
        migrations.RunSQL(BEGUN_BY, "DROP FUNCTION proposals_begun_by_kept()"),
        *(each for one in CHAINED for each in chain.chained(*one)),
        integrity.trigger(
            "proposals_review", "review_time", "INSERT", "governance_time_of_transaction('at')"
        ),
        integrity.trigger(
            "proposals_release", "release_time", "INSERT", "governance_time_of_transaction('at')"
        ),
        integrity.trigger(
            "proposals_review", "review_allowed", "INSERT", "proposals_review_allowed()"
        ),
        migrations.RunSQL(
            "CREATE TRIGGER proposal_begun_by BEFORE UPDATE OF created_by_id, created_at, company_id"
            " ON proposals_proposal FOR EACH ROW WHEN ((OLD.created_by_id, OLD.created_at,"
            " OLD.company_id) IS DISTINCT FROM (NEW.created_by_id, NEW.created_at, NEW.company_id))"
            " EXECUTE FUNCTION proposals_begun_by_kept()",
            "DROP TRIGGER proposal_begun_by ON proposals_proposal",
        ),
        migrations.RunSQL(
            "CREATE CONSTRAINT TRIGGER state_begins AFTER INSERT ON proposals_proposal"
            " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION proposals_state_moved()",
            "DROP TRIGGER state_begins ON proposals_proposal",
        ),
        migrations.RunSQL(
            "CREATE CONSTRAINT TRIGGER state_moved AFTER UPDATE ON proposals_proposal"
            " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state <> NEW.state)"
            " EXECUTE FUNCTION proposals_state_moved()",
            "DROP TRIGGER state_moved ON proposals_proposal",
        ),
        *integrity.only_added_to("proposals_proposal_authors", "authors"),
        *(
            each
            for name in ("proposal", "change", "reason")
            for each in integrity.history_kept(f"proposals_historical{name}")
        ),
    ]
