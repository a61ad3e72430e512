"""Addresses of proposals."""

from django.urls import path, register_converter

from proposals.views import (
    agenda,
    calendar,
    cell,
    changed_under,
    changes,
    citations,
    comparison_with_day,
    continuation,
    dates,
    desk,
    history,
    listing,
    outcomes,
    paper_files,
    papers,
    presence,
    reasons,
    releases,
    releasing,
    replacing,
    reviewing,
    splitting,
)
from proposals.views.converters import (
    Direction,
    PaperEnding,
    PaperKindName,
    ProposalAddress,
)
from proposals.views.page import proposal

register_converter(ProposalAddress, "address")
register_converter(Direction, "direction")
register_converter(PaperKindName, "paper")
register_converter(PaperEnding, "ending")

app_name = "proposals"
one = "proposals/<address:address>/"
urlpatterns = [
    path("<code:code>/proposals/", listing.proposals, name="proposals"),
    path("<code:code>/proposals/new/", listing.new, name="new"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/feed/<str:secret>.ics", calendar.feed, name="calendar_feed"),
    path("<code:code>/calendar/", calendar.company_calendar, name="company_calendar"),
    path("<code:code>/calendar.ics", calendar.company_calendar_ics, name="company_calendar_ics"),
    path("<code:code>/meetings/<slug:slug>/", agenda.agenda, name="agenda"),
    path(
        "<code:code>/meetings/<slug:slug>/agenda-items/<printed:language>.<ending:ending>",
        paper_files.agenda_items_file,
        name="agenda_items",
    ),
    path(
        "<code:code>/meetings/<slug:slug>/continuation/",
        continuation.continuation,
        name="continuation",
    ),
    path(one, proposal, name="proposal"),
    path(f"{one}table/cell/", cell.cell, name="cell"),
    path(f"{one}table/draw/", cell.draw, name="draw"),
    path(f"{one}table/words/", cell.save_cell, name="words"),
    path(f"{one}table/strip/", cell.strip, name="strip"),
    path(f"{one}table/decide/", cell.decide, name="decide"),
    path(f"{one}table/act/", desk.act, name="act"),
    path(f"{one}table/presence/", presence.presence, name="presence"),
    path(f"{one}table/panels/", desk.panels_and_bar, name="panels"),
    path(f"{one}history/<int:pk>/", history.moment, name="moment"),
    path(f"{one}undo/", desk.undo_step, name="undo"),
    path(f"{one}redo/", desk.redo_step, name="redo"),
    path(f"{one}underlines/", desk.restore_underline, name="underlines"),
    path(f"{one}consequences/", desk.accept, name="accept_consequences"),
    path(f"{one}changes/insert/", changes.insert, name="insert"),
    path(f"{one}changes/replace/", changes.replace, name="replace"),
    path(f"{one}changes/delete/", changes.delete, name="delete"),
    path(f"{one}changes/move/", changes.move, name="move"),
    path(f"{one}changes/<int:pk>/", changes.edit, name="change"),
    path(f"{one}changes/<int:pk>/remove/", changes.remove, name="remove"),
    path(f"{one}copy/", listing.copy, name="copy"),
    path(f"{one}changes/<int:pk>/decide/", changed_under.decide_changed, name="decide_changed"),
    path(f"{one}replace/", replacing.find_and_replace, name="find_and_replace"),
    path(f"{one}citations/", citations.decide_whose, name="citations"),
    path(f"{one}reasons/", reasons.reasons, name="reasons"),
    path(f"{one}reasons/<int:pk>/", reasons.reason, name="reason"),
    path(f"{one}reasons/<int:pk>/<direction:direction>/", reasons.shift, name="shift_reason"),
    path(f"{one}reasons/<int:pk>/remove/", reasons.remove, name="remove_reason"),
    path(f"{one}dates/", dates.set_dates, name="dates"),
    path(f"{one}title/", dates.set_titles, name="titles"),
    path(f"{one}board-authority/", dates.board_authority, name="board_authority"),
    path(f"{one}split/", splitting.split, name="split"),
    path(f"{one}join/", splitting.join, name="join"),
    path(f"{one}submit/", reviewing.submit, name="submit"),
    path(f"{one}approve/", reviewing.approve, name="approve"),
    path(f"{one}return/", reviewing.return_, name="return"),
    path(f"{one}adopt/", reviewing.adopt, name="adopt"),
    path(f"{one}reopen/", reviewing.reopen, name="reopen"),
    path(f"{one}publish/", releasing.publish, name="publish"),
    path(f"{one}correct/", outcomes.correct_release, name="correct"),
    path(f"{one}recall/", outcomes.recall, name="recall"),
    path(f"{one}withdraw/", outcomes.withdraw, name="withdraw"),
    path(f"{one}withdraw-from-agenda/", outcomes.withdraw_from_agenda, name="withdraw_from_agenda"),
    path(f"{one}discard/", outcomes.discard, name="discard"),
    path(f"{one}reject/", outcomes.reject, name="reject"),
    path(f"{one}amend-at-meeting/", outcomes.amend_at_meeting, name="amend_at_meeting"),
    path(f"{one}releases/", releases.releases, name="releases"),
    path(f"{one}releases/<int:number>/", releases.certificate, name="certificate"),
    path(
        f"{one}releases/<int:number>/<printed:language>.pdf",
        releases.released_pdf,
        name="released_pdf",
    ),
    path(f"{one}comparison/", comparison_with_day.comparison_with_day, name="comparison"),
    path(f"{one}comparison/<printed:language>.pdf", papers.comparison_pdf, name="comparison_pdf"),
    path(
        f"{one}comparison/<printed:language>.docx", papers.comparison_docx, name="comparison_docx"
    ),
    path(f"{one}release/<printed:language>/", papers.release, name="release"),
    path(f"{one}release/<printed:language>.pdf", papers.release_pdf, name="release_pdf"),
    path(f"{one}release/<printed:language>.docx", papers.release_docx, name="release_docx"),
    path(f"{one}papers/", paper_files.papers, name="papers"),
    path(
        f"{one}papers/<paper:kind>/<printed:language>.<ending:ending>",
        paper_files.paper_file,
        name="paper",
    ),
]
