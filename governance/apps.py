from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GovernanceConfig(AppConfig):
    name = "governance"
    verbose_name = _("Governance")

    def ready(self) -> None:
        # Importing them registers the checks, and what is recorded.
        from governance.papers import system_checks  # noqa: F401
        from governance.people import account_acts, session_times  # noqa: F401
