# SPDX-License-Identifier: GPL-3.0-or-later
"""No state outside objects: a variable at file level, or a static in a function, is constant. GObject's own
tables (properties, signals), quarks and once-values are the exceptions."""

import re
from pathlib import PurePosixPath

from c_source import bare, functions, outside_functions
from source_tree import line_of

OURS = re.compile(r'GParamSpec\s*\*\s*\w*prop\w*\b|\bguint\s+\w*signals?\b')
ONCE = re.compile(r'\bstatic\s+(volatile\s+)?(gsize|GQuark|GOnce)\b')
NOT_VARIABLE = re.compile(r'\s*(typedef|struct\s+\w+\s*(;|\{)|enum\b|union\s+\w+\s*(;|\{)|extern|G_\w+|_Static_assert)')
WRITABLE_ROWS = re.compile(r'\bstatic\s+const\s+[\w ]+\*\s*(?!const\b)\w+\s*\[')
LOCAL = re.compile(r'\bstatic\s+[^;={(]+')


def check(tree):
    findings = []
    for path in tree.under('app', '.c'):
        if PurePosixPath(path).name == 'main.c':
            continue
        text = tree.text(path)
        findings += [f'{path}:{line_of(text, at)}: {name} keeps state outside an object'
                     for at, name in file_level(text)]
        findings += [f'{path}:{line_of(text, at)}: {name} keeps state in a function'
                     for at, name in in_functions(text)]
        findings += [f'{path}:{line_of(text, m.start())}: the rows can be written; say *const'
                     for m in WRITABLE_ROWS.finditer(bare(text))]
    return findings


def file_level(text):
    code = outside_functions(text)
    at = 0
    for piece in re.split(r'(?<=;)|(?<=\})(?!\s*[;\w*]*\s*;)', code):
        start = at + len(piece) - len(piece.lstrip())
        at += len(piece)
        declaration = piece.strip()
        head = re.split(r'[={]', declaration)[0]
        if not declaration.endswith(';') or '(' in head or NOT_VARIABLE.match(declaration):
            continue
        if re.search(r'\bconst\b', head) or OURS.search(head):
            continue
        name = re.search(r'(\w+)\s*(\[[^\]]*\]\s*)*;?$', head.strip())
        if name and len(head.split()) > 1:
            yield start, name[1]


def in_functions(text):
    code = bare(text)
    for function in functions(text):
        for match in LOCAL.finditer(code, function.body, function.end):
            if not re.search(r'\bconst\b', match[0]) and not ONCE.match(match[0]):
                yield match.start(), match[0].split()[-1]


CASES = [
    ({'app/base/ledger-a.c': 'static const int a[] = { 1, 2 };\nstatic void f (void);\ntypedef struct\n{\n  int x;\n}'
      ' A;\nstruct _B\n{\n  int x;\n};\nG_DEFINE_TYPE (A, a, B)\nstatic GParamSpec *properties[3];\n'
      'static guint signals[2];\nenum\n{\n  PROP_A,\n};\nvoid\nf (void)\n{\n  static gsize once;\n  g (&once);\n}\n'
      'static const char *const names[] = { "a" };\n'}, None),
    ({'app/main.c': 'static int a;\n'}, None),
    ({'app/base/ledger-a.c': '#include <glib.h>\nstatic int counter;\n'}, 'counter keeps state outside'),
    ({'app/base/ledger-a.c': 'static GHashTable *cache = NULL;\n'}, 'cache keeps state outside'),
    ({'app/base/ledger-a.c': 'LedgerThing *the_thing;\n'}, 'the_thing keeps state outside'),
    ({'app/base/ledger-a.c': 'void\nf (void)\n{\n}\n\nstatic int table[] = { 1, 2 };\n'}, 'table keeps state'),
    ({'app/base/ledger-a.c': 'void\nf (void)\n{\n  static int n = 0;\n  n++;\n}\n'}, 'n keeps state in a function'),
    ({'app/base/ledger-a.c': 'static const char *names[] = { "a" };\n'}, '*const'),
]
