/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-conflict-list.h"

#include "ledger-conflict-row.h"

struct _LedgerConflictList
{
  GtkWidget parent_instance;

  LedgerSession *session;
};

G_DEFINE_FINAL_TYPE (LedgerConflictList, ledger_conflict_list, GTK_TYPE_WIDGET)

static void
remove_rows (LedgerConflictList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (row);
}

static void
ledger_conflict_list_dispose (GObject *object)
{
  LedgerConflictList *self = LEDGER_CONFLICT_LIST (object);

  remove_rows (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ledger_conflict_list_parent_class)->dispose (object);
}

static void
ledger_conflict_list_class_init (LedgerConflictListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_conflict_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "conflictlist");
}

static void
ledger_conflict_list_init (LedgerConflictList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ledger_conflict_list_new (LedgerSession *session)
{
  LedgerConflictList *self = g_object_new (LEDGER_TYPE_CONFLICT_LIST, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
ledger_conflict_list_show (LedgerConflictList *self, const char *issue_id)
{
  g_autoptr (GPtrArray) conflicts =
      ledger_conflict_find_in_issue (ledger_session_get_document (self->session), issue_id);

  remove_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self), conflicts->len > 0);
  while (conflicts->len > 0)
    {
      LedgerConflict *conflict = g_ptr_array_steal_index (conflicts, 0);

      gtk_widget_set_parent (ledger_conflict_row_new (self->session, conflict, issue_id),
                             GTK_WIDGET (self));
    }
}

gboolean
ledger_conflict_list_locate (LedgerConflictList *self, const char *id, const char *field)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (ledger_conflict_row_is_about (LEDGER_CONFLICT_ROW (row), id, field))
      return gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  return FALSE;
}
