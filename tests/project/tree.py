"""Where the project's files are.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / 'src'

sys.path.insert(0, str(ROOT / 'tests'))


def source_files(*suffixes):
    """All files under src/ with one of these suffixes, in order."""
    return sorted(path for path in SOURCE.rglob('*') if path.suffix in suffixes)


def project_files():
    """All files of the project but what was built, fetched or belongs to git."""
    def walk(folder):
        for path in sorted(folder.iterdir()):
            if path.name in ('.git', '__pycache__', '.flatpak-builder'):
                continue
            if folder == ROOT and path.name.startswith(('build', '_build')):
                continue
            if path.is_dir() and not path.is_symlink():
                yield from walk(path)
            elif path.is_file():
                yield path

    return list(walk(ROOT))
