#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-icon.py FILE… – each icon is drawn by rsvg-convert at its smallest and largest size, and not empty; a
symbolic one uses a single colour, else desktops could not tint it."""

import re
import struct
import subprocess
import sys
import zlib
from pathlib import Path


def alpha(png):
    """The alpha bytes of a non-interlaced RGBA picture: each row's filter is undone for its one channel."""
    width, height, depth, kind = struct.unpack('>IIBB', png[16:26])
    assert (depth, kind) == (8, 6), 'rsvg-convert writes 8-bit RGBA'
    packed, at = b'', 8
    while at < len(png):
        length, name = struct.unpack('>I4s', png[at:at + 8])
        packed += png[at + 8:at + 8 + length] if name == b'IDAT' else b''
        at += length + 12
    rows, above, out = zlib.decompress(packed), [0] * width, []
    for y in range(height):
        line = rows[y * (width * 4 + 1):(y + 1) * (width * 4 + 1)]
        above = undo(line[0], line[4::4], above)
        out += above
    return out


def undo(kind, values, above):
    row = []
    for x, value in enumerate(values):
        left, up, corner = (row[x - 1] if x else 0), above[x], (above[x - 1] if x else 0)
        guess = left + up - corner
        nearest = min((left, up, corner), key=lambda v: abs(guess - v))
        row.append((value + (0, left, up, (left + up) // 2, nearest)[kind]) % 256)
    return row


def main(paths):
    for path in map(Path, paths):
        for size in (16, 256):
            png = subprocess.run(['rsvg-convert', '-w', str(size), '-h', str(size), str(path)],
                                 capture_output=True, check=True).stdout
            drawn = sum(a > 127 for a in alpha(png)) / size / size
            if not 0.15 < drawn < 0.95:
                sys.exit(f'{path.name} at {size} pixels covers {drawn:.0%} of its square')
            print(f'{path.name} at {size} pixels covers {drawn:.0%}')
        colours = set(re.findall(r'#[0-9a-fA-F]{3,6}\b', path.read_text('utf-8')))
        if 'symbolic' in path.name and len(colours) > 1:
            sys.exit(f'{path.name} has several colours: {sorted(colours)}')


main(sys.argv[1:])
