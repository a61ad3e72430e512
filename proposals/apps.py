from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProposalsConfig(AppConfig):
    name = "proposals"
    verbose_name = _("Proposals")

    def ready(self) -> None:
        # Whoever changes the record, a page or a command, is heard.
        from proposals.workflow import lapsing  # noqa: F401
