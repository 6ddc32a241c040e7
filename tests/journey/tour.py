#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tour.py ROOT FOLDER – the main job in the window of the program installed in ROOT, with keys and the pointer, on a
screen that tests/display.sh has made: a sheet becomes a ledger, a problem is claimed, proved, signed by three people.
FOLDER keeps one picture a step and the ledger, which the command line then looks at: a step that left no trace there
fails the tour. Widgets are found by their names for assistive technology (AT-SPI), never by their place."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402 (the version has to be asked for first)

# One thing under the names that older and newer toolkits tell for it.
BUTTON = ('push button', 'button')
ENTRY = ('text', 'entry')
CHECK = ('check box',)
PATIENCE = 60  # seconds; a first start on a cold disk takes its time
STOPS = 60  # more than Tab makes in the whole window
HANDLER, REVIEWER, LEADER = '张伟', '李敏', '王建国'


class Missing(Exception):
    """A step found nothing to act on."""


def wait(what, question):
    """Asks until the answer is true; the answer."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            answer = question()
        except GLib.Error:  # the tree changes while it is walked
            answer = None
        if answer:
            return answer
        time.sleep(0.2)
    raise Missing(what)


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


class Window:
    """The program's window as a person has it: names, keys, the pointer."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen([program], stderr=open(folder / 'window.log', 'w', encoding='utf-8'))
        self.folder = folder
        self.pictures = 0
        self.application = wait('the program on the accessibility bus', self._find_application)
        self.window = run('xdotool', 'search', '--sync', '--onlyvisible', '--pid', str(self.process.pid)).split()[-1]
        run('xdotool', 'windowactivate', '--sync', self.window)

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def _walk(self, node):
        yield node
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child:
                yield from self._walk(child)

    def _box(self, node):
        return node.get_extents(Atspi.CoordType.WINDOW)

    def _name(self, node):
        """Newer toolkits leave some of what only shows a text without a name: it is that text."""
        name = node.get_name()
        if not name and node.get_role_name() not in ENTRY and 'Text' in node.get_interfaces():
            return Atspi.Text.get_text(node, 0, -1) or ''
        return name or ''

    def _match(self, name, roles):
        for node in self._walk(self.application):
            if re.fullmatch(name, self._name(node)) and (roles is None or node.get_role_name() in roles) \
                    and node is not self.application and self._box(node).width > 0 and self._box(node).height > 0:
                return node
        return None

    def find(self, name, roles=None):
        return wait(f'“{name}” ({roles or "any"})', lambda: self._match(name, roles))

    def has(self, name, roles=None):
        return self._match(name, roles) is not None

    def key(self, *keys):
        run('xdotool', 'key', '--clearmodifiers', '--delay', '60', *keys)
        time.sleep(0.4)

    def type(self, text):
        run('xdotool', 'type', '--delay', '40', text)
        time.sleep(0.4)

    def _focused(self):
        """The innermost node that has the keyboard."""
        found = None
        for node in self._walk(self.application):
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                found = node
        return found

    def _match_focused(self):
        node = self._focused()
        return node if node and node.get_state_set().contains(Atspi.StateType.EDITABLE) else None

    def is_editing(self):
        try:
            return self._match_focused() is not None
        except GLib.Error:
            return False

    def say(self, text):
        """Into the entry that has the keyboard, all at once, as an input method does."""
        node = wait('an entry with the keyboard', self._match_focused)
        if not node.set_text_contents(text):
            raise Missing(f'an entry that takes “{text}”')
        time.sleep(0.4)

    def _origin(self, window):
        where = dict(line.split('=') for line in run('xdotool', 'getwindowgeometry', '--shell', window).split())
        return int(where['X']), int(where['Y'])

    def act(self, name, roles=None):
        """A click on it; where the toolkit does not tell where things are, the keys that do the same."""
        node = self.find(name, roles)
        if self._box(self.application.get_child_at_index(0)).x >= 0:
            self._click(node)
            return
        self._walk_to(node, name)
        if node.get_role_name() not in ENTRY:
            self.key('space')

    def _click(self, node):
        box = self._box(node)
        left, top = self._origin(self.window)
        x = left + self.shadow()[0] + box.x + box.width // 2
        y = top + self.shadow()[1] + box.y + box.height // 2
        # The pointer comes from somewhere, as a hand brings it: without a motion the toolkit may not know where it is.
        run('xdotool', 'mousemove', str(x - 9), str(y - 3), 'mousemove', str(x), str(y), 'sleep', '0.1', 'click', '1')
        time.sleep(0.8)

    def _walk_to(self, node, name):
        """With Tab, in the direction that promises the shorter way."""
        key = None
        for _ in range(STOPS):
            focused = wait('the keyboard somewhere', self._focused)
            if focused in self._walk(node):
                return
            if not key:
                order = list(self._walk(self.application))
                key = 'Tab' if order.index(focused) < order.index(node) else 'shift+Tab'
            self.key(key)
        raise Missing(f'“{name}” in the order of Tab')

    def shadow(self):
        found = re.search(r'= (\d+), \d+, (\d+)', run('xprop', '-id', self.window, '_GTK_FRAME_EXTENTS'))
        return (int(found[1]), int(found[2])) if found else (0, 0)

    def picture(self, name):
        self.pictures += 1
        time.sleep(1)
        run('import', '-window', 'root', str(self.folder / f'{self.pictures:02}-{name}.png'))

    def close(self):
        self.key('ctrl+q')
        self.process.wait(PATIENCE)
        print((self.folder / 'window.log').read_text(encoding='utf-8'), end='', file=sys.stderr)  # there is nothing


