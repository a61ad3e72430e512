"""What a person is in a company; what each may do is in `governance.people.permissions`."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """Stored in `Membership.role`; one person may hold several in one company."""

    LEGAL_STAFF = "legal_staff", _("Legal staff")
    BOARD_SECRETARY = "board_secretary", _("Board secretary")
    READER = "reader", _("Reader")
    # Gives the roles; sees what a reader sees.
    ADMINISTRATOR = "administrator", _("Administrator")
