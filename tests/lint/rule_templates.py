# SPDX-License-Identifier: GPL-3.0-or-later
"""Each template has a class of its name, in the same folder of app/view; what the class binds is there;
strings are translatable; every input has a name for those who cannot see it. A widget class that is put together
from more than three others has a template; the few that cannot stand in without-template.txt, each with its
reason."""

import re
import xml.etree.ElementTree as ET
from pathlib import PurePosixPath

from c_source import bare, calls, without_comments
from rule_names import kebab
from source_tree import stem

WORDS = {'label', 'title', 'subtitle', 'description', 'tooltip-text', 'placeholder-text', 'heading', 'body',
         'menu-tooltip', 'value-text', 'role-description'}
INPUTS = {'GtkEntry', 'GtkText', 'GtkSearchEntry', 'GtkPasswordEntry', 'GtkSpinButton', 'GtkTextView', 'GtkDropDown',
          'GtkSwitch', 'GtkComboBox', 'GtkScale', 'GtkListView', 'GtkGridView', 'GtkColumnView', 'GtkListBox',
          'GtkDrawingArea', 'GtkCalendar'}
BUTTONS = {'GtkButton', 'GtkToggleButton', 'GtkMenuButton', 'GtkCheckButton', 'AdwSplitButton'}
ROWS = {'AdwEntryRow', 'AdwPasswordEntryRow', 'AdwComboRow', 'AdwActionRow', 'AdwExpanderRow', 'AdwPreferencesGroup'}
CHILDREN = re.compile(
    r'\b(?:adw_(?!toast_|timed_|spring_|property_|callback_|animation|enum_|style_)\w+|gtk_(?:'
    'box|label|button|toggle_button|check_button|menu_button|link_button|image|picture|entry|text|text_view|'
    'search_entry|search_bar|password_entry|spin_button|drop_down|switch|list_box|list_view|column_view|grid_view|'
    'grid|scrolled_window|stack|stack_switcher|stack_sidebar|overlay|paned|popover|popover_menu|revealer|separator|'
    'spinner|progress_bar|level_bar|expander|frame|aspect_frame|flow_box|calendar|center_box|scale|drawing_area|'
    r'window|header_bar|viewport|notebook|info_bar))_new(?:_\w+)?\s*\(')
MOST_CHILDREN = 3
WITHOUT = 'tests/lint/without-template.txt'
REASON = re.compile(r'(\S+) [–-] (.{10,})')
BIND_CHILD = [r'gtk_widget_class_bind_template_child(?:_private|_internal|_internal_private|_full)?']
BIND_CALLBACK = [r'gtk_widget_class_bind_template_callback(?:_full)?']


def check(tree):
    findings, sources = [], {stem(p): p for p in tree.under('app/view', '.c')}
    for path in tree.under('ui', '.ui'):
        try:
            interface = ET.fromstring(tree.text(path))
        except ET.ParseError as error:
            findings.append(f'{path}:{error.position[0]}: {error}')
            continue
        findings += [f'{path}:1: {words}' for words in class_faults(tree, path, interface, sources)]
        findings += [f'{path}:1: {words}' for words in word_faults(interface)]
    for name, path in sources.items():
        for resource in re.findall(r'set_template_from_resource\s*\([^;]*?([\w-]+)\.ui"', tree.text(path)):
            if resource != name:
                findings.append(f'{path}:1: the template of {name} is {name}.ui, not {resource}.ui')
    return findings + without_template(tree, sources)


def without_template(tree, sources):
    findings, excused = [], set()
    lines = tree.text(WITHOUT).splitlines() if WITHOUT in tree.paths else []
    for number, line in enumerate(lines, 1):
        match = REASON.fullmatch(line)
        if line.strip() and not line.startswith('#') and not match:
            findings.append(f'{WITHOUT}:{number}: write `path – reason`')
        elif match:
            excused.add(match[1])
    for path in sources.values():
        code = without_comments(tree.text(path))
        children = len(CHILDREN.findall(code))
        composite = children > MOST_CHILDREN and re.search(r'\bG_DEFINE_(?:FINAL_|ABSTRACT_)?TYPE', code)
        needed = composite and 'set_template_from_resource' not in code
        if needed and path not in excused:
            findings.append(f'{path}:1: makes {children} widgets in code; put together in a template they are read '
                            f'and changed more easily (or say in {WITHOUT} why it cannot be)')
    return findings


def notes(tree):
    """Excuses that are not needed any more: told, not held against whoever made them needless."""
    lines = tree.text(WITHOUT).splitlines() if WITHOUT in tree.paths else []
    for match in filter(None, map(REASON.fullmatch, lines)):
        text = tree.text(match[1]) if match[1] in tree.paths else ''
        if len(CHILDREN.findall(without_comments(text))) <= MOST_CHILDREN or 'set_template_from_resource' in text:
            yield f'{WITHOUT}: {match[1]} needs no excuse any more'


def class_faults(tree, path, interface, sources):
    template = interface.find('template')
    if template is None:
        yield 'holds no template; one template class per file'
        return
    name = stem(path)
    if kebab(template.get('class', '')).replace('-', '') != name.replace('-', ''):
        yield f'the template is {template.get("class")}; the file is called after its class'
    if name not in sources:
        yield f'there is no app/view/…/{name}.c'
        return
    if PurePosixPath(path).parent.parts[1:] != PurePosixPath(sources[name]).parent.parts[2:]:
        yield f'its class is {sources[name]}; templates lie in the folders that app/view has'
    code = without_comments(tree.text(sources[name]))
    ids = {o.get('id') for o in interface.iter() if o.get('id')}
    for child in bound(code, BIND_CHILD, -1):
        if child not in ids:
            yield f'{name}.c binds {child}, which is not here'
    callbacks = bound(code, BIND_CALLBACK, 1)
    for signal in template.iter('signal'):
        if signal.get('handler') not in callbacks:
            yield f'the handler {signal.get("handler")} is not bound by {name}.c'
    yield from input_faults(interface, code)


