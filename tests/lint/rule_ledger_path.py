# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing but the store's connection opens the path of a ledger (LOG 4): a closed descriptor would take
SQLite's locks with it, and asking for a content type opens the file."""

import re

from c_source import bare, without_comments
from source_tree import line_of, room

SNIFFERS = re.compile(r'standard::content-type|standard::\*|G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE'
                      r'|"\*"\s*,\s*G_FILE_QUERY_INFO')
OPENERS = re.compile(r'(?<![\w>.])(open|openat|creat|fopen|g_open|g_fopen|g_file_read|g_file_open_readwrite'
                     r'|g_file_get_contents|g_file_load_contents|g_file_load_bytes|g_mapped_file_new)\s*\(')
CONNECTION = re.compile(r'(?<!\w)sqlite3_open\w*\s*\(')
CONNECTION_HOME = 'app/store/ledger-connection.c'
# Rooms that handle paths of ledgers, and the files there that open something else, with what it is.
PATH_ROOMS = {'store', 'model', 'exchange'}
OPENS_SOMETHING_ELSE = {
    'app/store/ledger-lock.c': 'the lock file beside the ledger',
    'app/store/ledger-backup.c': 'folders, for fsync; copies that no connection has open',
    'app/store/ledger-place.c': 'the folder and the mount table',
    'app/store/ledger-blob.c': 'a file that is being attached',
}


def check(tree):
    findings = []
    for path in tree.under('app', '.c', '.h'):
        text = tree.text(path)
        code, bones = without_comments(text), bare(text)
        found = [(m.start(), f'{m[0]} opens the file; ask for standard::fast-content-type or single facts')
                 for m in SNIFFERS.finditer(code)]
        if path != CONNECTION_HOME:
            found += [(m.start(), f'a ledger is opened by {CONNECTION_HOME} alone')
                      for m in CONNECTION.finditer(bones)]
        if room(path) in PATH_ROOMS and path not in OPENS_SOMETHING_ELSE:
            found += [(m.start(), f'{m[1]} in a room that knows paths of ledgers; only the connection opens them')
                      for m in OPENERS.finditer(bones)]
        findings += [f'{path}:{line_of(text, at)}: {words}' for at, words in found]
    return findings


CASES = [
    ({CONNECTION_HOME: 'sqlite3_open_v2 (path, &db, 0, NULL);'}, None),
    ({'app/store/ledger-lock.c': 'open (path, O_RDWR);'}, None),
    ({'app/view/ledger-a.c': 'g_file_query_info (f, "standard::fast-content-type", 0, NULL, NULL);'}, None),
    ({'app/view/ledger-a.c': 'g_file_query_info (f, "standard::content-type", 0, NULL, NULL);'}, 'opens the file'),
    ({'app/view/ledger-a.c': 'g_file_query_info (f, "standard::*", 0, NULL, NULL);'}, 'opens the file'),
    ({'app/base/ledger-a.c': 'x (G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE);'}, 'opens the file'),
    ({'app/store/ledger-log.c': 'sqlite3_open (path, &db);'}, 'alone'),
    ({'app/model/ledger-a.c': 'g_file_get_contents (path, &c, &n, e);'}, 'only the connection'),
]