class Tour:
    """The steps, in the order in which an office takes them."""

    def __init__(self, root, folder, data):
        self.cli = root / 'bin' / 'zhenggai-cli'
        self.folder = folder
        self.data = data
        self.ledger = folder / '台账.zgl'
        self.window = Window(root / 'bin' / 'zhenggai', folder)

    def choose(self, *keys, file):
        """A file in the chooser that KEYS open."""
        self.window.key(*keys)
        wait('the chooser', lambda: run('xdotool', 'getactivewindow').strip() != self.window.window)
        time.sleep(0.5)
        self.window.key('slash')
        self.window.say(str(file))
        self.window.key('Return')

    def _reach_entry(self):
        """Opened, the list of people has the keyboard; the entry for a name comes after it."""
        self.window.key('End', 'Tab')
        for _ in range(4):
            if self.window.is_editing():
                return True
            self.window.key('Tab')
        return self.window.is_editing()

    def sit_down(self, name):
        """NAME is at the keyboard from now on."""
        for _ in range(3):
            self.window.act('录入人：.*', BUTTON)
            if self._reach_entry():
                break
            self.window.key('Escape')
        self.window.say(name)
        self.window.key('Return')
        self.window.find(f'录入人：{name}.*', BUTTON)

    def import_list(self):
        window = self.window
        window.picture('开始')
        self.choose('ctrl+i', file=self.data / 'sheets' / '02-整改任务分解表.xlsx')
        window.find('导入12个问题', BUTTON)
        window.act('单位', ENTRY)
        window.say('某市某局')
        window.act('报送', ENTRY)
        window.type(time.strftime('%Y.%m.%d', time.localtime(time.time() + 60 * 86400)))
        window.act('录入人', ENTRY)
        window.say(HANDLER)
        window.picture('导入清单')
        window.key('ctrl+Return')
        window.find('12项待认领.*|12个问题待认领.*')
        window.picture('导入之后')

    def claim(self):
        window = self.window
        window.key('ctrl+2', 'Home', 'ctrl+l')
        for entry, name in (('牵头领导', LEADER), ('承办人', HANDLER), ('审核人', REVIEWER)):
            window.act(entry, ENTRY)
            window.say(name)
            window.key('Return')
        window.picture('认领')
        window.key('ctrl+Return')

    def prove(self):
        window = self.window
        self.choose('ctrl+e', file=self.data / 'pdf' / 'four-pages.pdf')
        window.find('.*four-pages.*')
        window.picture('看佐证')
        window.key('Next')
        window.picture('佐证下一屏')
        window.key('1')
        window.find('1\\.1\\.1-01 .*')
        window.picture('佐证归入措施1')
        window.act('措施已完成|措施完成', CHECK)
        window.picture('措施完成')

    def plan(self):
        self.window.key('ctrl+3')
        self.window.picture('阶段计划')

    def sign(self):
        window = self.window
        window.key('ctrl+2', 'ctrl+Return')
        window.picture('提交审核')
        window.key('ctrl+Return')
        window.find('待审核')
        window.picture('提交之后')
        self.sit_down(REVIEWER)
        window.key('ctrl+4')
        window.picture('待审核')
        window.key('ctrl+Return')
        window.picture('审核之后')
        self.sit_down(LEADER)
        window.key('ctrl+1')  # a leader's first page
        window.picture('待签批')
        window.key('ctrl+Return')
        window.picture('签批之后')

    def look_back(self):
        window = self.window
        self.sit_down(REVIEWER)
        window.key('ctrl+1')
        window.picture('总览')
        window.key('ctrl+5')
        window.picture('操作记录')

    def list(self, what):
        return json.loads(run(str(self.cli), 'list', str(self.ledger), what, '--json'))

    def check(self):
        """What each step has left in the ledger."""
        home = pathlib.Path(os.environ['HOME'])
        # Beside the ledger lies the folder of its backups.
        made = [path for path in home.rglob('*.zgl') if path.parent.name == '整改台账']
        if len(made) != 1:
            raise Missing(f'one ledger below {home}, but there are {made}')
        shutil.copy(made[0], self.ledger)
        issue = self.list('issues')[0]
        signoffs = {row['step']: (row['decision'], row['signer']) for row in self.list('signoffs')}
        wanted = {
            'imported': (len(self.list('issues')), 12),
            'claimed by': ((issue['handler'], issue['reviewer'], issue['lead_leader']), (HANDLER, REVIEWER, LEADER)),
            'measures done': (issue['measures_done'], issue['measures']),
            'proof': (issue['evidence'] - issue['unfiled'], 1),
            'signed': (signoffs, {'handler': ('agree', HANDLER), 'reviewer': ('agree', REVIEWER),
                                  'leader': ('agree', LEADER)}),
            'state': (issue['state'], 'done_by_unit'),
            'whole': (json.loads(run(str(self.cli), 'verify', str(self.ledger), '--json'))['ok'], True),
        }
        wrong = [f'{name}: {there!r} instead of {asked!r}' for name, (there, asked) in wanted.items() if there != asked]
        if wrong:
            raise Missing('; '.join(wrong))

    def run(self):
        for step in (self.import_list, self.claim, self.prove, self.plan, self.sign, self.look_back):
            print(step.__name__.replace('_', ' '), flush=True)
            try:
                step()
            except Missing:
                self.window.picture('没有做成')
                raise
        self.window.close()
        self.check()


if __name__ == '__main__':
    tour = Tour(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(__file__).resolve().parent.parent / 'data')
    tour.run()
