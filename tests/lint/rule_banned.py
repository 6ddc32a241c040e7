# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls and words that have no place in the program, each with what to do instead."""

import re
from pathlib import PurePosixPath

from c_source import bare, without_directives
from source_tree import line_of, room

MAIN = {'main.c'}

# pattern, what to do instead, where it is allowed
BANS = [
    (r'\bgoto\b', 'return early; g_autoptr cleans up', lambda p: False),
    (r'(?<![\w>.])g_error\s*\(', 'set a GError and return', lambda p: False),
    (r'(?<![\w>.])(exit|_exit|abort|g_abort)\s*\(',
     'return an error; only main ends the program', lambda p: PurePosixPath(p).name in MAIN),
    (r'(?<![\w>.])(printf|puts|putchar|vprintf|g_print|g_printerr|perror)\s*\(',
     'only the command line prints', lambda p: room(p) == 'cli'),
    (r'(?<![\w>.])(fprintf|fputs|fwrite)\s*\([^;]*\b(stdout|stderr)\b',
     'only the command line prints', lambda p: room(p) == 'cli'),
    (r'(?<![\w>.])(strcpy|strcat|sprintf|vsprintf|gets|strtok|alloca|g_alloca)\s*\(',
     'use the bounded GLib function', lambda p: False),
    (r'(?<![\w>.])(system|popen|g_spawn_command_line_\w+)\s*\(',
     'no shell; name the program and its arguments', lambda p: False),
    (r'(?<![\w>.])(socket|socketpair|connect|bind|listen|accept)\s*\(',
     'no network; the one socket pair is that of the PDF protocol',
     lambda p: room(p) in ('pdf', 'pdf-worker')),
    (r'\b(g_socket_\w+|g_network_\w+|g_resolver_\w+|soup_\w+)\s*\(', 'no network', lambda p: False),
    (r'\bg_application_get_default\s*\(', 'no singletons; hand the object in', lambda p: False),
]


def check(tree):
    findings = []
    for path in tree.under('app', '.c', '.h'):
        code = without_directives(bare(tree.text(path)))
        for pattern, instead, allowed in BANS:
            if not allowed(path):
                findings += [f'{path}:{line_of(code, m.start())}: {m[0].split("(")[0].strip()}: {instead}'
                             for m in re.finditer(pattern, code)]
    return findings


CASES = [
    ({'app/base/ledger-a.c': '/* goto */ x ("printf (1)"); g_assert_not_reached ();'}, None),
    ({'app/cli/ledger-a.c': 'g_print ("x");'}, None),
    ({'app/main.c': 'exit (1);'}, None),
    ({'app/pdf/ledger-a.c': 'socketpair (AF_UNIX, 0, 0, s);'}, None),
    ({'app/base/ledger-a.c': 'goto out;'}, 'goto'),
    ({'app/base/ledger-a.c': 'g_error ("x");'}, 'GError'),
    ({'app/store/ledger-a.c': 'exit (1);'}, 'only main'),
    ({'app/store/ledger-a.c': 'abort ();'}, 'only main'),
    ({'app/view/ledger-a.c': 'g_print ("x");'}, 'only the command line'),
    ({'app/view/ledger-a.c': 'fprintf (stderr, "x");'}, 'only the command line'),
    ({'app/base/ledger-a.c': 'strcpy (a, b);'}, 'bounded'),
    ({'app/view/ledger-a.c': 'system ("x");'}, 'no shell'),
    ({'app/model/ledger-a.c': 'socket (1, 2, 3);'}, 'no network'),
    ({'app/view/ledger-a.c': 'g_application_get_default ();'}, 'singletons'),
]
