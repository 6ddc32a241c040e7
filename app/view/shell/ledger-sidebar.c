/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sidebar.h"

#include <glib/gi18n-lib.h>

#include "ledger-person-button.h"
#include "ledger-toolkit.h"

#define LEADER_PAGES 4

struct _LedgerSidebar
{
  GtkWidget parent_instance;

  LedgerSession *session;
  gboolean for_leader;
  gboolean more; /* a leader has opened 更多 */
  char *shown;
  GtkWidget *pages;
  GtkWidget *more_button;
  GtkWidget *navigator; /* AdwBin */
  GtkWidget *separator;
  GtkWidget *foot_line;
  GtkWidget *person;
};

G_DEFINE_FINAL_TYPE (LedgerSidebar, ledger_sidebar, GTK_TYPE_WIDGET)

#define ENTRY_KEY "page-entry"

static const LedgerPageEntry *
entry_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), ENTRY_KEY);
}

static GtkWidget *
count_of (GtkListBoxRow *row)
{
  return gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
}

static void
add_row (LedgerSidebar *self, const LedgerPageEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_ (entry->title));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), ENTRY_KEY, (gpointer)entry);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (entry->title), -1);
  gtk_list_box_append (GTK_LIST_BOX (self->pages), row);
}

static void
mark_shown (LedgerSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->pages), i)) != NULL;
       i++)
    if (g_strcmp0 (entry_of (row)->id, self->shown) == 0)
      {
        gtk_list_box_select_row (GTK_LIST_BOX (self->pages), row);
        return;
      }
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->pages));
}

static void
show_waiting (LedgerSidebar *self)
{
  const guint n = ledger_session_count_waiting (self->session);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->pages), i)) != NULL;
       i++)
    if (g_strcmp0 (entry_of (row)->id, LEDGER_PAGE_ID_SIGNOFF) == 0)
      {
        g_autofree char *text = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
        g_autofree char *label =
            n > 0 ? g_strdup_printf (
                g_dngettext (GETTEXT_PACKAGE, "Sign-off, %u waiting", "Sign-off, %u waiting", n), n)
                  : g_strdup (_ (entry_of (row)->title));

        gtk_label_set_text (GTK_LABEL (count_of (row)), text);
        gtk_accessible_update_property (
            GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      }
}

static void
fill_pages (LedgerSidebar *self)
{
  const guint n = ledger_page_registry_get_n ();
  GtkWidget *row;
  guint hidden = 0;

  while ((row = gtk_widget_get_first_child (self->pages)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->pages), row);
  for (guint i = 0; i < n; i++)
    {
      const LedgerPageEntry *entry =
          self->for_leader ? ledger_page_registry_get_for_leader (i) : ledger_page_registry_get (i);

      if (!ledger_page_entry_is_ready (entry))
        continue;
      if (self->for_leader && !self->more && !entry->for_leaders)
        hidden++;
      else
        add_row (self, entry);
    }
  gtk_widget_set_visible (self->more_button, hidden > 0);
  show_waiting (self);
  mark_shown (self);
}

static void
on_person_changed (LedgerSidebar *self)
{
  self->for_leader = ledger_session_is_leader (self->session);
  self->more = FALSE;
  fill_pages (self);
}

static void
on_more (LedgerSidebar *self)
{
  self->more = TRUE;
  fill_pages (self);
}

static void
on_row_activated (LedgerSidebar *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", entry_of (row)->id);
}

static void
ledger_sidebar_dispose (GObject *object)
{
  LedgerSidebar *self = LEDGER_SIDEBAR (object);

  ledger_sidebar_set_session (self, NULL);
  g_clear_pointer (&self->shown, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_SIDEBAR);
  G_OBJECT_CLASS (ledger_sidebar_parent_class)->dispose (object);
}

static void
ledger_sidebar_class_init (LedgerSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_sidebar_dispose;
  g_type_ensure (LEDGER_TYPE_PERSON_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/shell/ledger-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerSidebar, pages);
  gtk_widget_class_bind_template_child (widget_class, LedgerSidebar, more_button);
  gtk_widget_class_bind_template_child (widget_class, LedgerSidebar, separator);
  gtk_widget_class_bind_template_child (widget_class, LedgerSidebar, navigator);
  gtk_widget_class_bind_template_child (widget_class, LedgerSidebar, foot_line);
  gtk_widget_class_bind_template_child (widget_class, LedgerSidebar, person);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_set_css_name (widget_class, "ledgersidebar");
}

static void
ledger_sidebar_init (LedgerSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ledger_sidebar_set_session (LedgerSidebar *self, LedgerSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (ledger_session_get_document (self->session), self);
    }
  g_set_object (&self->session, session);
  if (self->person != NULL)
    ledger_person_button_set_session (LEDGER_PERSON_BUTTON (self->person), session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "notify::person-id", G_CALLBACK (on_person_changed), self);
  g_signal_connect_swapped (
      ledger_session_get_document (session), "refreshed", G_CALLBACK (show_waiting), self);
  on_person_changed (self);
}

void
ledger_sidebar_show_page (LedgerSidebar *self, const char *page_id, GtkWidget *navigator)
{
  g_free (self->shown);
  self->shown = g_strdup (page_id);
  mark_shown (self);
  ledger_toolkit_bin_set_child (self->navigator, navigator);
  gtk_widget_set_visible (self->separator, navigator != NULL);
}

void
ledger_sidebar_choose_person (LedgerSidebar *self)
{
  ledger_person_button_open (LEDGER_PERSON_BUTTON (self->person));
}

const char *
ledger_sidebar_get_page (LedgerSidebar *self, guint number)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->pages), (int)number - 1);

  return number > 0 && row != NULL ? entry_of (row)->id : NULL;
}

GtkWidget *
ledger_sidebar_get_pages (LedgerSidebar *self)
{
  return self->pages;
}

GtkWidget *
ledger_sidebar_get_navigator (LedgerSidebar *self)
{
  return self->navigator;
}
