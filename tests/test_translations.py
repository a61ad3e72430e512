"""Whatever the program says it says in Japanese too."""

import re

import polib
import pytest
from django.utils.translation import gettext, override

from tests.translatable_messages import ROOT, in_code, in_template, messages

CATALOGUE = ROOT / "governance/locale/ja/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|</?\w+>")


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def test_everything_said_is_in_the_catalogue(catalogue):
    known = {(entry.msgid, entry.msgid_plural, entry.msgctxt or "") for entry in catalogue}
    missing = [f"{path}: {message}" for message, path in messages().items() if message not in known]
    assert missing == []


def test_nothing_in_the_catalogue_is_said_nowhere(catalogue):
    said = set(messages())
    assert [
        entry.msgid
        for entry in catalogue
        if (entry.msgid, entry.msgid_plural, entry.msgctxt or "") not in said
    ] == []


def test_every_entry_is_translated_for_certain(catalogue):
    unsure = [entry.msgid for entry in catalogue if not entry.translated() or entry.fuzzy]
    assert unsure == []


def test_every_translation_has_the_places_of_its_message(catalogue):
    differing = [
        entry.msgid
        for entry in catalogue
        for text in ([entry.msgstr] if entry.msgstr else entry.msgstr_plural.values())
        if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(entry.msgid))
    ]
    assert differing == []


def test_every_translation_is_japanese(catalogue):
    # A message copied over as it stands is not translated. Some hold no words of either language.
    copied = [entry.msgid for entry in catalogue if entry.msgstr == entry.msgid]
    assert [text for text in copied if re.search(r"[A-Za-z]{3}", PLACEHOLDER.sub("", text))] == []


def test_the_catalogue_is_the_one_in_use():
    with override("ja"):
        assert gettext("Submit for review") == "審査に提出する"
    with override("en"):
        assert gettext("Submit for review") == "Submit for review"


def test_messages_are_found_where_they_stand():
    code = (
        '_("one"); gettext_lazy("two" " and a half");'
        ' ngettext("%(n)d ox", "%(n)d oxen", n); f("no")'
    )
    assert list(in_code(code)) == [
        ("one", "", ""),
        ("two and a half", "", ""),
        ("%(n)d ox", "%(n)d oxen", ""),
    ]
    template = (
        '{% load i18n %}{% translate "three (3)" %}<p title="{% translate \'four\' %}">no</p>'
        "{% blocktranslate with a=b %}five {{ a }}{% endblocktranslate %}"
        "{% blocktranslate count n=m %}{{ n }} ox{% plural %}{{ n }} oxen{% endblocktranslate %}"
    )
    assert list(in_template(template)) == [
        ("three (3)", "", ""),
        ("four", "", ""),
        ("five %(a)s", "", ""),
        ("%(n)s ox", "%(n)s oxen", ""),
    ]
