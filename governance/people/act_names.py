"""What the acts of the audit are called, by the name under which they are stored."""

from governance.text.message import Message

ACT_NAMES: dict[str, Message] = {
    # The record
    "amendment.adopted": Message("Amendment recorded", "定款変更を記録"),
    "amendment.start_set": Message("Day of effect recorded", "効力発生日を記録"),
    "wording.corrected": Message("Record corrected", "記録を訂正"),
    "intake.added": Message("Text brought in", "定款全文を取込み"),
    "intake.removed": Message("Text taken away", "定款全文を取下げ"),
    "intake.recorded": Message("Text put on record", "定款全文を記録"),
    "company.created": Message("Company entered", "会社を追加"),
    "company.changed": Message("Company changed", "会社の情報を変更"),
    "meeting.created": Message("Meeting entered", "株主総会を追加"),
    "meeting.continued": Message("Meeting continued", "延会・継続会の日を設定"),
    "meeting.changed": Message("Meeting changed", "株主総会を変更"),
    # People
    "person.signed_in": Message("Signed in", "サインイン"),
    "person.signed_out": Message("Signed out", "サインアウト"),
    "person.sign_in_failed": Message("Sign-in failed", "サインインに失敗"),
    "person.created": Message("Account made", "利用者を追加"),
    "person.changed": Message("Account changed", "利用者の情報を変更"),
    "person.deleted": Message("Account deleted", "利用者を削除"),
    "person.password_changed": Message("Password changed", "パスワードを変更"),
    "person.password_reset": Message("Password reset by mail", "メールでパスワードを再設定"),
    "person.email_changed": Message("E-mail address changed", "メールアドレスを変更"),
    "person.second_factor_added": Message("Second factor added", "2段階認証を追加"),
    "person.second_factor_removed": Message("Second factor removed", "2段階認証を解除"),
    "person.recovery_codes_made": Message("Recovery codes made", "回復用コードを発行"),
    "person.code_failed": Message("Code or passkey refused", "コード又はパスキーによる認証に失敗"),
    "person.directory_linked": Message("Matched with the directory", "ディレクトリと照合"),
    "person.session_ended": Message(
        "Signed out after doing nothing", "操作がないため自動でサインアウト"
    ),
    "person.sessions_ended": Message("Signed out elsewhere", "ほかの端末をサインアウト"),
    "person.left": Message("Left the company", "退任・異動により全役割を取消し"),
    "invitation.sent": Message("Invitation sent", "招待を送信"),
    "invitation.revoked": Message("Invitation taken back", "招待を取消し"),
    "invitation.accepted": Message("Invitation accepted", "招待を承諾"),
    "role.given": Message("Role given", "役割を付与"),
    "role.taken": Message("Role taken away", "役割を取消し"),
    # A draft
    "proposal.created": Message("Proposal begun", "議案を起案"),
    "titles.set": Message("Title changed", "議案の名称を変更"),
    "dates.set": Message("Dates set", "日程を設定"),
    "board_authority.set": Message("Authority of the board set", "取締役会決議の根拠を設定"),
    "change.added": Message("Change added", "変更を追加"),
    "change.saved": Message("Change saved", "変更を保存"),
    "change.placed": Message("Change put elsewhere", "変更の位置を変更"),
    "change.removed": Message("Change taken back", "変更を取消し"),
    "change.previewed": Message("Change previewed", "変更をプレビュー"),
    "words.saved": Message("Words saved", "条文を保存"),
    "words.replaced": Message("Words replaced throughout", "語句を一括して置換"),
    "draft.copied": Message("Draft copied from another", "ほかの案から複製"),
    "proposal.split": Message("Split in two", "議案を分割"),
    "proposal.split_off": Message("Split off from another", "ほかの議案から分割"),
    "proposal.joined": Message("Joined with another", "ほかの議案と統合"),
    "change.kept": Message(
        "Change kept over a changed present wording", "現行の条文の変更後も変更を維持"
    ),
    "underlines.set": Message("Underlines set by hand", "下線を手で指定"),
    "consequences.accepted": Message("Consequences accepted", "影響を確認"),
    "reason.added": Message("Reason written", "変更の理由を作成"),
    "reason.saved": Message("Reason changed", "変更の理由を変更"),
    "reason.removed": Message("Reason removed", "変更の理由を削除"),
    "reason.shifted": Message("Reasons put in another order", "変更の理由の順序を変更"),
    "reason.covers": Message("Changes covered by another reason", "理由と変更の対応を変更"),
    "citation.decided": Message("Decided whose a citation is", "引用の帰属を判断"),
    "step.undone": Message("Step undone", "操作を元に戻した"),
    "step.redone": Message("Step done again", "操作をやり直した"),
    "change.approved": Message("Change approved in review", "変更を承認"),
    "change.returned": Message("Change returned in review", "変更を差戻し"),
    "change.seen": Message("Changes looked at", "変更を確認"),
    "comment.written": Message("Comment written", "コメントを記入"),
    "comment.answered": Message("Comment answered", "コメントに返信"),
    "comment.resolved": Message("Comment resolved", "コメントを解決済みに"),
    "comment.reopened": Message("Comment reopened", "コメントを未解決に戻した"),
    "suggestion.taken": Message("Suggested wording taken over", "修文案を反映"),
    "warning.acknowledged": Message("Warning acknowledged", "注意を確認済みに"),
    "warning.taken_back": Message("Acknowledgement of a warning taken back", "注意の確認を取消し"),
    # The way of a proposal
    "votes.entered": Message("Votes entered", "議決権の数を入力"),
    "proposal.submit": Message("Submitted for review", "審査に提出"),
    "proposal.recall": Message("Recalled from review", "審査を取下げ"),
    "proposal.return": Message("Returned", "差戻し"),
    "proposal.approve": Message("Approved", "承認"),
    "proposal.lapse": Message("Approval lapsed", "承認が失効"),
    "proposal.reopen": Message("Reopened", "起案を再開"),
    "proposal.publish": Message("Released", "公表"),
    "release.timestamped": Message("Release time-stamped", "お知らせにタイムスタンプを付与"),
    "proposal.correct": Message(
        "Reopened to correct the release", "お知らせの訂正のため起案に戻した"
    ),
    "proposal.amend_at_meeting": Message(
        "Reopened to enter what the meeting amended", "総会での修正を入力するため起案に戻した"
    ),
    "proposal.adopt": Message("Adopted by the meeting", "株主総会で可決"),
    "proposal.reject": Message("Rejected by the meeting", "株主総会で否決"),
    "proposal.withdraw": Message("Withdrawn", "撤回"),
    "proposal.withdraw_from_agenda": Message("Withdrawn from the agenda", "付議を取りやめ"),
    "proposal.discard": Message("Discarded", "破棄"),
    # What was seen and taken away
    "proposal.opened": Message("Proposal opened", "議案を閲覧"),
    "agenda.opened": Message("Agenda opened", "総会の議案を閲覧"),
    "releases.opened": Message("Releases opened", "お知らせの一覧を閲覧"),
    "release.downloaded": Message("Release downloaded", "お知らせをダウンロード"),
    "articles.exported": Message("Articles downloaded", "定款をダウンロード"),
    "history.exported": Message(
        "Articles with their history downloaded", "沿革付きの定款をダウンロード"
    ),
    "comparison.exported": Message(
        "Comparison of two days downloaded", "2時点の新旧対照表をダウンロード"
    ),
    "certified.exported": Message(
        "Copy to be certified downloaded", "原本証明用の写しをダウンロード"
    ),
    "comparison.downloaded": Message("Comparison downloaded", "新旧対照表をダウンロード"),
    "agenda-item.downloaded": Message("Agenda item downloaded", "議案をダウンロード"),
    "agenda-items.downloaded": Message(
        "Agenda items of a meeting downloaded", "総会の全議案をダウンロード"
    ),
    "board-resolution.downloaded": Message(
        "Resolution of the board downloaded", "取締役会議案をダウンロード"
    ),
    "attachment.downloaded": Message(
        "Comparison table alone downloaded", "別紙（新旧対照表）をダウンロード"
    ),
    "whole-comparison.downloaded": Message(
        "Comparison of the whole articles downloaded", "全条文の新旧対照表をダウンロード"
    ),
    "proposed-articles.downloaded": Message(
        "Articles as proposed downloaded", "変更案の全文をダウンロード"
    ),
    "tracked-changes.downloaded": Message(
        "Tracked changes downloaded", "変更履歴付きの定款をダウンロード"
    ),
    "registration.downloaded": Message(
        "Changes to be registered downloaded", "登記すべき事項をダウンロード"
    ),
    "extraordinary-report.downloaded": Message(
        "Extraordinary report downloaded", "臨時報告書をダウンロード"
    ),
    "calendar.exported": Message("Calendar downloaded", "カレンダーをダウンロード"),
    "calendar.feed_made": Message("Calendar address made", "カレンダーの購読アドレスを発行"),
    "audit.exported": Message("Audit downloaded", "操作履歴をダウンロード"),
}


REFUSED = "refused."
"""Before the name of the address at which an attempt was refused."""


def act_name(what: str) -> Message:
    """What an act is called; one that has no name here, as it is stored."""
    if what.startswith(REFUSED):
        address = what.removeprefix(REFUSED)
        return Message(f"Attempt refused: {address}", f"拒否された操作：{address}")
    return ACT_NAMES.get(what, Message(what, what))
