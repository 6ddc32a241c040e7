# SPDX-License-Identifier: GPL-3.0-or-later
"""Layout is what clang-format 14 makes of it. Other versions lay out a few things differently, so without
version 14 the rule is skipped and says so."""

import re
import shutil
import subprocess

from lint import Skip

ON_DISK = True
VERSION = '14'
STYLE = '.clang-format'


def formatter():
    for program in (f'clang-format-{VERSION}', 'clang-format'):
        if shutil.which(program):
            words = subprocess.run([program, '--version'], capture_output=True, text=True).stdout
            if re.search(rf'version {VERSION}\.', words):
                return program
    raise Skip(f'the layout was not checked: clang-format {VERSION} is not installed')


def check(tree):
    files = tree.under('app', '.c', '.h') + tree.under('tests', '.c', '.h')
    program = formatter()
    if not files:
        return []
    run = subprocess.run([program, '--dry-run', '--style=file', *files], cwd=tree.root,
                         capture_output=True, text=True)
    places = dict.fromkeys(re.findall(r'(?m)^([^:\s]+:\d+):\d+: (?:warning|error): code should be clang-formatted',
                                      run.stderr))
    findings = [f'{place}: is not laid out by clang-format {VERSION}' for place in places]
    return findings or ([f'{STYLE}:1: {run.stderr.strip()}'] if run.returncode else [])


_STYLE = 'BasedOnStyle: GNU\n'
CASES = [
    ({STYLE: _STYLE, 'app/base/ledger-a.h': 'int a (void);\n'}, None),
    ({STYLE: _STYLE, 'app/base/ledger-a.h': 'int a(void) ;\n'}, 'not laid out'),
]
