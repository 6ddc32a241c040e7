# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word for people stands in zh_CN.po in Chinese: nothing missing, nothing fuzzy, nothing left over."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from lint import Skip

ON_DISK = True
CATALOGUE = 'po/zh_CN.po'
REFRESH = Path(__file__).resolve().parents[2] / 'po' / 'refresh.sh'


def check(tree):
    for program in ('xgettext', 'msgmerge', 'msgattrib'):
        if not shutil.which(program):
            raise Skip(f'{program} is not installed')
    if CATALOGUE not in tree.paths:
        return [f'{CATALOGUE}:1: is missing']
    with tempfile.TemporaryDirectory() as folder:
        for part in ('app', 'ui', 'resources', 'po'):
            if (tree.root / part).is_dir():
                shutil.copytree(tree.root / part, Path(folder) / part)
        run = subprocess.run(['sh', str(REFRESH), folder], capture_output=True, text=True)
        if run.returncode:
            return [f'{CATALOGUE}:1: refresh.sh fails: {run.stderr.strip()}']
        fresh = (Path(folder) / CATALOGUE).read_text('utf-8')
    return list(faults(tree.text(CATALOGUE), fresh))


def faults(present, fresh):
    for entry in fresh.split('\n\n')[1:]:
        words = re.search(r'msgid (.*)', entry)
        if re.search(r'(?m)^#,.*\bfuzzy\b', entry):
            yield f'{CATALOGUE}:1: fuzzy: {words[1]}'
        elif re.search(r'(?m)^msgstr(\[\d\])? ""$(?!\n")', entry):
            yield f'{CATALOGUE}:1: not translated: {words[1]}'
    # The first entry is the header, whose dates differ from run to run.
    if present.split('\n\n')[1:] != fresh.split('\n\n')[1:]:
        yield f'{CATALOGUE}:1: is not as sh po/refresh.sh writes it'


_HEADER = ('msgid ""\nmsgstr ""\n"Project-Id-Version: zhenggai\\n"\n"Language: zh_CN\\n"\n"MIME-Version: 1.0\\n"\n'
           '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
           '"Plural-Forms: nplurals=1; plural=0;\\n"\n')


def _case(entries, code='_("Open")'):
    return {CATALOGUE: _HEADER + entries, 'app/a.c': code, 'po/POTFILES.in': 'app/a.c\n'}


CASES = [
    (_case('\nmsgid "Open"\nmsgstr "打开"\n'), None),
    (_case('\nmsgid "Open"\nmsgstr ""\n'), 'not translated: "Open"'),
    (_case(''), 'not translated: "Open"'),
    (_case('\n#, fuzzy\nmsgid "Open"\nmsgstr "打开"\n'), 'fuzzy: "Open"'),
    (_case('\nmsgid "Gone"\nmsgstr "没了"\n\nmsgid "Open"\nmsgstr "打开"\n'), 'refresh.sh writes'),
]
