"""What documents are called in English, and what is called so and is none. Lists to add to.

A noun that is missing here makes no citation our own: the owner is then unsure.
"""

from __future__ import annotations

# What other law and other documents are called, in capitals.
LAWS = (
    "Act", "Acts", "Law", "Laws", "Code", "Codes", "Ordinance", "Ordinances", "Order", "Orders",
    "Constitution", "Convention", "Treaty", "Statute", "Statutes", "Decree", "Decrees", "Directive",
    "Directives", "Bill", "Proclamation", "Edict",
)  # fmt: skip
# What no text of a company calls itself: "this Act" is another.
NEVER_OURS = tuple(word for word in LAWS if word != "Constitution")
DOCUMENTS = (
    *LAWS, "Regulation", "Regulations", "Rule", "Rules", "Agreement", "Agreements", "Guideline",
    "Guidelines", "Guidance", "Standard", "Standards", "Policy", "Policies", "Contract",
    "Contracts", "Charter", "Charters", "Notification", "Notifications", "Notice", "Plan", "Plans",
    "Protocol", "Memorandum", "Indenture", "Deed", "Certificate", "Form", "Accord", "Covenant",
    "Manual", "Handbook", "Rulebook", "Bulletin", "Circular", "Principles", "Procedure",
    "Procedures", "Schedule", "Annex", "Appendix", "Exhibit", "Prospectus", "Report", "Minutes",
    "Mandate", "Lease", "Licence", "License", "Undertaking", "Declaration", "Resolution", "Will",
    "Warrant", "Addendum", "Terms", "Conditions", "Pact", "Statement", "Letter",
)  # fmt: skip
# The same in small letters. Fewer: most such words are also things.
SMALL_DOCUMENTS = (
    "act", "law", "laws", "code", "codes", "ordinance", "ordinances", "regulation", "regulations",
    "rules", "constitution", "convention", "treaty", "statute", "statutes", "decree", "agreement",
    "agreements", "guidelines", "standards", "policy", "policies", "contract", "contracts",
    "charter", "directive", "plan", "notice", "report", "form", "schedule", "annex", "appendix",
    "exhibit", "prospectus", "minutes", "accord", "covenant", "manual", "handbook", "rulebook",
    "circular", "memorandum", "protocol", "indenture", "deed", "lease", "licence", "license",
    "procedures", "addendum", "terms and conditions", "terms of issue", "terms of reference",
)  # fmt: skip

# Those of them that are hardly anything else.
SMALL_RULES = (
    "act", "law", "code", "ordinance", "ordinances", "regulations", "rules", "statute", "decree",
    "agreement", "contract", "charter", "guidelines", "policy", "plan", "accord", "covenant",
    "handbook", "rulebook", "manual", "indenture", "lease", "licence", "license",
    "prospectus", "bye-laws", "bye-law", "treaty", "directive",
)  # fmt: skip

