from governance.models.amendment import Amendment
from governance.models.amendment_reason import AmendmentReason
from governance.models.article import Article, Part
from governance.models.audit import AuditEntry
from governance.models.chain import ChainEntry
from governance.models.company import Company, CompanyQuerySet, Membership
from governance.models.intake import Intake
from governance.models.invitation import Invitation
from governance.models.languages import ArticlesLanguage, InTwoLanguages
from governance.models.meeting import Meeting
from governance.models.outgoing_mail import OutgoingMail
from governance.models.sign_in_failure import SignInFailure
from governance.models.user import User
from governance.models.wording import Wording, WordingQuerySet

__all__ = [
    "Amendment",
    "AmendmentReason",
    "Article",
    "ArticlesLanguage",
    "AuditEntry",
    "ChainEntry",
    "Company",
    "CompanyQuerySet",
    "InTwoLanguages",
    "Intake",
    "Invitation",
    "Meeting",
    "Membership",
    "OutgoingMail",
    "Part",
    "SignInFailure",
    "User",
    "Wording",
    "WordingQuerySet",
]