def bound(code, names, position):
    out = set()
    for _, _, arguments in calls(code, names):
        parts = [a.strip().strip('"') for a in arguments.split(',')]
        if len(parts) > 1:
            out.add(parts[position].split('.')[-1])
    return out


def word_faults(interface):
    for element in interface.iter():
        if element.tag not in ('property', 'attribute', 'item') or not re.search(r'[^\W\d_]', element.text or ''):
            continue
        if element.tag != 'item' and element.get('name') not in WORDS:
            continue
        if element.get('translatable') != 'yes' and not element.get('bind-source'):
            yield f'“{element.text.strip()[:40]}” ({element.get("name") or "item"}) is not translatable="yes"'


def properties(element):
    return {p.get('name'): (p.text or '') for p in element.findall('property')}


def has_name(element, code):
    accessible = element.find('accessibility')
    if accessible is not None:
        for fact in accessible:
            if (fact.tag, fact.get('name')) in (('property', 'label'), ('relation', 'labelled-by')):
                return True
    return bool(element.get('id')) and bool(re.search(
        r'gtk_accessible_update_(?:property|relation)\s*\(\s*GTK_ACCESSIBLE\s*\(\s*\w+->'
        + re.escape(element.get('id')) + r'\s*\)', code))


def input_faults(interface, code):
    for element in interface.iter('object'):
        kind, facts = element.get('class'), properties(element)
        shown = element.get('id') or facts.get('icon-name') or '?'
        if kind in INPUTS and not has_name(element, code):
            yield f'{kind} {shown} has no accessible label'
        elif kind in BUTTONS and not facts.get('label') and not has_name(element, code) and not has_words(element):
            yield f'{kind} {shown} has no label and no accessible label'
        elif kind in ROWS - {'AdwPreferencesGroup'} and 'title' not in facts and not has_name(element, code):
            yield f'{kind} {shown} has no title'


def has_words(button):
    return any(o is not button and {'label', 'title'} & set(properties(o)) for o in button.iter('object')) \
        or any('label' == p.get('name') for p in button.iter('property'))


def _pair(inner, code='', file='ui/issue/ledger-issue-page.ui', kind='LedgerIssuePage'):
    return {file: f'<interface><template class="{kind}" parent="AdwBin">{inner}</template></interface>',
            'app/view/issue/ledger-issue-page.c':
                f'gtk_widget_class_set_template_from_resource (k, "/x/ledger-issue-page.ui");\n{code}'}


_LABEL = '<accessibility><property name="label" translatable="yes">Search</property></accessibility>'
_ENTRY = '<property name="child"><object class="GtkEntry" id="entry">%s</object></property>'

_MADE = ('G_DEFINE_FINAL_TYPE (LedgerA, ledger_a, T) gtk_box_new (0, 1); gtk_label_new (x); adw_bin_new (); '
         'gtk_button_new_with_label (x); gtk_list_item_new (); gtk_filter_list_model_new (); adw_toast_new (x);')

CASES = [
    (_pair(_ENTRY % _LABEL, 'gtk_widget_class_bind_template_child (k, LedgerIssuePage, entry);'), None),
    (_pair(_ENTRY % '', 'gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), 1);'), None),
    (_pair('<object class="GtkButton"><property name="label" translatable="yes">Sign</property></object>'), None),
    (_pair('<signal name="map" handler="on_map"/>', 'gtk_widget_class_bind_template_callback (k, on_map);'), None),
    (_pair(_ENTRY % ''), 'no accessible label'),
    (_pair('<object class="GtkButton"><property name="icon-name">x</property></object>'), 'no label'),
    (_pair('<object class="GtkLabel"><property name="label">Sign</property></object>'), 'not translatable'),
    (_pair('', 'gtk_widget_class_bind_template_child (k, LedgerIssuePage, gone);'), 'binds gone'),
    (_pair('<signal name="map" handler="on_map"/>'), 'handler on_map'),
    (_pair('', file='ui/ledger-issue-page.ui'), 'folders that app/view has'),
    (_pair('', kind='LedgerOther'), 'called after its class'),
    (_pair('', file='ui/issue/ledger-other.ui', kind='LedgerOther'), 'there is no app/view'),
    ({'app/view/ledger-a.c': 'gtk_widget_class_set_template_from_resource (k, "/x/ledger-b.ui");'}, 'not ledger-b.ui'),
    ({'ui/ledger-a.ui': '<interface><template>'}, 'no element found'),
    ({'app/view/ledger-a.c': _MADE}, 'makes 4 widgets'),
    ({'app/view/ledger-a.c': _MADE.replace('adw_bin_new ();', '')}, None),
    ({'app/view/ledger-a.c': _MADE, WITHOUT: '# why\napp/view/ledger-a.c – its rows are made by a factory\n'}, None),
    ({'app/view/ledger-a.c': _MADE, WITHOUT: 'app/view/ledger-a.c\n'}, 'path – reason'),
    ({'app/view/ledger-a.c': '', WITHOUT: 'app/view/ledger-a.c – its rows are made by a factory'}, None),
]
