"""Root addresses. Every one asks for sign-in but signing in itself and the choice of language."""

from allauth.account import views as account_views
from allauth.mfa.base import views as factor_views
from allauth.mfa.recovery_codes import views as code_views
from allauth.mfa.totp import views as app_views
from allauth.mfa.webauthn import views as passkey_views
from allauth.usersessions import views as session_views
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, re_path, register_converter
from django.views.i18n import set_language

from governance.views import exports
from governance.views.account import account, confirm_email, no_password
from governance.views.amendments import amendments
from governance.views.article_history import article_history
from governance.views.articles import article_on, articles, articles_on
from governance.views.audit import audit, audit_csv
from governance.views.companies import companies
from governance.views.company_data import company_data
from governance.views.comparison import comparison
from governance.views.converters import (
    ClockConverter,
    CodeConverter,
    DayConverter,
    PaperLanguageConverter,
    ProvisionConverter,
)
from governance.views.corrections import correct, day_of_effect
from governance.views.directory import from_directory, to_directory
from governance.views.house_style import house_style_of_company
from governance.views.intake import intake, intakes, remove_intake
from governance.views.invitations import invitation, invite, revoke
from governance.views.people import leave, people, take
from governance.views.search import search
from governance.views.sign_in import admin_login, sign_in, sign_out

register_converter(CodeConverter, "code")
register_converter(DayConverter, "day")
register_converter(ClockConverter, "clock")
register_converter(ProvisionConverter, "place")
register_converter(PaperLanguageConverter, "printed")

of_day = "<code:code>/articles/<day:day>/<clock:clock>/"
governance = [
    path("", companies, name="companies"),
    path("sign-in/", sign_in, name="sign_in"),
    path("sign-in/directory/", to_directory, name="to_directory"),
    path("sign-out/", sign_out, name="sign_out"),
    path("account/", account, name="account"),
    path("search/", search, name="search"),
    path("<code:code>/company/", company_data, name="company_data"),
    path("<code:code>/people/", people, name="people"),
    path("invitation/<str:token>/", invitation, name="invitation"),
    path("<code:code>/people/invite/", invite, name="invite"),
    path("<code:code>/people/invitations/<int:pk>/revoke/", revoke, name="revoke"),
    path("<code:code>/people/<int:pk>/leave/", leave, name="leave"),
    path("<code:code>/people/<int:pk>/take/", take, name="take_role"),
    path("<code:code>/house-style/<printed:language>/", house_style_of_company, name="house_style"),
    path("<code:code>/audit/", audit, name="audit"),
    path("<code:code>/audit.csv", audit_csv, name="audit_csv"),
    path("<code:code>/articles/", articles, name="articles"),
    path("<code:code>/articles/<int:pk>/", article_history, name="article"),
    path(of_day, articles_on, name="articles_on"),
    path(f"{of_day}<place:place>/", article_on, name="article_on"),
    path(f"{of_day}<printed:language>.pdf", exports.articles_pdf, name="articles_pdf"),
    path(f"{of_day}<printed:language>.docx", exports.articles_docx, name="articles_docx"),
    path(f"{of_day}certified/<printed:language>.pdf", exports.certified_pdf, name="certified_pdf"),
    path(
        f"{of_day}certified/<printed:language>.docx", exports.certified_docx, name="certified_docx"
    ),
    path(f"{of_day}history/<printed:language>.pdf", exports.history_pdf, name="history_pdf"),
    path(f"{of_day}history/<printed:language>.docx", exports.history_docx, name="history_docx"),
    path(f"{of_day}<printed:language>.txt", exports.articles_txt, name="articles_txt"),
    path(f"{of_day}<printed:language>.json", exports.articles_json, name="articles_json"),
    path("<code:code>/wordings/<int:pk>/correct/", correct, name="correct"),
    path("<code:code>/amendments/", amendments, name="amendments"),
    path("<code:code>/amendments/<int:pk>/start/", day_of_effect, name="start"),
    path("<code:code>/comparison/", comparison, name="comparison"),
    path(
        "<code:code>/comparison/<printed:language>.pdf",
        exports.comparison_pdf,
        name="comparison_pdf",
    ),
    path(
        "<code:code>/comparison/<printed:language>.docx",
        exports.comparison_docx,
        name="comparison_docx",
    ),
    path("<code:code>/intake/", intakes, name="intakes"),
    path("<code:code>/intake/<int:pk>/", intake, name="intake"),
    path("<code:code>/intake/<int:pk>/remove/", remove_intake, name="remove_intake"),
]
# Pages of django-allauth, by the names under which it looks for them.
of_account = [
    path("sign-in/", sign_in, name="account_login"),
    path("sign-in/closed/", account_views.account_inactive, name="account_inactive"),
    path("sign-in/password/", account_views.password_reset, name="account_reset_password"),
    path(
        "sign-in/password/sent/",
        account_views.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "sign-in/password/done/",
        account_views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^sign-in/password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account_views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("account/confirm/", account_views.reauthenticate, name="account_reauthenticate"),
    path("account/password/", account_views.password_change, name="account_change_password"),
    path("account/password/first/", no_password, name="account_set_password"),
    path("sign-in/<slug:provider_id>/answer/", from_directory, name="openid_connect_callback"),
    path("account/sessions/", session_views.list_usersessions, name="usersessions_list"),
    path("sign-in/code/", factor_views.authenticate, name="mfa_authenticate"),
    path("account/confirm/code/", factor_views.reauthenticate, name="mfa_reauthenticate"),
    path(
        "account/confirm/passkey/",
        passkey_views.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("account/second-factor/", factor_views.index, name="mfa_index"),
    path("account/second-factor/app/", app_views.activate_totp, name="mfa_activate_totp"),
    path(
        "account/second-factor/app/remove/", app_views.deactivate_totp, name="mfa_deactivate_totp"
    ),
    path(
        "account/second-factor/codes/",
        code_views.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "account/second-factor/codes/new/",
        code_views.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("account/second-factor/passkeys/", passkey_views.list_webauthn, name="mfa_list_webauthn"),
    path(
        "account/second-factor/passkeys/add/", passkey_views.add_webauthn, name="mfa_add_webauthn"
    ),
    path(
        "account/second-factor/passkeys/<int:pk>/",
        passkey_views.edit_webauthn,
        name="mfa_edit_webauthn",
    ),
    path(
        "account/second-factor/passkeys/<int:pk>/remove/",
        passkey_views.remove_webauthn,
        name="mfa_remove_webauthn",
    ),
    path("account/email/", account_views.email, name="account_email"),
    re_path(
        r"^account/email/(?P<key>[-:\w]+)/$",
        confirm_email,
        name="account_confirm_email",
    ),
]
urlpatterns = [
    path("", include((governance, "governance"))),
    path("", include("proposals.urls")),
    path("", include(of_account)),
    # One place to sign in: what counts failures counts them all.
    path("admin/login/", admin_login),
    path("admin/", admin.site.urls),
    path("language/", login_not_required(set_language), name="set_language"),
]
handler400 = "governance.views.errors.bad_request"
handler403 = "governance.views.errors.forbidden"
handler404 = "governance.views.errors.not_found"
handler500 = "governance.views.errors.server_error"
