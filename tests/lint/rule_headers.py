# SPDX-License-Identifier: GPL-3.0-or-later
"""Sources begin with their licence; a header guards itself and says what it promises."""

import re

LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'


def check(tree):
    findings = []
    sources = tree.under('app', '.c', '.h') + tree.under('tests', '.c', '.h')
    for path in sources:
        if LICENCE not in tree.text(path).split('\n', 1)[0]:
            findings.append(f'{path}:1: the first line names the licence: /* {LICENCE} */')
    for path in tree.under('app', '.h'):
        text = tree.text(path)
        if not re.search(r'(?m)^#pragma once$', text):
            findings.append(f'{path}:1: has no #pragma once')
        contracts = [c for c in re.findall(r'/\*.*?\*/', text, re.S) if LICENCE not in c and len(c) > 30]
        if not contracts:
            findings.append(f'{path}:1: says nothing; a public header carries the contract')
    return findings


_GOOD = f'/* {LICENCE} */\n#pragma once\n/* A civil day, counted from 1970-01-01. */\ntypedef int LedgerDay;\n'
CASES = [
    ({'app/base/ledger-a.h': _GOOD}, None),
    ({'app/base/ledger-a.h': _GOOD.replace('#pragma once', '')}, 'pragma'),
    ({'app/base/ledger-a.h': _GOOD.replace('A civil day, counted from 1970-01-01.', 'day')}, 'contract'),
    ({'app/base/ledger-a.c': 'int a;\n'}, 'licence'),
]
