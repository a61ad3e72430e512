"""Terms of company law that are never cut by an underline, in the translations in use.

Each in the singular and in small letters; "general meetings of shareholders", "company auditors"
and capitals are known too. The longest that fits is taken.
"""

_TERMS = """
general meeting of shareholders | shareholders' meeting | shareholder meeting
general meeting of members | general assembly
reference document for general meetings of shareholders
reference document for the general meeting of shareholders
shareholder meeting reference materials | board of directors | board of company auditors
board of corporate auditors | board of statutory auditors | board of auditors
audit & supervisory board | audit and supervisory board | board of trustees
audit & supervisory board member | audit and supervisory board member
audit and supervisory committee | audit & supervisory committee | audit committee
audit and supervisory committee member | audit & supervisory committee member
audit committee member | nominating committee | nomination committee
compensation committee | remuneration committee | company auditor | corporate auditor
statutory auditor | accounting auditor | financial auditor | outside director
external director | independent director | inside director | executive director
non-executive director | representative director | managing director
senior managing director | executive managing director | executive vice president
senior executive vice president | vice president | president and director
director and president | representative director and president
president and representative director | director and chairman | chairman and director
vice chairman | vice chairperson | chief executive officer | chief financial officer
chief operating officer | executive officer | corporate officer | managing officer
representative executive officer | senior adviser | substitute director
substitute company auditor | standing company auditor | articles of incorporation
articles of association | certificate of incorporation | supplementary provision
companies act | commercial code | civil code | financial instruments and exchange act
securities and exchange act | ordinance of the ministry of justice
ordinance for enforcement of the companies act | ministry of justice
ministry of justice order | act on book-entry transfer of corporate bonds and shares
act on strengthening industrial competitiveness | laws and regulations
share handling regulation | share handling rule | regulation of the board of directors
regulations of board of directors | rule of the board of directors
regulation of the board of company auditors
regulation of the audit and supervisory committee | shareholder registry administrator
administrator of the shareholder registry | transfer agent | register of shareholders
shareholder register | shareholder registry | register of stock acquisition rights
stock acquisition right | share option | subscription right | registered share pledgee
registered pledgee | total number of authorized shares | total number of issued shares
authorized share | issued share | common share | common stock | preferred share
preferred stock | class share | treasury share | treasury stock | share certificate
share unit | unit share | less-than-a-full-unit share | less-than-one-unit share
share constituting less than one unit | book-entry transfer | voting right | record date
electronic record | electromagnetic record | electronic signature | dividend of surplus
distribution of surplus | interim dividend | year-end dividend | business year | fiscal year
capital reserve | legal reserve | stated capital | electronic public notice | public notice
official gazette | nihon keizai shimbun | internet website | electronic provision measure
measure for electronic provision | electronic provision | internet disclosure
cumulative voting | majority vote | special resolution | ordinary resolution
limitation of liability agreement | liability limitation agreement
minimum liability amount | tokyo stock exchange | nagoya stock exchange | head office
principal office | branch office | by-law | gross negligence | good faith | each year
every year | the following year | the same year
"""


def _forms() -> set[str]:
    listed = {" ".join(term.split()) for term in _TERMS.replace("\n", "|").split("|")} - {""}
    plural = set()
    for term in listed:
        first, space, rest = term.partition(" of ")
        plural.add(f"{first}s{space}{rest}")
        plural.add(term + ("es" if term.endswith("s") else "s"))
    return listed | plural


TERMS = frozenset(_forms())
