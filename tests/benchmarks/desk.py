"""What the desk costs the server: python -m tests.benchmarks.desk [SIZE ...]

For 40, 120 and 400 articles in two languages, with 3 and with 30 changes: opening the page, a
cell, a pause between two keystrokes (the words drawn), their saving, what stands beside the table.
Each with the processor time of the server in milliseconds (the median of several, the database not
counted), the queries, and the bytes of the answer; beside them rapidfuzz's opcodes of the present
and the proposed text of the article typed in, and of the whole articles.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_databases, teardown_databases  # noqa: E402
from rapidfuzz.distance import Indel  # noqa: E402

from governance.models import Company  # noqa: E402
from governance.models.role import Role  # noqa: E402
from governance.text.reading.read import read  # noqa: E402
from governance.text.tree.provision import Kind  # noqa: E402
from proposals import editing  # noqa: E402
from proposals.models import Proposal  # noqa: E402
from tests.benchmarks.articles import pair  # noqa: E402
from tests.people import person  # noqa: E402
from tests.rows import article, imported, main_part, meeting, wording  # noqa: E402

SIZES = (40, 120, 400)
CHANGES = (3, 30)
TIMES = 7
DAY = date(2013, 5, 24)


def drafted(size: int, changes: int) -> tuple[Proposal, Client, list[str]]:
    """A proposal with so many changes of so many articles, and somebody at work on it."""
    code = f"{1000 + size + changes}"
    company = Company.objects.create(code=code, name_en="Example", name_ja="株式会社みほん")
    by = person(f"legal-{size}-{changes}", company, Role.LEGAL_STAFF)
    main, made = main_part(company), imported(company)
    texts = [list(read(pair(size, code).present, code).articles.units()) for code in ("en", "ja")]
    keys = []
    for place, ((_part, en), (_other, ja)) in enumerate(zip(*texts, strict=True), 1):
        own = article(main, en.kind.value)
        captions = {"caption_en": en.caption, "caption_ja": ja.caption}
        bodies = {"body_en": en.body, "body_ja": ja.body}
        number = en.number.main if en.number else None
        wording(own, number, made, position=place * 100, **captions, **bodies)
        keys += [own.key] if en.kind is Kind.ARTICLE else []
    proposal = Proposal.objects.create(
        company=company, meeting=meeting(company), base_day=DAY, title_en="Amendment", created_by=by
    )
    for place, key in enumerate(keys[3 :: max(1, len(keys) // changes)][:changes]):
        texts_now = {
            f"body_{code}": f"Amended {place}. 当会社は別に定める。" for code in ("en", "ja")
        }
        if place % 3 == 2:
            editing.add_change(
                proposal, by=by, operation="insert", after=key, first=True, **texts_now
            )
        else:
            editing.add_change(proposal, by=by, operation="replace", at=key, **texts_now)
    client = Client(headers={"host": "localhost"})
    client.force_login(by)
    return proposal, client, keys


def measured(run: Callable[[], Any]) -> tuple[float, int, int]:
    """Milliseconds of processor time, queries, bytes; the first run, which fills what is kept, is
    left out."""
    run()
    took, queries, size = [], 0, 0
    for _count in range(TIMES):
        with CaptureQueriesContext(connection) as captured:
            start = time.process_time()
            answer = run()
            took.append((time.process_time() - start) * 1000)
        assert answer.status_code == 200, answer.content[:300]
        queries, size = len(captured), len(answer.content)
    return statistics.median(took), queries, size


def figures(size: int, changes: int) -> list[tuple[str, float, int, int]]:
    proposal, client, keys = drafted(size, changes)
    at = f"/proposals/{proposal.address}/"
    key = keys[len(keys) // 2]
    cell = client.get(f"{at}table/cell/?language=en&key={key}").json()
    page = client.get(f"{at}?language=en").content.decode()
    groups = re.findall(r'<tbody[^>]* id="(.*?)" data-digest="(.*?)"', page)
    have = ",".join(f"{name}:{digest}" for name, digest in groups)
    typed = {"key": key, "caption": cell["caption"]}
    words = iter(f"{cell['body']} Indeed{'!' * count}" for count in range(1000))
    sent = {"version": 0, "sending": 0}
    visit = str(uuid4())

    def draw() -> Any:
        return client.post(f"{at}table/draw/?language=en", typed | {"body": next(words)})

    def save() -> Any:
        sent["sending"] += 1
        values = typed | sent | {"body": next(words), "visit": visit, "have": have}
        answer = client.post(f"{at}table/words/?language=en", values)
        sent["version"] = answer.json().get("version", 0)
        return answer

    found = [
        ("open the page", *measured(lambda: client.get(f"{at}?language=en"))),
        ("open a cell", *measured(lambda: client.get(f"{at}table/cell/?language=en&key={key}"))),
        ("keystroke", *measured(draw)),
        ("save", *measured(save)),
        ("panels", *measured(lambda: client.get(f"{at}table/panels/?language=en"))),
    ]
    whole = pair(size, "en")
    for name, old, new in (
        ("rapidfuzz, the article", cell["body"], next(words)),
        ("rapidfuzz, the whole", whole.present, whole.proposed),
    ):
        start = time.process_time()
        Indel.opcodes(old, new)
        found.append((name, (time.process_time() - start) * 1000, 0, 0))
    return found


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        print(f"{'articles':>8} {'changes':>8} {'':24} {'ms':>8} {'queries':>8} {'bytes':>9}")
        for size in sizes:
            for changes in CHANGES:
                for name, took, queries, length in figures(size, changes):
                    print(f"{size:8} {changes:8} {name:24} {took:8.1f} {queries:8} {length:9}")
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
