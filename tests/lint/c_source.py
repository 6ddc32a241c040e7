# SPDX-License-Identifier: GPL-3.0-or-later
"""A C file read just well enough for the rules: comments and strings set apart, functions found by
counting braces. It relies on the layout that clang-format gives."""

import re
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(r'''
    (?P<comment>/\*.*?\*/|//[^\n]*)
  | (?P<string>"(?:\\.|[^"\\\n])*")
  | (?P<char>'(?:\\.|[^'\\\n])*')
''', re.S | re.X)
BLANK = re.compile(r'[^\n]')


@lru_cache(maxsize=64)
def without_comments(text):
    """TEXT with comments blanked; strings stay. Offsets and lines are unchanged."""
    return TOKEN.sub(lambda m: BLANK.sub(' ', m[0]) if m['comment'] else m[0], text)


@lru_cache(maxsize=64)
def bare(text):
    """TEXT with comments and what stands inside quotes blanked."""
    def blank(match):
        if match['comment']:
            return BLANK.sub(' ', match[0])
        return match[0][0] + ' ' * (len(match[0]) - 2) + match[0][-1]
    return TOKEN.sub(blank, text)


def strings(text):
    """(offset, text) of every literal, neighbours joined as the compiler joins them."""
    out = []
    code = without_comments(text)
    for match in TOKEN.finditer(code):
        if not match['string']:
            continue
        start, end, inner = match.start(), match.end(), match[0][1:-1]
        if out and code[out[-1][1]:start].strip() == '':
            out[-1] = (out[-1][0], end, out[-1][2] + inner)
        else:
            out.append((start, end, inner))
    return [(start, inner) for start, _, inner in out]


@lru_cache(maxsize=64)
def without_directives(code):
    """CODE with preprocessor lines (and their continuations) blanked."""
    return re.sub(r'(?m)^[ \t]*#(?:[^\n]*\\\n)*[^\n]*', lambda m: BLANK.sub(' ', m[0]), code)


def closing(code, start, opener='(', closer=')'):
    """Offset of the bracket that closes the one at START, or the end of CODE."""
    depth = 0
    for at in range(start, len(code)):
        if code[at] == opener:
            depth += 1
        elif code[at] == closer:
            depth -= 1
            if depth == 0:
                return at
    return len(code)


def calls(code, names):
    """(offset, name, arguments) of each call of one of NAMES in CODE (without comments)."""
    for match in re.finditer(r'(?<![\w>.])(' + '|'.join(names) + r')\s*\(', code):
        end = closing(bare(code), match.end() - 1)
        yield match.start(), match[1], code[match.end():end]


@dataclass
class Function:
    name: str
    start: int          # offset of the name
    body: int           # offset of the opening brace
    end: int            # offset of the closing brace


def top_level_blocks(code):
    """(opening, closing) of the braces at file level; CODE is bare and without directives."""
    at = 0
    while (at := code.find('{', at)) >= 0:
        end = closing(code, at, '{', '}')
        yield at, end
        at = end + 1


def functions(text):
    code = without_directives(bare(text))
    out = []
    for opening, end in top_level_blocks(code):
        head = code[:opening].rstrip()
        while head.endswith(')'):
            depth, at = 0, len(head) - 1
            while at >= 0:
                depth += {')': 1, '(': -1}.get(head[at], 0)
                if depth == 0:
                    break
                at -= 1
            name = re.search(r'(\w+)\s*$', head[:at])
            if not name:
                break
            if not re.fullmatch(r'[A-Z_0-9]+', name[1]):
                out.append(Function(name[1], name.start(1), opening, end))
                break
            head = head[:name.start(1)].rstrip()
    return out


def outside_functions(text):
    """Bare code of file level: the inside of every brace blanked, lines kept."""
    code = without_directives(bare(text))
    out = list(code)
    for opening, end in top_level_blocks(code):
        for at in range(opening + 1, min(end, len(out))):
            if out[at] != '\n':
                out[at] = ' '
    return ''.join(out)


def code_lines(text, function):
    """Lines of FUNCTION that hold code: no blank lines, comments or constant tables."""
    body = bare(text)[function.start:function.end + 1]
    tables = r'static const [^;{]*?=\s*\{'
    while match := re.search(tables, body):
        end = closing(body, match.end() - 1, '{', '}')
        body = body[:match.start()] + body[end + 1:]
    return sum(1 for line in body.split('\n') if line.strip())


def nesting(text, function):
    """How deep control statements stand in one another; an `else if` adds nothing."""
    code = without_directives(bare(text))[function.body:function.end + 1]
    tokens = [t for t in re.findall(r'\w+|"[^"\n]*"|\'[^\'\n]*\'|[{}();:?]|\S', code)]
    return _Nesting(tokens).deepest()


class _Nesting:
    PAIRS = {'(': ')', '{': '}'}

    def __init__(self, tokens):
        self.tokens, self.at, self.most = tokens, 0, 0

    def deepest(self):
        self.statement(0)
        return self.most

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ''

    def skip_pair(self):
        depth = 0
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            depth += (token in '({') - (token in ')}')
            self.at += 1
            if depth == 0:
                return

    def statement(self, depth):
        self.most = max(self.most, depth)
        token = self.peek()
        if token == '{':
            self.at += 1
            while self.peek() not in ('}', ''):
                self.statement(depth)
            self.at += 1
        elif token in ('if', 'for', 'while', 'switch'):
            self.at += 1
            self.skip_pair()
            self.statement(depth + 1)
            while token == 'if' and self.peek() == 'else':
                self.at += 1
                if self.peek() == 'if':
                    self.at += 1
                    self.skip_pair()
                self.statement(depth + 1)
        elif token == 'do':
            self.at += 1
            self.statement(depth + 1)
            self.simple()
        elif token in ('case', 'default'):
            while self.peek() not in (':', ''):
                self.at += 1
            self.at += 1
        else:
            self.simple()

    def simple(self):
        while self.peek() not in (';', '}', ''):
            if self.peek() in self.PAIRS:
                self.skip_pair()
            else:
                self.at += 1
        if self.peek() == ';':
            self.at += 1
