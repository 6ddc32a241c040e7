#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-manifest.py FILE – flatpak-builder reads the manifest; every archive in it is pinned by a digest; and
the program gets no more of the system than a window needs: no network, no whole home folder."""

import json
import os
import re
import shutil
import subprocess
import sys

ALLOWED = {'--socket=wayland', '--socket=fallback-x11', '--share=ipc', '--device=dri',
           '--filesystem=xdg-documents/整改台账:create'}


def main(path):
    if not shutil.which('flatpak-builder'):
        print('skipped: flatpak-builder is not installed')
        sys.exit(77)
    run = subprocess.run(['flatpak-builder', '--show-manifest', path], capture_output=True, text=True,
                         env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    if run.returncode:
        sys.exit(f'flatpak-builder: {run.stderr}')
    manifest = json.loads(run.stdout)
    extra = set(manifest['finish-args']) - ALLOWED
    if extra:
        sys.exit(f'the program asks for {sorted(extra)}')
    sources = [s for m in manifest['modules'] for s in m['sources'] if s['type'] != 'dir']
    for source in sources:
        if not (source['url'].startswith('https://') and re.fullmatch('[0-9a-f]{64}', source.get('sha256', ''))):
            sys.exit(f'{source.get("url")} is not pinned by a digest')
    print(f'{manifest["id"]}: {len(manifest["modules"])} modules, {len(sources)} pinned archives')


main(sys.argv[1])
