/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-record-group.h"

#include <glib/gi18n-lib.h>

#include "ledger-field-row.h"
#include "ledger-field.h"
#include "ledger-gesture-people.h"
#include "ledger-reading.h"

struct _LedgerRecordGroup
{
  AdwPreferencesGroup parent_instance;

  LedgerSession *session;
  char *type;
  char *empty;     /* what the group says while it has no rows */
  GPtrArray *rows; /* AdwExpanderRow, borrowed, in the table's order; "id" in each */
  char *outline;   /* the ids of the rows */
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (LedgerRecordGroup, ledger_record_group, ADW_TYPE_PREFERENCES_GROUP)

static LedgerDocument *
get_document (LedgerRecordGroup *self)
{
  return ledger_session_get_document (self->session);
}

/* --- what a folded row says --- */

static void
append_words (GString *text, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, "　");
  g_string_append (text, words);
}

/* Every field but the name that has a value: 科员　办公室. */
static char *
describe (LedgerRecordGroup *self, LedgerRecord *record)
{
  const LedgerRecordType *type = ledger_record_get_record_type (record);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < type->n_columns; i++)
    {
      const LedgerColumn *column = &type->columns[i];
      g_autofree char *words = NULL;

      if ((column->flags & LEDGER_COLUMN_HIDDEN) != 0 || g_str_equal (column->name, "name"))
        continue;
      words = ledger_field_to_words (
          get_document (self), type->name, column->name, ledger_record_get_value (record, i));
      append_words (text, words);
    }
  if (g_str_equal (self->type, "person"))
    {
      g_autofree char *names =
          ledger_gesture_dup_supervised (get_document (self), ledger_record_get_id (record));
      g_autofree char *words = *names != '\0' ? g_strdup_printf (_ ("supervises %s"), names) : NULL;

      append_words (text, words);
    }
  return g_string_free (text, FALSE);
}

static void
title_row (LedgerRecordGroup *self, GtkWidget *row, LedgerRecord *record)
{
  const char *name =
      ledger_document_get_name (get_document (self), self->type, ledger_record_get_id (record));
  const guint column =
      ledger_record_type_find_column (ledger_record_get_record_type (record), "name");
  g_autofree char *words = describe (self, record);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);
  g_autofree char *title = NULL;

  if (name == NULL)
    name = ledger_record_get_text (record, column);
  title = g_markup_escape_text (name != NULL ? name : "", -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
}

/* --- what it unfolds to --- */

static void
on_delete (GtkButton *button, LedgerRecordGroup *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  const char *const ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *label = ledger_document_dup_label (get_document (self), self->type, id);
  g_autofree char *toast = g_strdup_printf (_ ("Deleted %s"), label);

  ledger_session_commit (self->session,
                         ledger_gesture_delete (get_document (self), self->type, ids, &error),
                         &error,
                         toast,
                         NULL,
                         NULL);
}

static GtkWidget *
create_delete (LedgerRecordGroup *self, const char *id)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Delete"));
  const char *name = ledger_document_get_name (get_document (self), self->type, id);
  g_autofree char *label = g_strdup_printf (_ ("Delete %s"), name != NULL ? name : "");

  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_delete), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* At the first unfolding: a page of a hundred people has a thousand rows otherwise. */
static void
on_expanded (LedgerRecordGroup *self, GParamSpec *pspec, GtkWidget *row)
{
  const LedgerRecordType *type =
      ledger_reading_find_type (ledger_reading_get_default (), self->type);
  const char *id = g_object_get_data (G_OBJECT (row), "id");
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (row);

  if (!adw_expander_row_get_expanded (expander) || g_object_get_data (G_OBJECT (row), "filled"))
    return;
  g_object_set_data (G_OBJECT (row), "filled", GINT_TO_POINTER (TRUE));
  for (guint i = 0; i < type->n_columns; i++)
    if ((type->columns[i].flags & LEDGER_COLUMN_HIDDEN) == 0)
      adw_expander_row_add_row (
          expander,
          ledger_field_row_new (
              self->session, self->type, id, type->columns[i].name, _ (type->columns[i].word)));
  if (g_str_equal (self->type, "person"))
    adw_expander_row_add_row (expander, ledger_field_row_new_supervised (self->session, id));
  adw_expander_row_add_row (expander, create_delete (self, id));
}

