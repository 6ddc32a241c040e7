# SPDX-License-Identifier: GPL-3.0-or-later
"""Files are named after what the office or the program calls the thing; one type, one file of its name."""

import re
from pathlib import PurePosixPath

from c_source import bare
from source_tree import line_of, stem

EMPTY_WORDS = {'util', 'utils', 'utility', 'utilities', 'common', 'helper', 'helpers', 'manager', 'context',
               'misc', 'stuff', 'tools'}
DEFINE = re.compile(r'(?m)^G_DEFINE_(?:FINAL_|ABSTRACT_|BOXED_|POINTER_)?(?:TYPE|INTERFACE)\w*\s*\(\s*\w+\s*,\s*(\w+)')
DECLARE = re.compile(r'(?m)^G_DECLARE_\w+\s*\(\s*\w+\s*,\s*(\w+)')
STRUCT = re.compile(r'(?m)^struct\s+_(Ledger\w+)\s*\{')


def check(tree):
    findings = []
    for path in tree.paths:
        words = set(re.split(r'[-_. ]', PurePosixPath(path).name.lower()))
        if path.split('/')[0] in ('app', 'ui', 'tests', 'resources') and words & EMPTY_WORDS:
            findings.append(f'{path}:1: “{(words & EMPTY_WORDS).pop()}” says nothing; name what it does')
    for path in tree.under('app', '.c', '.h'):
        name = PurePosixPath(path).name
        if not name.startswith('ledger-') and name != 'main.c':
            findings.append(f'{path}:1: sources are called ledger-*.c and ledger-*.h')
        findings += type_faults(path, bare(tree.text(path)))
    return findings


def type_faults(path, code):
    types = [(m.start(), m[1].replace('_', '-')) for m in (DEFINE if path.endswith('.c') else DECLARE).finditer(code)]
    structs = [(m.start(), kebab(m[1])) for m in STRUCT.finditer(code)] if path.endswith('.c') else []
    for at, name in types + structs:
        if name.replace('-', '').removesuffix('class') != stem(path).replace('-', '').removesuffix('class'):
            yield f'{path}:{line_of(code, at)}: the type {name} belongs in files of its own name'


def kebab(camel):
    return re.sub(r'(?<=[A-Za-z0-9])(?=[A-Z])', '-', camel).lower()


CASES = [
    ({'app/base/ledger-a-row.c': 'struct _LedgerARow\n{\n};\nG_DEFINE_FINAL_TYPE (LedgerARow, ledger_a_row, G_TYPE_OBJECT)\n',
      'app/base/ledger-a-row.h': 'G_DECLARE_FINAL_TYPE (LedgerARow, ledger_a_row, LEDGER, A_ROW, GObject)\n'}, None),
    ({'app/base/ledger-utils.c': ''}, 'says nothing'),
    ({'tests/base/test-common.c': ''}, 'says nothing'),
    ({'ui/document-manager.ui': ''}, 'says nothing'),
    ({'app/base/rows.c': ''}, 'called ledger-'),
    ({'app/base/ledger-a.c': 'G_DEFINE_TYPE (LedgerB, ledger_b, G_TYPE_OBJECT)\n'}, 'ledger-b belongs'),
    ({'app/base/ledger-a.h': 'G_DECLARE_FINAL_TYPE (LedgerB, ledger_b, LEDGER, B, GObject)\n'}, 'ledger-b belongs'),
    ({'app/base/ledger-a.c': 'struct _LedgerB\n{\n};\n'}, 'ledger-b belongs'),
]
