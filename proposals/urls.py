"""Addresses of proposals."""

from django.urls import path, register_converter

from proposals.views import (
    comparison_with_day,
    dates,
    drafting,
    listing,
    papers,
    reasons,
    reviewing,
)
from proposals.views.converters import Address, Way
from proposals.views.page import proposal

register_converter(Address, "address")
register_converter(Way, "way")

app_name = "proposals"
one = "proposals/<address:address>/"
urlpatterns = [
    path("<code:code>/proposals/", listing.proposals, name="proposals"),
    path("<code:code>/proposals/new/", listing.new, name="new"),
    path(one, proposal, name="proposal"),
    path(f"{one}changes/insert/", drafting.insert, name="insert"),
    path(f"{one}changes/replace/", drafting.replace, name="replace"),
    path(f"{one}changes/delete/", drafting.delete, name="delete"),
    path(f"{one}changes/move/", drafting.move, name="move"),
    path(f"{one}changes/<int:pk>/", drafting.change, name="change"),
    path(f"{one}changes/<int:pk>/remove/", drafting.remove, name="remove"),
    path(f"{one}reasons/", reasons.reasons, name="reasons"),
    path(f"{one}reasons/<int:pk>/", reasons.reason, name="reason"),
    path(f"{one}reasons/<int:pk>/<way:way>/", reasons.shift, name="shift_reason"),
    path(f"{one}reasons/<int:pk>/remove/", reasons.remove, name="remove_reason"),
    path(f"{one}dates/", dates.dates, name="dates"),
    path(f"{one}title/", dates.titles, name="titles"),
    path(f"{one}submit/", reviewing.submit, name="submit"),
    path(f"{one}approve/", reviewing.approve, name="approve"),
    path(f"{one}return/", reviewing.return_, name="return"),
    path(f"{one}adopt/", reviewing.adopt, name="adopt"),
    path(f"{one}take-up/", reviewing.take_up, name="take_up"),
    path(f"{one}comparison/", comparison_with_day.comparison, name="comparison"),
    path(f"{one}comparison/<printed:language>.pdf", papers.comparison_pdf, name="comparison_pdf"),
    path(
        f"{one}comparison/<printed:language>.docx", papers.comparison_docx, name="comparison_docx"
    ),
    path(f"{one}release/<printed:language>/", papers.release, name="release"),
    path(f"{one}release/<printed:language>.pdf", papers.release_pdf, name="release_pdf"),
]
