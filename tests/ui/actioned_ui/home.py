"""A home for one test, so that none sees what another left.

SPDX-FileCopyrightText: The Actioned contributors
SPDX-License-Identifier: GPL-3.0-or-later
"""

SETTINGS = """[Settings]
gtk-cursor-blink=0
gtk-enable-animations=0
gtk-font-name=Cantarell 11
gtk-icon-theme-name=Adwaita
"""


def make_home(folder, settings=''):
    """Makes a home in a folder and returns the environment that leads to it.

    @settings are more lines for GTK's settings.ini, such as 'gtk-xft-dpi=122880' for large text.
    """
    env = {'HOME': str(folder), 'SECRET_FILE_TEST_PATH': str(folder / 'keyring')}
    for name in ('cache', 'config', 'data', 'state'):
        (folder / name).mkdir(parents=True)
        env[f'XDG_{name.upper()}_HOME'] = str(folder / name)
    (folder / 'config' / 'gtk-4.0').mkdir()
    (folder / 'config' / 'gtk-4.0' / 'settings.ini').write_text(SETTINGS + settings + '\n', encoding='utf-8')
    return env


DESKTOP_FILE = """[Desktop Entry]
Type=Application
Name=Browser
Exec=sh -c 'env >>"{log}-environment"; printf "%%s\\\\n" "$1" >>"{log}"' sh %u
MimeType=x-scheme-handler/http;x-scheme-handler/https;
"""


def catch_links(folder):
    """Makes a browser for a home that only notes what it is asked to open; returns the notes' path.

    What it was started with is noted beside them, in PATH-environment.
    """
    log = folder / 'opened-links'
    applications = folder / 'data' / 'applications'
    applications.mkdir(parents=True, exist_ok=True)
    (applications / 'browser.desktop').write_text(DESKTOP_FILE.format(log=log), encoding='utf-8')
    (folder / 'config' / 'mimeapps.list').write_text(
        '[Default Applications]\n'
        'x-scheme-handler/http=browser.desktop\n'
        'x-scheme-handler/https=browser.desktop\n', encoding='utf-8')
    return log
