#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint.py RULE TOP – runs one rule over the repository at TOP.

A rule is a module rule_RULE.py with check(tree), which returns findings `path:line: sentence`, and CASES:
pairs of a small tree and the words that its finding must contain (None: there must be none). The cases run
first, so a rule that has stopped biting fails by itself. Exit status 0 clean, 1 findings, 77 skipped."""

import importlib
import sys
import tempfile

from source_tree import SourceTree

sys.dont_write_bytecode = True


class Skip(Exception):
    """Raised by a rule that cannot run here; its words say what is missing."""


def failed_cases(rule):
    for files, expected in rule.CASES:
        with tempfile.TemporaryDirectory() as folder:
            tree = SourceTree(files)
            findings = rule.check(tree.write_to(folder) if getattr(rule, 'ON_DISK', False) else tree)
        if expected is None and findings:
            yield f'a good example is refused: {findings}'
        elif expected is not None and not any(expected in f for f in findings):
            yield f'a bad example passes ({expected!r} expected, got {findings}): {list(files)}'


def main(name, top):
    rule = importlib.import_module('rule_' + name.replace('-', '_'))
    try:
        broken = list(failed_cases(rule))
        findings = rule.check(SourceTree.from_disk(top))
    except Skip as reason:
        print(f'skipped: {reason}')
        return 77
    for line in broken:
        print(f'{name}: the rule itself is broken: {line}')
    for line in getattr(rule, 'notes', lambda tree: [])(SourceTree.from_disk(top)):
        print(f'note: {line}')
    for line in findings:
        print(line)
    print(f'{name}: {len(rule.CASES)} examples, {len(findings)} findings')
    return 1 if broken or findings else 0


if __name__ == '__main__':
    # The rules import Skip from here; as a script this module would otherwise exist twice.
    sys.modules['lint'] = sys.modules['__main__']
    sys.exit(main(*sys.argv[1:]))