/* --- the rows --- */

static GtkWidget *
create_row (LedgerRecordGroup *self, LedgerRecord *record)
{
  GtkWidget *row = adw_expander_row_new ();

  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (ledger_record_get_id (record)), g_free);
  g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (on_expanded), self);
  return row;
}

static char *
describe_outline (LedgerRecordGroup *self, LedgerTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    g_string_append (text, ledger_record_get_id (ledger_table_get_record (table, i)));
  return g_string_free (text, FALSE);
}

static GHashTable *
take_rows (LedgerRecordGroup *self)
{
  GHashTable *kept = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      g_hash_table_insert (kept, g_object_get_data (G_OBJECT (row), "id"), g_object_ref (row));
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  return kept;
}

/* Rows that stay keep what is unfolded and typed in them. */
static void
arrange (LedgerRecordGroup *self, LedgerTable *table)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  g_autoptr (GHashTable) kept = take_rows (self);

  g_object_ref (self->add);
  adw_preferences_group_remove (group, self->add);
  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *record = ledger_table_get_record (table, i);
      GtkWidget *row = g_hash_table_lookup (kept, ledger_record_get_id (record));

      if (row == NULL)
        row = create_row (self, record);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (group, row);
    }
  adw_preferences_group_add (group, self->add);
  g_object_unref (self->add);
}

static void
follow (LedgerRecordGroup *self)
{
  LedgerTable *table = ledger_document_get_table (get_document (self), self->type);
  g_autofree char *outline = describe_outline (self, table);

  if (g_strcmp0 (outline, self->outline) != 0)
    {
      arrange (self, table);
      g_free (self->outline);
      self->outline = g_steal_pointer (&outline);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                             self->rows->len == 0 ? self->empty : NULL);
    }
  for (guint i = 0; i < self->rows->len; i++)
    title_row (self, self->rows->pdata[i], ledger_table_get_record (table, i));
}

/* --- adding --- */

static void
on_add (LedgerRecordGroup *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->add));
  g_autoptr (GError) error = NULL;
  g_autofree char *toast = g_strdup_printf (_ ("Added %s"), name);
  LedgerEdit *edit;

  if (*name == '\0')
    return;
  edit = ledger_gesture_add_named (get_document (self), self->type, name, NULL, &error);
  if (edit != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->add), "");
  ledger_session_commit (self->session, edit, &error, toast, NULL, NULL);
}

/* --- life --- */

static void
ledger_record_group_finalize (GObject *object)
{
  LedgerRecordGroup *self = LEDGER_RECORD_GROUP (object);

  g_clear_object (&self->session);
  g_ptr_array_unref (self->rows);
  g_free (self->type);
  g_free (self->empty);
  g_free (self->outline);
  G_OBJECT_CLASS (ledger_record_group_parent_class)->finalize (object);
}

static void
ledger_record_group_class_init (LedgerRecordGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ledger_record_group_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/people/ledger-record-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerRecordGroup, add);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
ledger_record_group_init (LedgerRecordGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

GtkWidget *
ledger_record_group_new (
    LedgerSession *session, const char *type, const char *title, const char *add, const char *empty)
{
  LedgerRecordGroup *self = g_object_new (LEDGER_TYPE_RECORD_GROUP, "title", title, NULL);

  self->session = g_object_ref (session);
  self->type = g_strdup (type);
  self->empty = g_strdup (empty);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), add);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  g_signal_connect_object (
      get_document (self), "refreshed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
  return GTK_WIDGET (self);
}
