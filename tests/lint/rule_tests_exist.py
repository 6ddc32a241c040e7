# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/ mirrors app/: each source of the floors 0 to 3 and each page of the window has its test, and each
test program is named by the meson.build beside it, so that it runs."""

import re
from pathlib import PurePosixPath

from rule_layers import TOOLS, USES
from source_tree import room, stem

TESTED = {'base', 'model'} | TOOLS | USES


def check(tree):
    findings = []
    tests = {(room(p), stem(p)) for p in tree.under('tests', '.c')}
    for path in tree.under('app', '.c'):
        name = 'test-' + stem(path).removeprefix('ledger-')
        wanted = room(path) in TESTED or (room(path) == 'view' and re.fullmatch('ledger-.+-page', stem(path)))
        if wanted and (room(path), name) not in tests:
            findings.append(f'{path}:1: has no test; tests/{room(path)}/{name}.c is missing')
    for path in tree.under('tests', '.c'):
        name = stem(path).removeprefix('test-')
        folder = PurePosixPath(path).parent
        builds = [str(f / 'meson.build') for f in (folder, *folder.parents)]
        if stem(path).startswith('test-') and not any(name in tree.text(b) for b in builds if b in tree.paths):
            findings.append(f'{path}:1: is named by no meson.build and never runs')
    return findings


CASES = [
    ({'app/base/ledger-date.c': '', 'tests/base/test-date.c': '', 'tests/base/meson.build': "'date',"}, None),
    ({'app/view/ledger-window.c': '', 'app/view/shell/ledger-page.c': '', 'app/cli/ledger-list.c': '', 'app/pdf-worker/main.c': ''}, None),
    ({'app/base/ledger-date.c': ''}, 'test-date.c is missing'),
    ({'app/store/ledger-log.c': '', 'tests/base/test-log.c': '', 'tests/base/meson.build': 'log'}, 'store/test-log.c'),
    ({'app/view/issue/ledger-issue-page.c': ''}, 'view/test-issue-page.c'),
    ({'tests/base/test-date.c': '', 'tests/base/meson.build': ''}, 'never runs'),
]
