# SPDX-License-Identifier: GPL-3.0-or-later
"""SQL text stands only in store and beside each record in model, and values are bound. The only thing
that may be printed into SQL is a quoted name of a table or column: \\"%s\\"."""

import re

from c_source import calls, strings, without_comments
from source_tree import line_of, room

SQL = re.compile(r'\s*(SELECT\s|INSERT\s+(OR|INTO)\s|REPLACE\s+INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s'
                 r'|CREATE\s+(TEMP\s+)?(TABLE|INDEX|UNIQUE|VIEW|TRIGGER)\s|DROP\s+(TABLE|INDEX)\s'
                 r'|ALTER\s+TABLE|PRAGMA\s|BEGIN\s+IMMEDIATE|VACUUM|ATTACH\s+DATABASE|WITH\s+RECURSIVE)')
VERB = re.compile(r'\b(SELECT|INSERT|UPDATE|DELETE|WHERE|VALUES|CREATE TABLE|PRAGMA)\b')
PRINTERS = ['g_strdup_printf', 'g_strdup_vprintf', 'g_string_append_printf', 'g_string_printf',
            'g_snprintf', 'snprintf', 'sqlite3_mprintf', 'sqlite3_snprintf', 'g_strconcat']
NAME = r'\"%s\"'


def check(tree):
    findings = []
    for path in tree.under('app', '.c', '.h'):
        text = tree.text(path)
        code = without_comments(text)
        if room(path) not in ('store', 'model'):
            findings += [f'{path}:{line_of(text, at)}: SQL belongs in store, or beside its record in model'
                         for at, words in strings(text) if SQL.match(words)]
        for at, name, arguments in calls(code, PRINTERS):
            literals = [words for _, words in strings(arguments)]
            if any(VERB.search(w) and prints_a_value(w) for w in literals) or (
                    name == 'g_strconcat' and any(VERB.search(w) for w in literals)):
                findings.append(f'{path}:{line_of(code, at)}: {name} prints into SQL; bind the value')
    return findings


def prints_a_value(words):
    return '%' in words.replace(NAME, '').replace('%%', '')


CASES = [
    ({'app/store/ledger-a.c': 'x ("SELECT a FROM b WHERE c = ?");'}, None),
    ({'app/store/ledger-a.c': r'g_strdup_printf ("SELECT * FROM \"%s\"", name);'}, None),
    ({'app/view/ledger-a.c': 'x (_("Select a file"));'}, None),
    ({'app/view/ledger-a.c': 'x ("SELECT a FROM b");'}, 'belongs in store'),
    ({'app/intake/ledger-a.c': 'x ("DELETE "\n"FROM b");'}, 'belongs in store'),
    ({'app/store/ledger-a.c': 'g_strdup_printf ("SELECT a FROM b WHERE c = %d", 1);'}, 'prints into SQL'),
    ({'app/model/ledger-a.c': "g_string_append_printf (s, \"WHERE c = '%s'\", x);"}, 'prints into SQL'),
    ({'app/model/ledger-a.c': 'g_strconcat ("DELETE FROM ", x, NULL);'}, 'prints into SQL'),
]
