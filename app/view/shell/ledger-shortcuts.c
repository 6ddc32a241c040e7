/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-shortcuts.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  GROUP_LEDGER,
  GROUP_PAGES,
  GROUP_ISSUES,
  GROUP_EDITING,
  GROUP_PROOF,
  GROUP_WINDOW,
  N_GROUPS,
} Group;

typedef struct
{
  const char *keys;   /* separated by blanks */
  const char *action; /* NULL: a page's own, listed only */
  const char *title;  /* msgid; NULL: not listed */
  Group group;
  gboolean first; /* before the widget that has the keyboard */
} Shortcut;

static const char *const group_titles[N_GROUPS] = {
  [GROUP_LEDGER] = N_ ("Ledger"),   [GROUP_PAGES] = N_ ("Pages"),    [GROUP_ISSUES] = N_ ("Issues"),
  [GROUP_EDITING] = N_ ("Editing"), [GROUP_PROOF] = N_ ("Evidence"), [GROUP_WINDOW] = N_ ("Window"),
};

static const Shortcut shortcuts[] = {
  { "<Control>i", "win.import", N_ ("Import a list"), GROUP_LEDGER, TRUE },
  { "<Control>o", "win.open", N_ ("Open a ledger"), GROUP_LEDGER, TRUE },
  { "<Control>n", "win.new-ledger", N_ ("New empty ledger"), GROUP_LEDGER, TRUE },
  { "<Control>s", "win.saved", N_ ("When it was saved, back up"), GROUP_LEDGER, TRUE },
  { "<Control>q", "app.quit", N_ ("Quit"), GROUP_LEDGER, TRUE },

  { "<Control>1",
    "win.page-number(1)",
    N_ ("The page of that place in the sidebar, 1 to 9"),
    GROUP_PAGES,
    TRUE },
  { "<Control>2", "win.page-number(2)", NULL, GROUP_PAGES, TRUE },
  { "<Control>3", "win.page-number(3)", NULL, GROUP_PAGES, TRUE },
  { "<Control>4", "win.page-number(4)", NULL, GROUP_PAGES, TRUE },
  { "<Control>5", "win.page-number(5)", NULL, GROUP_PAGES, TRUE },
  { "<Control>6", "win.page-number(6)", NULL, GROUP_PAGES, TRUE },
  { "<Control>7", "win.page-number(7)", NULL, GROUP_PAGES, TRUE },
  { "<Control>8", "win.page-number(8)", NULL, GROUP_PAGES, TRUE },
  { "<Control>9", "win.page-number(9)", NULL, GROUP_PAGES, TRUE },
  { "<Alt>Left", "win.back", N_ ("Back to where I came from"), GROUP_PAGES, TRUE },
  { "F6", "win.next-pane", N_ ("Next pane"), GROUP_PAGES, TRUE },
  { "<Shift>F6", "win.previous-pane", N_ ("Previous pane"), GROUP_PAGES, TRUE },
  { "<Control>f", "win.find", N_ ("Find on this page"), GROUP_PAGES, TRUE },
  { "<Control><Shift>l",
    "page.toggle-filter",
    N_ ("Filter bar; again: clear the filter"),
    GROUP_PAGES,
    TRUE },
  { "Escape", "win.step-back", N_ ("One step back"), GROUP_PAGES, FALSE },

  { "<Control>l", "page.claim", N_ ("Claim, one or many"), GROUP_ISSUES, TRUE },
  { "<Control>m", "page.add-measure", N_ ("Add a measure"), GROUP_ISSUES, TRUE },
  { "<Control>e", "page.add-evidence", N_ ("Add evidence"), GROUP_ISSUES, TRUE },
  { "<Control>j", "page.add-note", N_ ("Add a progress note"), GROUP_ISSUES, TRUE },
  { "<Control>Return <Control>KP_Enter",
    "win.primary",
    N_ ("The blue button"),
    GROUP_ISSUES,
    TRUE },
  { "<Control><Shift>Return <Control><Shift>KP_Enter",
    "page.return",
    N_ ("Return with a reason"),
    GROUP_ISSUES,
    TRUE },
  { "n", NULL, N_ ("Sign-off: next item"), GROUP_ISSUES, FALSE },
  { "p", NULL, N_ ("Sign-off: previous item"), GROUP_ISSUES, FALSE },

  { "F2 <Alt>Down",
    "page.edit",
    N_ ("Edit the cell, open the list of names"),
    GROUP_EDITING,
    FALSE },
  { "<Control>d", "page.fill-down", N_ ("Fill down, selected rows"), GROUP_EDITING, FALSE },
  { "<Control>c", "win.copy", N_ ("Copy rows as a table"), GROUP_EDITING, FALSE },
  { "<Control>a", "page.select-all", N_ ("Select all rows of the filter"), GROUP_EDITING, FALSE },
  { "<Control>v",
    "win.paste",
    N_ ("Paste a table to import, files as evidence"),
    GROUP_EDITING,
    FALSE },
  { "<Control>z", "win.undo", N_ ("Undo"), GROUP_EDITING, FALSE },
  { "<Control>y <Control><Shift>z", "win.redo", N_ ("Redo"), GROUP_EDITING, FALSE },
  { "Delete", "page.delete", N_ ("Remove, can be undone"), GROUP_EDITING, FALSE },

  { "space Page_Down", NULL, N_ ("Next screen"), GROUP_PROOF, FALSE },
  { "<Shift>space Page_Up", NULL, N_ ("Previous screen"), GROUP_PROOF, FALSE },
  { "Left Right", NULL, N_ ("Previous, next page"), GROUP_PROOF, FALSE },
  { "Home End", NULL, N_ ("First, last page"), GROUP_PROOF, FALSE },
  { "1...9", NULL, N_ ("File to measure 1 to 9"), GROUP_PROOF, FALSE },
  { "0", NULL, N_ ("Skip this file"), GROUP_PROOF, FALSE },
  { "<Alt>1...9", NULL, N_ ("File to this measure as well"), GROUP_PROOF, FALSE },
  { "<Control>plus <Control>equal <Control>KP_Add",
    "page.zoom-in",
    N_ ("Zoom in"),
    GROUP_PROOF,
    FALSE },
  { "<Control>minus <Control>KP_Subtract", "page.zoom-out", N_ ("Zoom out"), GROUP_PROOF, FALSE },
  { "<Control>0 <Control>KP_0", "page.zoom-reset", N_ ("Fit to width"), GROUP_PROOF, FALSE },

  { "F9", "win.toggle-sidebar", N_ ("Sidebar"), GROUP_WINDOW, TRUE },
  { "F7", "page.toggle-details", N_ ("Details"), GROUP_WINDOW, TRUE },
  { "F12", "win.large-type", N_ ("Large type"), GROUP_WINDOW, TRUE },
  { "F11", "win.fullscreen", N_ ("Full screen"), GROUP_WINDOW, TRUE },
  { "F10", "win.main-menu", N_ ("Main menu"), GROUP_WINDOW, TRUE },
  { "F1", "win.help", N_ ("Help"), GROUP_WINDOW, TRUE },
  { "<Control>question", "win.shortcuts", N_ ("Keys"), GROUP_WINDOW, TRUE },
};

