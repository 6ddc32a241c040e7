/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-decision-group.h"

#include "ledger-conflict-row.h"
#include "ledger-conflict.h"

struct _LedgerDecisionGroup
{
  AdwPreferencesGroup parent_instance;

  LedgerSession *session;
  GPtrArray *rows; /* AdwPreferencesRow, borrowed */
};

G_DEFINE_FINAL_TYPE (LedgerDecisionGroup, ledger_decision_group, ADW_TYPE_PREFERENCES_GROUP)

/* Whether the keyboard was in a row here: it lets go of it, for the row goes. */
static gboolean
take_focus_out (LedgerDecisionGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return FALSE;
  gtk_root_set_focus (root, NULL);
  return TRUE;
}

static void
clear (LedgerDecisionGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

/* Takes CONFLICT. */
static void
add_row (LedgerDecisionGroup *self, LedgerConflict *conflict)
{
  /* Only such rows stand in the list of the group. */
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *line = ledger_conflict_row_new (self->session, conflict, NULL);

  gtk_widget_add_css_class (line, "decision");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* The log is read for those records alone of which it is known that there is something. */
static void
add_rows_of (LedgerDecisionGroup *self, const char *type)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  LedgerTable *table = ledger_document_get_table (document, type);

  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *record = ledger_table_get_record (table, i);
      const char *id = ledger_record_get_id (record);
      g_autoptr (GPtrArray) conflicts = NULL;

      if (!ledger_record_is_contested (record) && !ledger_document_is_conflicted (document, id))
        continue;
      conflicts = ledger_conflict_find_in_record (document, type, id);
      while (conflicts->len > 0)
        add_row (self, g_ptr_array_steal_index (conflicts, 0));
    }
}

static void
follow (LedgerDecisionGroup *self)
{
  static const char *const types[] = {
    "inspection", "heading", "phase", "milestone", "person", "department",
  };

  const gboolean had_focus = take_focus_out (self);

  clear (self);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    add_rows_of (self, types[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
ledger_decision_group_finalize (GObject *object)
{
  LedgerDecisionGroup *self = LEDGER_DECISION_GROUP (object);

  g_clear_object (&self->session);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ledger_decision_group_parent_class)->finalize (object);
}

static void
ledger_decision_group_class_init (LedgerDecisionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_decision_group_finalize;
  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/io/github/zhenggai/Ledger/people/ledger-decision-group.ui");
}

static void
ledger_decision_group_init (LedgerDecisionGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

GtkWidget *
ledger_decision_group_new (LedgerSession *session)
{
  LedgerDecisionGroup *self = g_object_new (LEDGER_TYPE_DECISION_GROUP, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (ledger_session_get_document (session),
                           "refreshed",
                           G_CALLBACK (follow),
                           self,
                           G_CONNECT_SWAPPED);
  follow (self);
  return GTK_WIDGET (self);
}
