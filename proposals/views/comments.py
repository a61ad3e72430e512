"""The comments on a draft: read, written, answered, their suggestions taken over."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest
from proposals import commenting
from proposals.commenting.subjects import DAY, REASON
from proposals.draft.derive import Draft, draft
from proposals.draft.rows import load_rows
from proposals.forms.comments import Subjects, WriteCommentForm
from proposals.models import Comment, Proposal
from proposals.views.decorators import open_proposal, open_to_edit, post_only, show_refusals
from proposals.views.edit_page import EditPage, answer, saved_at
from proposals.views.outline import outline
from proposals.views.shown_comments import shown_threads, subject_name
from proposals.workflow.permissions import refusal, require


@show_refusals
def comments(request: SignedInRequest, address: str) -> HttpResponse:
    """GET …/comments/: all comments, the open ones first; with ?about=a12 those on that row.
    POST writes one.
    """
    page = _page(request, open_proposal(request, address))
    if request.method == "POST":
        require(request.user, "comment", page.proposal)
    return answer(page)


@show_refusals
@post_only
def comment(request: SignedInRequest, address: str, pk: int) -> HttpResponse:
    """POST …/comments/5/: an answer, or with `act` a comment resolved or reopened."""
    proposal = open_proposal(request, address)
    require(request.user, "comment", proposal)
    act = request.POST.get("act", "")
    commenting.answer_comment(
        _comment_of(proposal, pk),
        by=request.user,
        text=request.POST.get("comment", ""),
        act=act if act in (Comment.Act.RESOLVED, Comment.Act.REOPENED) else "",
    )
    messages.success(request, saved_at())
    return redirect(f"{reverse('proposals:comments', args=[address])}#comment-{pk}")


@show_refusals
@post_only
def take_over(request: SignedInRequest, address: str, pk: int) -> HttpResponse:
    """POST …/comments/5/take/: put the suggested wording into the draft. 409, with both wordings,
    where what it was suggested for has changed.
    """
    proposal = open_to_edit(request, address)
    found = _comment_of(proposal, pk)
    try:
        commenting.take_suggestion(found, by=request.user)
    except commenting.SuggestionOutdated as outdated:
        page = _page(request, proposal)
        shown = page.context(page.form()) | {"form": page.form(), "outdated": found.pk}
        shown["outdated_sentence"] = outdated.sentence
        return render(request, page.template, shown, status=409)
    messages.success(request, saved_at())
    return redirect(f"{reverse('proposals:proposal', args=[address])}#row-{found.about}")


def _page(request: SignedInRequest, proposal: Proposal) -> "CommentsPage":
    require(request.user, "read_comments", proposal)
    language = articles_language(request, proposal.company)
    return CommentsPage(request, draft(proposal, language, rows=load_rows(proposal)))


def _comment_of(proposal: Proposal, pk: int) -> Comment:
    found = proposal.comments.filter(pk=pk, answer_to=None).first()
    if found is None:
        raise Http404
    found.proposal = proposal
    return found


@dataclass(frozen=True)
class CommentsPage(EditPage):
    """The comments on a draft, and the form for a new one."""

    request: SignedInRequest
    draft: Draft

    template = "proposals/comments.html"

    @property
    def proposal(self) -> Proposal:
        return self.draft.proposal

    @property
    def address(self) -> str:
        return reverse("proposals:comments", args=[self.proposal.address])

    def form(self) -> WriteCommentForm:
        asked = self.request.GET
        names = ("about", "words")
        is_sent = self.request.method == "POST" and self.request.path == self.address
        return WriteCommentForm(
            self.request.POST if is_sent else None,
            subjects=self._subjects,
            languages=self.proposal.company.languages,
            initial={"language": self.draft.language}
            | {name: asked[name] for name in names if name in asked},
        )

    def save(self, form: forms.Form) -> str:
        assert isinstance(form, WriteCommentForm)
        made = commenting.add_comment(self.proposal, by=self.request.user, new=form.new_comment)
        return f"{self.address}#comment-{made.pk}"

    def context(self, form: forms.Form) -> dict[str, Any]:  # noqa: ARG002
        about = self.request.GET.get("about", "")
        threads = commenting.threads_of(self.proposal)
        own = [one for one in threads if one.comment.about == about] if about else threads
        page = reverse("proposals:proposal", args=[self.proposal.address])
        user = self.request.user
        return {
            "proposal": self.proposal,
            "company": self.proposal.company,
            "language": self.draft.language,
            "about": subject_name(about, self.draft) if about else "",
            "threads": shown_threads(own, self.draft, page=page),
            "others": len(threads) - len(own),
            "may_comment": not refusal(user, "comment", self.proposal),
            "comment_refusal": refusal(user, "comment", self.proposal),
            "may_edit": not refusal(user, "edit", self.proposal),
        }

    def _subjects(self) -> Subjects:
        """What can be commented: the whole, what is changed, the other articles, reasons, days."""
        entries = outline(self.draft)
        rows = [[one for one in entries if bool(one.mark) == changed] for changed in (True, False)]
        changed, others = (
            [(one.key, subject_name(one.key, self.draft)) for one in several] for several in rows
        )
        reasons = [f"{REASON}{one.pk}" for one in self.draft.reasons]
        days = [f"{DAY}{one.field}" for one in self.proposal.schedule.days]
        further = [(one, subject_name(one, self.draft)) for one in (*reasons, *days)]
        groups = (
            (_("Changes"), changed),
            (_("Articles"), others),
            (_("Reasons and days"), further),
        )
        return [("", subject_name("", self.draft)), *(one for one in groups if one[1])]
