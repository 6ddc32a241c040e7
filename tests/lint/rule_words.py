# SPDX-License-Identifier: GPL-3.0-or-later
"""The repository speaks of the project alone: no path of somebody's machine, nothing left for later."""

import re

from source_tree import line_of

MACHINE = re.compile(r'(?<![\w.$}>@])/(wo[r]k|tm[p]|ho[m]e/\w+|ro[o]t|fa[r]m)/[\w.-]')
LATER = re.compile(r'\b(TO[D]O|FI[X]ME|X[X]X)\b|not im[p]lemented|未实[现]')


def check(tree):
    findings = []
    for path in tree.paths:
        if not tree.is_text(path) or path.startswith(('tests/data/', 'resources/holidays/')):
            continue
        text = tree.text(path)
        findings += [f'{path}:{line_of(text, m.start())}: {m[0]}: a path of one machine' for m in MACHINE.finditer(text)]
        if path.split('/')[0] in ('app', 'ui', 'tests', 'resources'):
            findings += [f'{path}:{line_of(text, m.start())}: {m[0]}: nothing is left open in the code'
                         for m in LATER.finditer(text)]
    return findings


CASES = [
    ({'app/main.c': 'build/run/root "$HOME/x" https://example.org/work/a'}, None),
    ({'README.md': 'see /wo' + 'rk/main'}, 'one machine'),
    ({'app/main.c': 'open ("/tm' + 'p/x");'}, 'one machine'),
    ({'app/main.c': '/* TO' + 'DO */'}, 'left open'),
]
