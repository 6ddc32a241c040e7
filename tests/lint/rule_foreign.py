# SPDX-License-Identifier: GPL-3.0-or-later
"""One foreign library, one room."""

import re

from c_source import without_comments
from rule_layers import INCLUDE
from source_tree import line_of, room

NOWHERE = set()
OWNERS = [
    (r'sqlite3', {'store'}),
    (r'cairo|pango', {'paper', 'view', 'pdf-worker'}),
    (r'zip\.h|zipconf\.h|expat|libxml|xlsxwriter|archive', {'office'}),
    (r'gtk/|gdk/|gsk/|adwaita|graphene', {'view', 'main'}),
    (r'poppler|qpdf|gdk-pixbuf|jpeglib|turbojpeg|png\.h|tiff|webp|tesseract|leptonica|librsvg',
     {'pdf-worker'}),
    (r'seccomp|linux/landlock', {'pdf-worker'}),
    (r'json-glib', {'base'}),
    (r'openssl|sodium|gnutls|gcrypt|gpgme|xmlsec', {'signing'}),
    (r'sys/socket|sys/un\.h', {'pdf', 'pdf-worker'}),
    (r'netinet|arpa/|netdb|libsoup|curl|gio/gnetworking', NOWHERE),
]


def check(tree):
    findings = []
    for path in tree.under('app', '.c', '.h'):
        text = without_comments(tree.text(path))
        for match in INCLUDE.finditer(text):
            for pattern, rooms in OWNERS:
                if match[1] == '<' and re.match(pattern, match[2]) and room(path) not in rooms:
                    where = ', '.join(sorted(rooms)) or 'no room'
                    findings.append(f'{path}:{line_of(text, match.start())}: <{match[2]}> belongs to {where}')
    return findings


CASES = [
    ({'app/store/ledger-a.c': '#include <sqlite3.h>\n'}, None),
    ({'app/model/ledger-a.c': '#include <sqlite3.h>\n'}, 'belongs to store'),
    ({'app/model/ledger-a.h': '#include <gtk/gtk.h>\n'}, 'belongs to main, view'),
    ({'app/view/ledger-a.c': '#include <poppler.h>\n'}, 'belongs to pdf-worker'),
    ({'app/pdf/ledger-a.c': '#include <cairo.h>\n'}, 'belongs to paper'),
    ({'app/intake/ledger-a.c': '#include <zip.h>\n'}, 'belongs to office'),
    ({'app/cli/ledger-a.c': '#include <json-glib/json-glib.h>\n'}, 'belongs to base'),
    ({'app/exchange/ledger-a.c': '#include <libsoup/soup.h>\n'}, 'belongs to no room'),
]
