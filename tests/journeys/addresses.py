"""Every address of a company, collected from the URL patterns, so that none can be forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from governance.models import Article, Company, Intake, User
from proposals.models import Comment, Proposal

# What belongs to nobody's company. All other patterns must say whose they are.
OF_NO_COMPANY = {
    "account_change_password",
    "account_confirm_email",
    "account_email",
    "account_inactive",
    "account_login",
    "account_reauthenticate",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_set_password",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_authenticate",
    "mfa_deactivate_totp",
    "mfa_edit_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "governance:account",
    "governance:invitation",
    "governance:to_directory",
    "openid_connect_callback",
    "governance:companies",
    "governance:search",
    "governance:sign_in",
    "governance:sign_out",
    "proposals:calendar",
    "proposals:calendar_feed",
    "set_language",
    "usersessions_list",
}
BACK_OFFICE = "admin"
# Only forms lead here; whoever comes by another way is led to the page that has the form.
POSTED = {
    "proposals:shift_reason",
    "proposals:remove_reason",
    "proposals:submit",
    "proposals:approve",
    "proposals:reopen",
    "proposals:accept_consequences",
    "proposals:underlines",
    "proposals:undo",
    "proposals:redo",
    "proposals:acknowledge",
    "proposals:act",
    "proposals:comment",
    "proposals:take_suggestion",
    "proposals:decide",
    "proposals:decide_changed",
    "proposals:draw",
    "proposals:presence",
    "proposals:words",
    "governance:remove_intake",
    "governance:take_role",
    "governance:invite",
    "governance:leave",
    "governance:revoke",
    "proposals:recall",
}
# Files, which are taken away and not shown, and what the script of a page asks for.
TAKEN_AWAY = {
    "governance:articles_docx",
    "governance:articles_json",
    "governance:articles_pdf",
    "governance:articles_txt",
    "governance:certified_docx",
    "governance:certified_pdf",
    "governance:comparison_docx",
    "governance:history_docx",
    "governance:history_pdf",
    "governance:comparison_pdf",
    "governance:audit_csv",
    "proposals:company_calendar_ics",
    "proposals:comparison_docx",
    "proposals:comparison_pdf",
    "proposals:release_pdf",
    "proposals:panels",
    "proposals:cell",
    "proposals:strip",
    "proposals:released_pdf",
    "proposals:agenda_items",
    "proposals:paper",
    "proposals:release_docx",
}


@dataclass(frozen=True)
class Address:
    """The full name of a pattern, and an address of it."""

    name: str
    path: str


def addresses_of(company: Company) -> list[Address]:
    """One address of every pattern, of what that company has. Fails on a pattern that is new here.

    The company has a proposal with a change and a reason.
    """
    proposal = Proposal.objects.filter(company=company).earliest("pk")
    change = proposal.changes.earliest("pk")
    intake = _intake_of(company, proposal.created_by)
    comment, _made = Comment.objects.get_or_create(
        proposal=proposal, text="Is this all?", defaults={"by": proposal.created_by}
    )
    article = Article.objects.filter(company=company, kind="article").earliest("pk")
    filled = {
        "code": company.code,
        "address": proposal.address,
        "language": company.languages[0],
        "direction": "down",
        "day": date(2026, 6, 26),
        "clock": "adopted",
        "place": "article:1",
        "slug": proposal.meeting.slug,
        "number": 1,
        "kind": "attachment",
        "ending": "docx",
    }
    of_its_kind = {
        "governance:article": article.pk,
        "governance:correct": article.wordings.recorded().latest("pk").pk,
        "governance:start": company.amendments.latest("pk").pk,
        "governance:intake": intake.pk,
        "governance:leave": company.memberships.earliest("pk").user_id,
        "governance:revoke": 1,
        "governance:take_role": company.memberships.earliest("pk").pk,
        "governance:remove_intake": intake.pk,
        "proposals:change": change.pk,
        "proposals:comment": comment.pk,
        "proposals:take_suggestion": comment.pk,
        "proposals:decide_changed": change.pk,
        "proposals:moment": proposal.steps.earliest("pk").pk,
        "proposals:remove": change.pk,
        "proposals:reason": proposal.reasons.earliest("pk").pk,
        "proposals:shift_reason": proposal.reasons.earliest("pk").pk,
        "proposals:remove_reason": proposal.reasons.latest("pk").pk,
    }
    queries = {
        "proposals:insert": f"?after={article.key}",
        "proposals:replace": f"?at={article.key}",
        "proposals:delete": f"?at={article.key}",
        "proposals:move": f"?at={article.key}",
        "proposals:cell": f"?key={article.key}",
        "proposals:strip": f"?key={article.key}",
    }
    found = []
    for name, parts in patterns():
        if name not in OF_NO_COMPANY:
            assert {"code", "address"} & parts, f"{name} does not say whose it is"
            values = {part: of_its_kind[name] if part == "pk" else filled[part] for part in parts}
            found.append(Address(name, reverse(name, kwargs=values) + queries.get(name, "")))
    return found


def _intake_of(company: Company, by: User) -> Intake:
    """A text that waits to be recorded, of a day after all amendments."""
    text = {"text_en": "(Name)\nArticle 1.\nThe Company shall be called Example Inc.\n"}
    day = date(2026, 6, 26)
    found, _made = Intake.objects.get_or_create(
        company=company, adopted_on=day, defaults=text | {"created_by": by}
    )
    return found


def patterns() -> Iterator[tuple[str, set[str]]]:
    """The full name of every pattern but the back office's, with the names of its parts."""
    return _patterns(get_resolver().url_patterns, "", set())


def _patterns(
    several: list[URLPattern | URLResolver], space: str, parts: set[str]
) -> Iterator[tuple[str, set[str]]]:
    for one in several:
        with_own = parts | one.pattern.converters.keys()
        if isinstance(one, URLPattern):
            if not str(one.pattern).startswith(BACK_OFFICE):
                yield f"{space}{one.name}", with_own
        elif one.namespace != BACK_OFFICE:
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from _patterns(one.url_patterns, inner, with_own)
