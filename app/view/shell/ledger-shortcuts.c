/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-shortcuts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  const char *keys;   /* separated by blanks; those after | are not listed */
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

  { "Ctrl+1…9", NULL, N_ ("The page of that place in the sidebar"), GROUP_PAGES, FALSE },
  { "<Control>1", "win.page-number(1)", NULL, GROUP_PAGES, TRUE },
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
  { "Up Down", NULL, N_ ("Previous, next row"), GROUP_PAGES, FALSE },
  { "Return", NULL, N_ ("Open the details or the page"), GROUP_PAGES, FALSE },
  { "Escape", "win.step-back", N_ ("One step back"), GROUP_PAGES, FALSE },

  { "<Control>l", "page.claim", N_ ("Claim, one or many"), GROUP_ISSUES, TRUE },
  { "<Control>m", "page.add-measure", N_ ("Add a measure"), GROUP_ISSUES, TRUE },
  { "<Control>e", "page.add-evidence", N_ ("Add evidence"), GROUP_ISSUES, TRUE },
  { "<Control>j", "page.add-note", N_ ("Add a progress note"), GROUP_ISSUES, TRUE },
  { "<Control>Return|<Control>KP_Enter",
    "win.primary",
    N_ ("The blue button"),
    GROUP_ISSUES,
    TRUE },
  { "<Control><Shift>Return|<Control><Shift>KP_Enter",
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
  { "<Control>z", "win.undo-or-tell", N_ ("Undo"), GROUP_EDITING, FALSE },
  { "<Control>y <Control><Shift>z", "win.redo", N_ ("Redo"), GROUP_EDITING, FALSE },
  { "Delete", "page.delete", N_ ("Remove, can be undone"), GROUP_EDITING, FALSE },

  { "space Page_Down", NULL, N_ ("Next screen"), GROUP_PROOF, FALSE },
  { "<Shift>space Page_Up", NULL, N_ ("Previous screen"), GROUP_PROOF, FALSE },
  { "Left Right", NULL, N_ ("Previous, next page"), GROUP_PROOF, FALSE },
  { "Home End", NULL, N_ ("First, last page"), GROUP_PROOF, FALSE },
  { "1…9", NULL, N_ ("File to measure 1 to 9"), GROUP_PROOF, FALSE },
  { "0", NULL, N_ ("Skip this file"), GROUP_PROOF, FALSE },
  { "Alt+1…9", NULL, N_ ("File to this measure as well"), GROUP_PROOF, FALSE },
  { "<Control>plus|<Control>equal <Control>KP_Add",
    "page.zoom-in",
    N_ ("Zoom in"),
    GROUP_PROOF,
    FALSE },
  { "<Control>minus|<Control>KP_Subtract", "page.zoom-out", N_ ("Zoom out"), GROUP_PROOF, FALSE },
  { "<Control>0|<Control>KP_0", "page.zoom-reset", N_ ("Fit to width"), GROUP_PROOF, FALSE },

  { "F9", "win.toggle-sidebar", N_ ("Sidebar"), GROUP_WINDOW, TRUE },
  { "F7", "page.toggle-details", N_ ("Details of the problem"), GROUP_WINDOW, TRUE },
  { "F8", "win.choose-person", N_ ("Who is at the keyboard"), GROUP_WINDOW, TRUE },
  { "F12", "win.large-type", N_ ("Large type"), GROUP_WINDOW, TRUE },
  { "F11", "win.fullscreen", N_ ("Full screen"), GROUP_WINDOW, TRUE },
  { "Menu <Shift>F10", NULL, N_ ("Context menu"), GROUP_WINDOW, FALSE },
  { "F10", "win.main-menu", N_ ("Main menu"), GROUP_WINDOW, TRUE },
  { "F1", "win.help", N_ ("Help"), GROUP_WINDOW, TRUE },
  { "<Control>question", "win.shortcuts", N_ ("Keys"), GROUP_WINDOW, TRUE },
};

static void
add_shortcut (GtkShortcutController *controller, const Shortcut *shortcut)
{
  g_auto (GStrv) keys = g_strsplit_set (shortcut->keys, " |", 0);

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

/* As people write keys (UI §3): Ctrl before Shift, arrows as they are printed on the key. */
static char *
describe_key (guint key, GdkModifierType state)
{
  static const struct
  {
    guint key;
    const char *label;
  } drawn[] = {
    { GDK_KEY_Left, "←" }, { GDK_KEY_Right, "→" }, { GDK_KEY_Up, "↑" },
    { GDK_KEY_Down, "↓" }, { GDK_KEY_plus, "＋" }, { GDK_KEY_minus, "－" },
  };
  g_autofree char *label = gtk_accelerator_get_label (key, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (drawn); i++)
    if (drawn[i].key == key)
      {
        g_free (label);
        label = g_strdup (drawn[i].label);
      }
  return g_strconcat ((state & GDK_CONTROL_MASK) != 0 ? "Ctrl+" : "",
                      (state & GDK_ALT_MASK) != 0 ? "Alt+" : "",
                      (state & GDK_SHIFT_MASK) != 0 ? "Shift+" : "",
                      label,
                      NULL);
}

/* "Ctrl+Enter" of each listed key, parted by blanks. */
static char *
describe_keys (const Shortcut *shortcut)
{
  g_autofree char *listed = g_strndup (shortcut->keys, strcspn (shortcut->keys, "|"));
  g_auto (GStrv) keys = g_strsplit (listed, " ", 0);

  for (gsize i = 0; keys[i] != NULL; i++)
    {
      guint key;
      GdkModifierType state;

      if (gtk_accelerator_parse (keys[i], &key, &state))
        {
          g_free (keys[i]);
          keys[i] = describe_key (key, state);
        }
    }
  return g_strjoinv ("  ", keys);
}

static GtkWidget *
new_label (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static int
add_group (GtkGrid *grid, int row, Group group)
{
  gtk_grid_attach (grid, new_label (_ (group_titles[group]), "heading"), 0, row++, 2, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].group == group && shortcuts[i].title != NULL)
      {
        g_autofree char *keys = describe_keys (&shortcuts[i]);

        gtk_grid_attach (grid, new_label (keys, "keys"), 0, row, 1, 1);
        gtk_grid_attach (grid, new_label (_ (shortcuts[i].title), NULL), 1, row++, 1, 1);
      }
  return row;
}

static GtkWidget *
new_column (const Group *groups, guint n)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  for (guint i = 0; i < n; i++)
    row = add_group (GTK_GRID (grid), row, groups[i]);
  return grid;
}

static gboolean
close_window (GtkWidget *window, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (close_window, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

/* Not a GtkShortcutsWindow: in 4.8 that measures labels to less than nothing (a warning each), and
 * it spreads over three pages what fits into one. */
GtkWindow *
ledger_shortcuts_create_window (GtkWindow *parent)
{
  const Group first[] = { GROUP_LEDGER, GROUP_PAGES };
  const Group second[] = { GROUP_ISSUES, GROUP_WINDOW };
  const Group third[] = { GROUP_EDITING, GROUP_PROOF };
  GtkWidget *window = adw_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 36);

  gtk_widget_add_css_class (columns, "shortcut-columns");
  gtk_box_append (GTK_BOX (columns), new_column (first, G_N_ELEMENTS (first)));
  gtk_box_append (GTK_BOX (columns), new_column (second, G_N_ELEMENTS (second)));
  gtk_box_append (GTK_BOX (columns), new_column (third, G_N_ELEMENTS (third)));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), columns);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scrolled);
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Keys"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  add_escape (window);
  return GTK_WINDOW (window);
}
