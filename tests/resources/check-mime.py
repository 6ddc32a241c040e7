#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-mime.py FILE – the MIME definition makes a database without a complaint, and by it a ledger is known
by its name and, under any other name, by its bytes; another SQLite file is not taken for one."""

import os
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

LEDGER, PACKAGE = 'application/x-zhenggai-ledger', 'application/x-zhenggai-package'


def sqlite_header(application_id):
    return b'SQLite format 3\0' + bytes(52) + struct.pack('>I', application_id) + bytes(28)


def kind_of(path, data):
    words = subprocess.run(['gio', 'info', '-a', 'standard::content-type', str(path)], capture_output=True,
                           text=True, check=True, env={**os.environ, 'XDG_DATA_HOME': str(data)}).stdout
    return words.split('standard::content-type:')[1].split()[0]


def main(definition):
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / 'data'
        (data / 'mime' / 'packages').mkdir(parents=True)
        shutil.copy(definition, data / 'mime' / 'packages')
        run = subprocess.run(['update-mime-database', '-V', str(data / 'mime')], capture_output=True, text=True)
        if run.returncode or 'rror' in run.stderr:
            sys.exit(f'update-mime-database: {run.stderr}')
        cases = [
            ('a.zgl', b'x', LEDGER),
            ('a.zgx', b'x', PACKAGE),
            ('renamed', sqlite_header(0x7a676c31), LEDGER),
            ('other', sqlite_header(0x12345678), 'application/vnd.sqlite3'),
        ]
        for name, content, expected in cases:
            (Path(folder) / name).write_bytes(content)
            found = kind_of(Path(folder) / name, data)
            if found != expected:
                sys.exit(f'{name} is taken for {found}, not {expected}')
    print(f'{len(cases)} files known for what they are')


main(sys.argv[1])
