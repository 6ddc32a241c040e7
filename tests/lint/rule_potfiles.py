# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in is the sorted list of the files that have words for people."""

import re

LIST = 'po/POTFILES.in'
IN_CODE = re.compile(r'\b_ ?\(|\bN_ ?\(|\bN?C_ ?\(|ngettext ?\(|g_dngettext')
IN_TEMPLATE = re.compile(r'translatable="(yes|true)"')


def expected(tree):
    files = [p for p in tree.under('app', '.c') if IN_CODE.search(tree.text(p))]
    files += [p for p in tree.under('ui', '.ui') if IN_TEMPLATE.search(tree.text(p))]
    files += [p for p in tree.under('resources', '.desktop.in', '.metainfo.xml.in') if p.count('/') == 1]
    return sorted(files)


def check(tree):
    listed = tree.text(LIST).split() if LIST in tree.paths else []
    wanted = expected(tree)
    findings = [f'{LIST}:1: {path} has words for people and is missing' for path in wanted if path not in listed]
    findings += [f'{LIST}:1: {path} has none, or is gone' for path in listed if path not in wanted]
    if not findings and listed != wanted:
        findings.append(f'{LIST}:1: is not sorted')
    return findings


CASES = [
    ({LIST: 'app/a.c\nui/b.ui\n', 'app/a.c': '_("x")', 'ui/b.ui': 'translatable="yes"', 'app/c.c': 'f_ (1)'}, None),
    ({LIST: '', 'app/a.c': 'g_dngettext (NULL, "a", "b", 1)'}, 'is missing'),
    ({LIST: '', 'resources/a.desktop.in': 'Name=x'}, 'is missing'),
    ({LIST: 'app/gone.c\n'}, 'is gone'),
    ({LIST: 'app/b.c\napp/a.c\n', 'app/a.c': '_("x")', 'app/b.c': '_("x")'}, 'not sorted'),
]
