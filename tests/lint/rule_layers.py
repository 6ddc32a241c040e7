# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes go only downward; rooms of the first floor never see each other; folders of the window include each
other one way; names are bare and unique."""

import re
from pathlib import PurePosixPath

from c_source import without_comments
from source_tree import line_of, room

TOOLS = {'store', 'pdf', 'paper', 'office'}
USES = {'intake', 'signing', 'report', 'exchange'}
BELOW_USES = {'base', 'model'} | TOOLS

SEES = {
    'base': set(),
    'pdf-worker': {'base'},
    'model': {'base'} | TOOLS,
    'intake': BELOW_USES,
    'signing': BELOW_USES,
    'report': BELOW_USES,
    'exchange': BELOW_USES | {'signing'},
    'view': BELOW_USES | USES,
    'cli': BELOW_USES | USES,
    'main': BELOW_USES | USES | {'view'},
    **{tool: {'base'} for tool in TOOLS},
}
SHARED_WITH_WORKER = 'ledger-pdf-protocol.h'
INCLUDE = re.compile(r'(?m)^[ \t]*#[ \t]*include[ \t]*(["<])([^">\n]+)[">]')


def check(tree):
    findings, owner = [], {}
    for path in tree.under('app', '.h'):
        name = PurePosixPath(path).name
        if name in owner:
            findings.append(f'{path}:1: {owner[name]} has the same name; header names are unique')
        owner.setdefault(name, path)
    for path in tree.under('app', '.c', '.h') + tree.under('tests', '.c', '.h'):
        text = without_comments(tree.text(path))
        here = room(path)
        if path.startswith('app/') and here not in SEES:
            findings.append(f'{path}:1: {here} is not a room of the house')
            continue
        for match in INCLUDE.finditer(text):
            place = f'{path}:{line_of(text, match.start())}'
            findings += [f'{place}: {words}' for words in include_faults(path, here, match, owner)]
    return findings + list(folder_circles(tree, owner))


def folder_circles(tree, owner):
    """The window has no floors of its own, but what its folders share lies below all that share it."""
    sees, places = {}, {}
    for path in tree.under('app/view', '.c', '.h'):
        here = str(PurePosixPath(path).parent)
        text = without_comments(tree.text(path))
        for match in INCLUDE.finditer(text):
            there = str(PurePosixPath(owner.get(match[2], path)).parent)
            if there != here and there.startswith('app/view'):
                sees.setdefault(here, set()).add(there)
                places.setdefault((here, there), []).append(f'{path}:{line_of(text, match.start())}')
    for (here, there), at in sorted(places.items()):
        if here in reached(there, sees):
            yield from (f'{place}: {there} includes {here} in turn; one of them is below the other' for place in at)


def reached(start, sees):
    found, waiting = set(), [start]
    while waiting:
        new = sees.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def include_faults(path, here, match, owner):
    quote, name = match[1], match[2]
    if '..' in name.split('/'):
        yield f'"{name}" climbs; headers are included by bare name'
    elif quote == '"' and '/' in name:
        yield f'"{name}" has a folder; headers are included by bare name'
    elif path.startswith('app/') and name in owner:
        there = room(owner[name])
        shared = here == 'pdf-worker' and name == SHARED_WITH_WORKER
        if there != here and there not in SEES[here] and not shared:
            yield f'{here} includes "{name}" of {there}; includes go only downward'


def _tree(where, line, *headers):
    return {where: f'#include {line}\n', **{h: '' for h in headers}}


CASES = [
    (_tree('app/view/issue/ledger-a.c', '"ledger-b.h"', 'app/model/ledger-b.h'), None),
    (_tree('app/pdf-worker/main.c', '"ledger-pdf-protocol.h"', 'app/pdf/ledger-pdf-protocol.h'), None),
    (_tree('app/exchange/ledger-a.c', '"ledger-b.h"', 'app/signing/ledger-b.h'), None),
    ({'app/view/a/ledger-a.c': '#include "ledger-b.h"\n',
      'app/view/a/ledger-a.h': '',
      'app/view/b/ledger-b.h': '#include "ledger-c.h"\n',
      'app/view/c/ledger-c.h': ''}, None),
    ({'app/view/a/ledger-a.c': '#include "ledger-b.h"\n',
      'app/view/a/ledger-a.h': '',
      'app/view/b/ledger-b.h': '#include "ledger-c.h"\n',
      'app/view/c/ledger-c.h': '#include "ledger-a.h"\n'}, 'in turn'),
    (_tree('app/pdf-worker/main.c', '"ledger-b.h"', 'app/pdf/ledger-b.h'), 'downward'),
    (_tree('app/model/ledger-a.c', '"ledger-b.h"', 'app/view/ledger-b.h'), 'downward'),
    (_tree('app/store/ledger-a.c', '"ledger-b.h"', 'app/pdf/ledger-b.h'), 'downward'),
    (_tree('app/report/ledger-a.c', '"ledger-b.h"', 'app/signing/ledger-b.h'), 'downward'),
    (_tree('app/cli/ledger-a.c', '"ledger-b.h"', 'app/view/ledger-b.h'), 'downward'),
    (_tree('app/model/ledger-a.c', '"../view/ledger-b.h"'), 'climbs'),
    (_tree('app/model/ledger-a.c', '"store/ledger-b.h"'), 'bare name'),
    (_tree('app/plumbing/ledger-a.c', '<glib.h>'), 'not a room'),
    ({'app/model/ledger-a.h': '', 'app/view/issue/ledger-a.h': ''}, 'unique'),
]
