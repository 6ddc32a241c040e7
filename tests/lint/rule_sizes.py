# SPDX-License-Identifier: GPL-3.0-or-later
"""Files under 800 lines (a note from 500), functions under 80, nesting in the program at most 4 (the loops of
a property test may go deeper). Exceptions, at most five
and each with its reason, stand in exceptions.txt."""

import re

from c_source import code_lines, functions, nesting
from source_tree import line_of

FILE_NOTE, FILE_LIMIT, FUNCTION_LIMIT, NESTING_LIMIT, NINE_TENTHS = 500, 800, 80, 4, 40
EXCEPTIONS = 'tests/lint/exceptions.txt'
MOST_EXCEPTIONS = 5
LINE = re.compile(r'(\S+)(?: (\w+))? [–-] (.{10,})')


def check(tree):
    allowed, findings = exceptions(tree)
    lengths = []
    for path in tree.under('app', '.c', '.h') + tree.under('tests', '.c', '.h'):
        text = tree.text(path)
        lines = text.count('\n')
        if lines >= FILE_LIMIT and (path, None) not in allowed:
            findings.append(f'{path}:1: {lines} lines; {FILE_LIMIT} and more are too many for one file')
        for function in functions(text):
            length, depth = code_lines(text, function), nesting(text, function)
            place = f'{path}:{line_of(text, function.start)}: {function.name}'
            if path.startswith('app/'):
                lengths.append(length)
            if (path, function.name) in allowed:
                continue
            if length >= FUNCTION_LIMIT:
                findings.append(f'{place} has {length} lines of code; the limit is {FUNCTION_LIMIT}')
            if depth > NESTING_LIMIT and path.startswith('app/'):
                findings.append(f'{place} is nested {depth} deep; the limit is {NESTING_LIMIT}')
    if lengths and nine_tenths(lengths) > NINE_TENTHS:
        findings.append(f'app:1: nine tenths of the functions reach {nine_tenths(lengths)} lines; '
                        f'the limit is {NINE_TENTHS}')
    return findings


def nine_tenths(lengths):
    return sorted(lengths)[len(lengths) * 9 // 10]


def exceptions(tree):
    allowed, findings = set(), []
    lines = tree.text(EXCEPTIONS).splitlines() if EXCEPTIONS in tree.paths else []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith('#'):
            continue
        match = LINE.fullmatch(line)
        if not match:
            findings.append(f'{EXCEPTIONS}:{number}: write `path [function] – reason`')
        elif match[1] not in tree.paths:
            findings.append(f'{EXCEPTIONS}:{number}: there is no {match[1]}')
        else:
            allowed.add((match[1], match[2]))
    if len(allowed) > MOST_EXCEPTIONS:
        findings.append(f'{EXCEPTIONS}:1: {len(allowed)} exceptions; at most {MOST_EXCEPTIONS}')
    return allowed, findings


def notes(tree):
    for path in tree.under('app', '.c', '.h'):
        lines = tree.text(path).count('\n')
        if lines >= FILE_NOTE:
            yield f'{path} has {lines} lines'


def _function(lines):
    return 'static void\nledger_a_do (void)\n{\n' + '  x ();\n' * lines + '}\n'


_TABLE = 'int\nledger_a_do (void)\n{\n  static const int t[] = {\n' + '    1,\n' * 90 + '  };\n  return t[0];\n}\n'
_DEEP = ('void\nf (void)\n{\n  if (a)\n    for (;;)\n      {\n        while (b)\n          switch (c)\n'
         '            {\n            case 1:\n              if (d)\n                e ();\n            }\n      }\n}\n')
_CHAIN = 'void\nf (void)\n{\n' + '  if (a)\n    b ();\n  else ' + '  else '.join(['if (c)\n    d ();\n'] * 9) + '}\n'
_LONG = {f'app/base/ledger-a{n}.c': _function(90) for n in range(6)}

CASES = [
    ({'app/base/ledger-a.c': _function(20)}, None),
    ({'app/base/ledger-a.c': _function(20) + '\n/* why */\n' * 300}, None),
    ({'app/base/ledger-a.c': _TABLE}, None),
    ({'app/base/ledger-a.c': _CHAIN}, None),
    ({'app/base/ledger-a.c': _function(80)}, 'lines of code'),
    ({'app/base/ledger-a.c': '\n' * 800}, 'too many for one file'),
    ({'app/base/ledger-a.c': _DEEP}, 'nested 5 deep'),
    ({'app/base/ledger-a.c': _function(60)}, 'nine tenths'),
    ({EXCEPTIONS: 'app/base/ledger-a.c ledger_a_do – one table of the format, kept whole\n',
      'app/base/ledger-a.c': _function(90) + _function(5).replace('_do', '_b') * 20}, None),
    ({EXCEPTIONS: 'app/base/ledger-a.c\n', 'app/base/ledger-a.c': ''}, 'reason'),
    ({EXCEPTIONS: ''.join(f'{p} ledger_a_do – a reason given here\n' for p in _LONG), **_LONG}, 'at most 5'),
]