# Names in capitals that are no document: who acts, what is held, days and places in a company.
ACTORS = (
    "Board", "Boards", "Meeting", "Meetings", "Shareholder", "Shareholders", "Member", "Members",
    "Director", "Directors", "Auditor", "Auditors", "Officer", "Officers", "Committee",
    "Committees", "Holder", "Holders", "Employee", "Employees", "President", "Chairman",
    "Chairperson", "Chair", "Secretary", "Treasurer", "Manager", "Managers", "Registrar", "Agent",
    "Trustee", "Trustees", "Liquidator", "Fellow", "Fellows", "Delegate", "Delegates",
    "Stockholder", "Stockholders", "Advisor", "Counselor",
)  # fmt: skip
THINGS = (
    "Share", "Shares", "Stock", "Stocks", "Vote", "Votes", "Date", "Dividend", "Dividends",
    "Capital", "Office", "Seal", "Year", "Term", "Units", "Rights", "Capitals", "Surplus",
    "Part", "Quorum", "Membership", "Remuneration", "Business", "Purpose", "Purposes",
)  # fmt: skip
ITSELF = (
    "Company", "Corporation", "Association", "Foundation", "Society", "Japan", "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
# Small nouns that a citation may be "of" without being of a document.
SMALL_THINGS = (
    "company", "corporation", "association", "foundation", "society", "organization",
    "organisation", "board", "boards", "meeting", "meetings", "shareholder", "shareholders",
    "member", "members", "director", "directors", "auditor", "auditors", "officer", "officers",
    "committee", "right", "rights", "total", "text", "matter", "matters", "case", "cases", "year",
    "month", "day", "president", "chairman", "chairperson", "chair", "secretary", "treasurer",
    "general", "ordinary", "extraordinary", "shares", "share", "votes", "amount", "number", "party",
    "parties", "person", "persons", "above", "following", "preceding", "foregoing", "date", "time",
    "provisions", "provision", "same", "first", "second", "third", "last", "main", "chapter",
    "supervision", "direction", "control", "guidance", "responsibility", "condition", "conditions",
    "circumstances", "name", "authority", "chairmanship", "heading", "title", "terms", "leadership",
)  # fmt: skip

# Which body of persons a text calls its own: "the Articles of Incorporation of the Company".
BODIES = (
    "Company", "Corporation", "Association", "Foundation", "Society", "Organization",
    "Organisation", "Bank", "Trust", "Cooperative", "Institute", "Union", "Federation", "Firm",
    "Fund", "Partnership", "Club", "League",
)  # fmt: skip
# Whose articles are not these.
OTHER_BODIES = (
    "subsidiar", "parent", "affiliate", "other", "counterpart", "target", "another", "acquir",
    "surviv", "transferee", "successor", "absorb", "holding", "predecessor",
)  # fmt: skip

# What leads from a citation to the name of the document that has it.
PARTICIPLES = (
    "stipulated", "prescribed", "set forth", "set out", "laid down", "provided", "provided for",
    "specified", "defined", "described", "contained", "referred to", "mentioned", "listed",
    "enumerated", "established", "found", "included", "stated", "appearing", "given", "recited",
    "embodied", "cited", "promulgated", "enacted", "incorporated", "reproduced", "quoted",
)  # fmt: skip

# How a text says that a provision, or these articles, are of a time that is past.
FORMER = (
    "former", "old", "previous", "prior", "earlier", "original", "pre-amendment", "pre-revision",
    "unamended", "superseded", "repealed", "abolished", "then-current", "then-effective",
    "then-existing", "erstwhile",
)  # fmt: skip
AMENDMENTS = (
    "amendment", "revision", "deletion", "repeal", "abolition", "change", "modification",
    "alteration", "renumbering", "removal", "reform", "restatement", "merger", "split", "demerger",
    "conversion", "reorganization", "reorganisation", "share exchange", "share transfer",
)  # fmt: skip
# What heads a list of past amendments.
HISTORIES = (
    "past amendments", "previous amendments", "prior amendments", "history of amendments",
    "amendment history", "history of the amendments", "record of amendments",
    "list of amendments", "revision history", "history of revisions", "record of revisions",
    "history of changes", "change history", "amendments to date", "table of amendments",
    "amendments made so far", "history of these",
)  # fmt: skip
AMENDED = (
    "amended", "revised", "added", "deleted", "changed", "inserted", "repealed", "abolished",
    "modified", "altered", "renumbered", "replaced", "removed", "enacted", "adopted", "introduced",
    "amendment", "amendments", "revision", "deletion", "addition", "newly",
)  # fmt: skip

# Laws and documents known by their initials.
ABBREVIATIONS = (
    "FIEA", "FIEL", "DGCL", "GDPR", "IRC", "UCC", "IFRS", "ERISA", "MBCA", "CBCA", "FTPA", "APPI",
    "U.S.C", "U.S.C.", "USC", "CFR",
)  # fmt: skip
# Words that begin a sentence in capitals and are no name.
OPENERS = frozenset(
    """
    Under Pursuant Subject Notwithstanding In To If When Where As See Except Of By For With On At
    Upon From Any Each Every No The This Such Said New Present Proposed Amended Current While Until
    Unless Per And Or But Nor Both Either Neither Although Because Since Before After During
    Regarding Concerning Besides Despite Within Without Apply Applying Only Also
    """.split()  # noqa: SIM905
)