static void
add_shortcut (GtkShortcutController *controller, const Shortcut *shortcut)
{
  g_auto (GStrv) keys = g_strsplit (shortcut->keys, " ", 0);

  for (gsize i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (keys[i]);
      GtkShortcut *made;

      g_return_if_fail (trigger != NULL);
      if (!g_action_parse_detailed_name (shortcut->action, &name, &target, NULL))
        g_return_if_reached ();
      made = gtk_shortcut_new (trigger, gtk_named_action_new (name));
      gtk_shortcut_set_arguments (made, target);
      gtk_shortcut_controller_add_shortcut (controller, made);
    }
}

void
ledger_shortcuts_add_to_window (GtkWidget *window)
{
  GtkEventController *first = gtk_shortcut_controller_new ();
  GtkEventController *last = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (first, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (last, GTK_PHASE_BUBBLE);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts[i].first ? first : last), &shortcuts[i]);
  gtk_widget_add_controller (window, first);
  gtk_widget_add_controller (window, last);
}

static void
append_group (GString *xml, Group group)
{
  g_autofree char *title = g_markup_escape_text (_ (group_titles[group]), -1);

  g_string_append_printf (
      xml, "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>", title);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].group == group && shortcuts[i].title != NULL)
      {
        g_autofree char *keys = g_markup_escape_text (shortcuts[i].keys, -1);
        g_autofree char *words = g_markup_escape_text (_ (shortcuts[i].title), -1);

        g_string_append_printf (xml,
                                "<child><object class='GtkShortcutsShortcut'>"
                                "<property name='accelerator'>%s</property>"
                                "<property name='title'>%s</property></object></child>",
                                keys,
                                words);
      }
  g_string_append (xml, "</object></child>");
}

GtkWindow *
ledger_shortcuts_create_window (GtkWindow *parent)
{
  /* Its parts can be put together by GtkBuilder only. */
  g_autoptr (GString) xml = g_string_new (
      "<interface><object class='GtkShortcutsWindow' id='window'>"
      "<property name='modal'>1</property><child><object class='GtkShortcutsSection'>"
      "<property name='section-name'>all</property><property name='max-height'>14</property>");
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window;

  for (guint group = 0; group < N_GROUPS; group++)
    append_group (xml, group);
  g_string_append (xml, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize)xml->len);
  window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  gtk_window_set_transient_for (window, parent);
  return window;
}
