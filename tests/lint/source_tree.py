# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the repository as the rules see them: paths from its top, and their text."""

import os
from pathlib import Path, PurePosixPath

TEXT = {'.c', '.h', '.ui', '.xml', '.in', '.css', '.svg', '.build', '.py', '.sh', '.md', '.po', '.pot',
        '.json', '.yaml', '.yml', '.txt', '.sql', '.desktop', '.supp', ''}
SKIP_FOLDERS = {'.git', 'build', '.flatpak-builder', '__pycache__', 'subprojects'}


class SourceTree:
    def __init__(self, files, root=None):
        self.root = root
        self._files = files                 # path -> text, or None where it is read on demand
        self.paths = sorted(files)

    @classmethod
    def from_disk(cls, root):
        root = Path(root)
        files = {}
        for folder, names, leaves in os.walk(root):
            names[:] = sorted(n for n in names if n not in SKIP_FOLDERS)
            for leaf in leaves:
                files[(Path(folder) / leaf).relative_to(root).as_posix()] = None
        files.pop('.git', None)
        return cls(files, root)

    def text(self, path):
        if self._files[path] is None:
            self._files[path] = (self.root / path).read_text('utf-8', 'replace')
        return self._files[path]

    def is_text(self, path):
        return PurePosixPath(path).suffix in TEXT

    def under(self, folder, *suffixes):
        """Paths below FOLDER that end in one of SUFFIXES (all of them where none is named)."""
        return [p for p in self.paths
                if p.startswith(folder + '/') and (not suffixes or p.endswith(suffixes))]

    def write_to(self, folder):
        """Lays the files out on disk, for rules that call a program."""
        for path in self.paths:
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self.text(path), 'utf-8')
        return SourceTree(dict(self._files), Path(folder))


def room(path):
    """'app/view/issue/x.c' -> 'view'; 'app/main.c' -> 'main'."""
    parts = PurePosixPath(path).parts
    return parts[1] if len(parts) > 2 else 'main'


def stem(path):
    return PurePosixPath(path).name.split('.')[0]


def line_of(text, offset):
    return text.count('\n', 0, offset) + 1
