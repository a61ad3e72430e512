"""Decisions on citations stand in the chain; a release names the head of the chain before it."""

from importlib import import_module

from django.db import migrations

import governance.models.digests

# Names of modules that begin with a digit cannot be written in an import.
chain = import_module("governance.migrations.0013_chain")
integrity = import_module("governance.migrations.0014_integrity")

OF_PROPOSAL = "(SELECT company_id FROM proposals_proposal WHERE id = stored.proposal_id)"
HISTORY = "proposals_historicaldecidedcitation"


class Migration(migrations.Migration):
    dependencies = [("proposals", "0016_board_and_conditions")]

    operations = [
        migrations.AddField(
            model_name="release",
            name="chain_head",
            field=governance.models.digests.HexDigest(
                blank=True,
                help_text="What stood in the company's chain when it was released.",
                verbose_name="head of the chain",
            ),
        ),
        *chain.chained("proposals_decidedcitation", "proposal_id", "id", OF_PROPOSAL),
        *chain.chained(HISTORY, "proposal_id", "history_id", OF_PROPOSAL),
        *integrity.history_kept(HISTORY),
    ]
