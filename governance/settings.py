"""All settings. What differs by place comes from the environment: docs/operations.md has the table.

Nothing needs to be set for a look on one's own machine but `DEBUG=1`. Without it the program takes
itself to be in use: it wants a secret key and answers over HTTPS only.
"""

import os
from ipaddress import ip_network
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict


def flag(name: str, *, default: bool = False) -> bool:
    """Read a switch: 1, true, yes, on or 0, false, no, off; anything else is refused."""
    value = os.environ.get(name, "").strip().lower()
    if value in ("", *("1", "true", "yes", "on"), *("0", "false", "no", "off")):
        return value in ("1", "true", "yes", "on") if value else default
    raise ImproperlyConfigured(f"{name} is {value!r}; it must be 1 or 0.")


def number(name: str, default: int) -> int:
    """Read a whole number."""
    value = os.environ.get(name) or str(default)
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a whole number.") from None


def words(name: str) -> list[str]:
    """Read a list parted by commas."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


BASE_DIR = Path(__file__).resolve().parent.parent
DATA_FOLDER = Path(os.environ.get("DATA_FOLDER") or BASE_DIR / ".data").absolute()

DEBUG = flag("DEBUG")
SECRET_KEY = os.environ.get("SECRET_KEY", "known-to-all-and-good-for-a-look-only" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is not set. (For a look on your own machine: DEBUG=1.)")
ALLOWED_HOSTS = words("ALLOWED_HOSTS")

# --- Parts

INSTALLED_APPS = [
    "governance",
    "proposals",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_htmx",
    "simple_history",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "governance.views.allowed_methods.refuse_other_methods",
    "governance.views.no_store.keep_no_drafts",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "governance.views.session_end.end_idle_sessions",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "governance.views.second_factor.lead_to_second_factor",
    "allauth.account.middleware.AccountMiddleware",
    "governance.views.refused_attempts.record_refused_attempts",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
ROOT_URLCONF = "governance.urls"
WSGI_APPLICATION = "governance.wsgi.application"

# --- The record

DATABASES: dict[str, dict[str, Any]] = {
    "default": {"CONN_MAX_AGE": number("DATABASE_MAX_AGE", 60), "CONN_HEALTH_CHECKS": True}
}
if os.environ.get("DATABASE_URL"):
    # libpq reads the address, so that whatever it knows may stand there: sslmode, several hosts.
    try:
        options = conninfo_to_dict(os.environ["DATABASE_URL"])
    except ProgrammingError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {str(error).strip()}") from None
    DATABASES["default"] |= {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": options.pop("dbname", "teikan"),
        "OPTIONS": options,
    }
else:
    DATABASES["default"] |= {
        "ENGINE": "governance.private_postgres.backend",
        "NAME": "teikan",
        "FOLDER": DATA_FOLDER / "postgres",
        "DURABLE": True,
    }

# Limits on tries and codes that were used count for all web processes together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "governance_cache",
    }
}

# --- People

AUTH_USER_MODEL = "governance.User"
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/sign-in/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day
SESSION_IDLE_SECONDS = 60 * number("SESSION_IDLE_MINUTES", 60)
if SESSION_IDLE_SECONDS < 60:
    raise ImproperlyConfigured("SESSION_IDLE_MINUTES must be 1 or more.")
# Of django-allauth only the pages are used that governance/urls.py names: decisions/people.md.
ACCOUNT_ADAPTER = "governance.people.allauth_adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # nobody signs up; allauth wants one of them
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
# Failures to sign in are counted by people/sign_in_limits.py. What is left here is asked of
# somebody who has signed in, and of mail.
ACCOUNT_RATE_LIMITS = {"login": None}
ACCOUNT_FORMS = {
    "add_email": "governance.forms.account.EmailForm",
    "change_password": "governance.forms.account.PasswordForm",
    "reset_password": "governance.forms.account.ForgottenPasswordForm",
    "reset_password_from_key": "governance.forms.account.NewPasswordForm",
    "reauthenticate": "governance.forms.account.ConfirmPasswordForm",
}

USERSESSIONS_ADAPTER = "governance.people.allauth_adapters.SessionsAdapter"
MFA_ADAPTER = "governance.people.allauth_adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # those who keep the installation entered it
MFA_TOTP_TOLERANCE = 1  # clocks of telephones are some seconds off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
MFA_FORMS = {
    "authenticate": "governance.forms.second_factor.CodeForm",
    "reauthenticate": "governance.forms.second_factor.ConfirmCodeForm",
    "activate_totp": "governance.forms.second_factor.FirstCodeForm",
    "authenticate_webauthn": "governance.forms.second_factor.UsedPasskeyForm",
    "reauthenticate_webauthn": "governance.forms.second_factor.ConfirmPasskeyForm",
    "add_webauthn": "governance.forms.second_factor.PasskeyForm",
    "edit_webauthn": "governance.forms.second_factor.PasskeyNameForm",
}

# A company's directory, by OpenID Connect. Nobody gets an account by it: people/directory.py.
OIDC_SERVER = os.environ.get("OIDC_SERVER", "").rstrip("/")
OIDC_NAME = os.environ.get("OIDC_NAME", "")
if OIDC_SERVER and not OIDC_SERVER.startswith("https://"):
    raise ImproperlyConfigured(f"OIDC_SERVER is {OIDC_SERVER!r}; it must begin with https://.")
SOCIALACCOUNT_ADAPTER = "governance.people.directory.DirectoryAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "directory",
                "name": OIDC_NAME,
                "client_id": os.environ.get("OIDC_CLIENT_ID", ""),
                "secret": os.environ.get("OIDC_CLIENT_SECRET", ""),
                "settings": {"server_url": OIDC_SERVER, "verified_email": words("OIDC_DOMAINS")},
            }
        ],
    }
}

# --- Mail

MAIL_HOST = os.environ.get("MAIL_HOST", "")
MAIL_SECURITY = os.environ.get("MAIL_SECURITY", "starttls")
DEFAULT_FROM_EMAIL = os.environ.get("MAIL_FROM", "teikan@localhost")
if MAIL_SECURITY not in ("starttls", "tls", "none"):
    raise ImproperlyConfigured(
        f"MAIL_SECURITY is {MAIL_SECURITY!r}; it must be starttls, tls or none."
    )
if MAIL_HOST and "@" not in os.environ.get("MAIL_FROM", ""):
    raise ImproperlyConfigured(
        "MAIL_HOST is set; MAIL_FROM must say from which address mail comes."
    )
# Every message is kept first (people/mail.py); "server" is where it goes from there.
MAILERS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "governance.people.mail.KeptMailBackend"}
}
if MAIL_HOST:
    MAILERS["server"] = {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": MAIL_HOST,
            "port": number("MAIL_PORT", {"starttls": 587, "tls": 465, "none": 25}[MAIL_SECURITY]),
            "username": os.environ.get("MAIL_USER", ""),
            "password": os.environ.get("MAIL_PASSWORD", ""),
            "use_tls": MAIL_SECURITY == "starttls",
            "use_ssl": MAIL_SECURITY == "tls",
            "timeout": number("MAIL_TIMEOUT", 10),
        },
    }

# --- Safety

SECURE_SSL_REDIRECT = flag("SSL_REDIRECT", default=not DEBUG)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not DEBUG
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = number("HSTS_SECONDS", 0 if DEBUG else 365 * 24 * 60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE_HSTS_SECONDS > 0
if flag("BEHIND_PROXY"):
    # Only for a proxy that sets this header itself: whoever can send it is believed.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Who is believed when it says, in X-Forwarded-For, for whom it asks: see people/client_address.py.
TRUSTED_PROXIES = words("TRUSTED_PROXIES")
TRUSTED_PROXY_HOPS = number("TRUSTED_PROXY_HOPS", 1)
for proxy in TRUSTED_PROXIES:
    try:
        if proxy != "unix":
            ip_network(proxy)
    except ValueError as error:
        raise ImproperlyConfigured(f"TRUSTED_PROXIES cannot be read: {error}.") from None
if TRUSTED_PROXY_HOPS < 1:
    raise ImproperlyConfigured(f"TRUSTED_PROXY_HOPS is {TRUSTED_PROXY_HOPS}; it must be 1 or more.")
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")
CSRF_FAILURE_VIEW = "governance.views.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
# Neither script nor style stands in a page or comes from elsewhere.
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "object-src": [CSP.NONE],
}
# A field says for itself how much it takes, with what was typed kept; so a form of some megabytes
# has to reach it. Only what no person could have typed is cut off here.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
# Of a file no more is kept than shows that it is too large.
LARGEST_UPLOAD = 10 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["governance.intake.uploads.CappedUpload"]
DATA_UPLOAD_MAX_NUMBER_FILES = 4

# --- Languages, days and files

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ja", "日本語")]
TIME_ZONE = "Asia/Tokyo"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
# An authority that signs when releases were made (RFC 3161), and the root of its certificates.
TIMESTAMP_AUTHORITY = os.environ.get("TIMESTAMP_AUTHORITY", "")
TIMESTAMP_CERTIFICATE = os.environ.get("TIMESTAMP_CERTIFICATE", "")
if TIMESTAMP_AUTHORITY and not TIMESTAMP_AUTHORITY.startswith(("http://", "https://")):
    raise ImproperlyConfigured(
        f"TIMESTAMP_AUTHORITY is {TIMESTAMP_AUTHORITY!r}; it must begin with https:// or http://."
    )
if TIMESTAMP_AUTHORITY and not Path(TIMESTAMP_CERTIFICATE or ".").is_file():
    raise ImproperlyConfigured(
        f"TIMESTAMP_CERTIFICATE is {TIMESTAMP_CERTIFICATE!r}; it must name the file of the"
        " authority's root certificate."
    )

STATIC_ROOT = Path(os.environ.get("STATIC_ROOT") or BASE_DIR / "staticfiles")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "governance.static_files.StaticFiles"
    },
}

LOG_LEVEL = os.environ.get("LOG_LEVEL", "WARNING").upper()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    # Django's own handlers would say everything twice, and write mails to nobody.
    "loggers": {"django": {"handlers": [], "level": LOG_LEVEL}},
}
