/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-field-row.h"

#include <glib/gi18n-lib.h>

#include "ledger-choice.h"
#include "ledger-date-entry.h"
#include "ledger-field.h"
#include "ledger-gesture-people.h"
#include "ledger-picker-entry.h"
#include "ledger-reading.h"

/* Not a column: the links of a person. */
#define SUPERVISED "supervised"

/* What a row knows; it lives as long as the row. */
#define LEDGER_TYPE_FIELD_ROW (ledger_field_row_get_type ())
G_DECLARE_FINAL_TYPE (LedgerFieldRow, ledger_field_row, LEDGER, FIELD_ROW, GObject)

struct _LedgerFieldRow
{
  GObject parent_instance;

  LedgerSession *session;
  char *type;
  char *id;
  char *field;
  char *title;
  const LedgerColumn *column; /* NULL for SUPERVISED */
  GtkWidget *row;             /* borrowed: it owns this */
  GtkWidget *input;           /* in it */
  char *shown;                /* as the ledger has it */
  gboolean following;
};

G_DEFINE_FINAL_TYPE (LedgerFieldRow, ledger_field_row, G_TYPE_OBJECT)

static void
ledger_field_row_finalize (GObject *object)
{
  LedgerFieldRow *self = LEDGER_FIELD_ROW (object);

  g_clear_object (&self->session);
  g_free (self->type);
  g_free (self->id);
  g_free (self->field);
  g_free (self->title);
  g_free (self->shown);
  G_OBJECT_CLASS (ledger_field_row_parent_class)->finalize (object);
}

static void
ledger_field_row_class_init (LedgerFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_field_row_finalize;
}

static void
ledger_field_row_init (LedgerFieldRow *self)
{
}

static LedgerDocument *
get_document (LedgerFieldRow *self)
{
  return ledger_session_get_document (self->session);
}

static LedgerColumnKind
get_kind (LedgerFieldRow *self)
{
  return self->column != NULL ? self->column->kind : LEDGER_COLUMN_TEXT;
}

/* Names of levels stand on lines; people write them in one. */
static gboolean
is_lines (LedgerFieldRow *self)
{
  return g_str_equal (self->field, "level_names");
}

/* Settings of the round work without having been set: the first choice is what holds then. */
static gboolean
has_default (LedgerFieldRow *self)
{
  return g_str_equal (self->type, "inspection") && !g_str_equal (self->field, "tier");
}

static guint
get_first_choice (LedgerFieldRow *self)
{
  return has_default (self) ? 0 : 1;
}

/* --- as the ledger has it --- */

static const LedgerValue *
get_value (LedgerFieldRow *self)
{
  LedgerRecord *record = ledger_document_lookup (get_document (self), self->type, self->id);
  const guint column =
      record != NULL
          ? ledger_record_type_find_column (ledger_record_get_record_type (record), self->field)
          : G_MAXUINT;

  return column != G_MAXUINT ? ledger_record_get_value (record, column) : NULL;
}

/* Choices and days by their stable words, all else in words; never NULL. */
static char *
dup_stored (LedgerFieldRow *self)
{
  const LedgerValue *value = get_value (self);
  const LedgerColumnKind kind = get_kind (self);
  g_autofree char *text = NULL;

  if (self->column == NULL)
    return ledger_gesture_dup_supervised (get_document (self), self->id);
  if (kind == LEDGER_COLUMN_CHOICE && has_default (self)
      && (value == NULL || ledger_value_get_text (value) == NULL))
    {
      guint n;

      return g_strdup (ledger_choice_list (self->type, self->field, &n)[0].word);
    }
  if (kind == LEDGER_COLUMN_CHOICE || kind == LEDGER_COLUMN_DATE)
    return g_strdup (value != NULL && ledger_value_get_text (value) != NULL
                         ? ledger_value_get_text (value)
                         : "");
  if (kind == LEDGER_COLUMN_FLAG)
    return g_strdup (value != NULL && ledger_value_get_integer (value) != 0 ? "true" : "false");
  text = ledger_field_to_words (get_document (self), self->type, self->field, value);
  if (text != NULL && is_lines (self))
    {
      g_autoptr (GString) line = g_string_new (text);

      g_string_replace (line, "\n", "、", 0);
      return g_string_free (g_steal_pointer (&line), FALSE);
    }
  return text != NULL ? g_steal_pointer (&text) : g_strdup ("");
}

/* --- as the row has it --- */

static char *
dup_choice (LedgerFieldRow *self)
{
  const guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));
  const guint first = get_first_choice (self);
  guint n;
  const LedgerChoice *choices = ledger_choice_list (self->type, self->field, &n);

  return g_strdup (chosen >= first && chosen < n + first ? choices[chosen - first].word : "");
}

/* NULL where a day cannot be read: the entry says so itself. */
static char *
dup_input (LedgerFieldRow *self)
{
  LedgerDay day;

  switch (get_kind (self))
    {
    case LEDGER_COLUMN_DATE:
      day = ledger_date_entry_get_day (LEDGER_DATE_ENTRY (self->input));
      return day != LEDGER_DAY_NONE ? ledger_day_to_iso (day)
                                    : ledger_date_entry_dup_value (LEDGER_DATE_ENTRY (self->input));
    case LEDGER_COLUMN_REFERENCE:
      return g_strdup (ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (self->input)));
    case LEDGER_COLUMN_CHOICE:
      return dup_choice (self);
    case LEDGER_COLUMN_FLAG:
      return g_strdup (gtk_switch_get_active (GTK_SWITCH (self->input)) ? "true" : "false");
    case LEDGER_COLUMN_TEXT:
    case LEDGER_COLUMN_INTEGER:
    case LEDGER_COLUMN_DEADLINE:
    case LEDGER_COLUMN_DIGEST:
    default:
      return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input)));
    }
}

static void
show_choice (LedgerFieldRow *self)
{
  guint n;
  const LedgerChoice *choices = ledger_choice_list (self->type, self->field, &n);
  guint found = 0;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (choices[i].word, self->shown) == 0)
      found = i + get_first_choice (self);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), found);
}

static void
show_stored (LedgerFieldRow *self)
{
  self->following = TRUE;
  switch (get_kind (self))
    {
    case LEDGER_COLUMN_DATE:
      ledger_date_entry_set_day (LEDGER_DATE_ENTRY (self->input),
                                 ledger_day_from_iso (self->shown));
      break;
    case LEDGER_COLUMN_REFERENCE:
      ledger_picker_entry_set_name (LEDGER_PICKER_ENTRY (self->input), self->shown);
      break;
    case LEDGER_COLUMN_CHOICE:
      show_choice (self);
      break;
    case LEDGER_COLUMN_FLAG:
      gtk_switch_set_active (GTK_SWITCH (self->input), g_str_equal (self->shown, "true"));
      break;
    case LEDGER_COLUMN_TEXT:
    case LEDGER_COLUMN_INTEGER:
    case LEDGER_COLUMN_DEADLINE:
    case LEDGER_COLUMN_DIGEST:
    default:
      gtk_editable_set_text (GTK_EDITABLE (self->input), self->shown);
      break;
    }
  self->following = FALSE;
}

/* What somebody is typing stays. */
static void
follow (LedgerFieldRow *self)
{
  g_autofree char *stored = dup_stored (self);
  g_autofree char *input = dup_input (self);

  if (g_strcmp0 (stored, self->shown) == 0)
    return;
  if (self->shown == NULL || g_strcmp0 (input, self->shown) == 0)
    {
      g_free (self->shown);
      self->shown = g_steal_pointer (&stored);
      show_stored (self);
      return;
    }
  g_free (self->shown);
  self->shown = g_steal_pointer (&stored);
}

/* --- writing --- */

static void
on_done (LedgerSession *session, gboolean committed, gpointer data)
{
  g_autoptr (LedgerFieldRow) self = data;

  if (!committed && self->row != NULL)
    show_stored (self);
}

static LedgerEdit *
make_edit (LedgerFieldRow *self, const char *text, GError **error)
{
  g_autofree char *lines = NULL;

  if (self->column == NULL)
    return ledger_gesture_set_supervised (get_document (self), self->id, text, error);
  if (is_lines (self))
    {
      g_autoptr (GRegex) divider = g_regex_new ("[、，,；;\\s]+", 0, 0, NULL);

      lines = g_regex_replace_literal (divider, text, -1, 0, "\n", 0, NULL);
    }
  return ledger_gesture_set (
      get_document (self), self->type, self->id, self->field, lines != NULL ? lines : text, error);
}

static char *
dup_toast (LedgerFieldRow *self, const char *text)
{
  const LedgerDay day = ledger_day_from_iso (text);
  g_autofree char *words =
      day != LEDGER_DAY_NONE
          ? ledger_day_to_words (day, ledger_document_get_today (get_document (self)))
          : NULL;

  if (get_kind (self) == LEDGER_COLUMN_FLAG)
    return g_strdup_printf (g_str_equal (text, "true") ? _ ("%s: on") : _ ("%s: off"), self->title);
  if (*text == '\0')
    return g_strdup_printf (_ ("%s emptied"), self->title);
  if (get_kind (self) == LEDGER_COLUMN_CHOICE)
    text = ledger_choice_get_name (self->type, self->field, text);
  return g_strdup_printf (_ ("%s is now %s"), self->title, words != NULL ? words : text);
}

static void
commit (LedgerFieldRow *self)
{
  g_autofree char *text = self->following ? NULL : dup_input (self);
  g_autofree char *toast = NULL;
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit;

  if (text == NULL || g_strcmp0 (text, self->shown) == 0
      || ledger_document_is_read_only (get_document (self)))
    return;
  if (ledger_document_lookup (get_document (self), self->type, self->id) == NULL)
    return;
  toast = dup_toast (self, text);
  edit = make_edit (self, text, &error);
  ledger_session_commit (self->session, edit, &error, toast, on_done, g_object_ref (self));
}

static void
on_leave (LedgerFieldRow *self)
{
  if (gtk_widget_get_root (self->row) != NULL && gtk_widget_get_mapped (self->row))
    commit (self);
}

/* --- the widgets --- */

static void
on_row_gone (LedgerFieldRow *self, GObject *row)
{
  self->row = NULL;
  self->input = NULL;
}

static void
add_suffix (LedgerFieldRow *self, GtkWidget *input)
{
  self->row = adw_action_row_new ();
  self->input = input;
  gtk_widget_set_valign (input, GTK_ALIGN_CENTER);
  /* A date has its reading under it: without this the two touch the lines of the list. */
  gtk_widget_set_margin_top (input, 6);
  gtk_widget_set_margin_bottom (input, 6);
  gtk_widget_set_size_request (input, get_kind (self) == LEDGER_COLUMN_FLAG ? -1 : 240, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), input);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->row), input);
}

/* Days that were, as opposed to days that are planned. */
static gboolean
is_fact (LedgerFieldRow *self)
{
  const char *const facts[] = { "feedback_date", "receipt_date", NULL };

  return g_strv_contains (facts, self->field);
}

static void
build_choice (LedgerFieldRow *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  guint n;
  const LedgerChoice *choices = ledger_choice_list (self->type, self->field, &n);

  if (!has_default (self))
    gtk_string_list_append (names, C_ ("choice", "Not said"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _ (choices[i].name));
  self->row = self->input = adw_combo_row_new ();
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (names));
  g_object_unref (names);
  g_signal_connect_swapped (self->row, "notify::selected", G_CALLBACK (commit), self);
}

static void
build_entry (LedgerFieldRow *self)
{
  self->row = self->input = adw_entry_row_new ();
  g_signal_connect_swapped (self->row, "entry-activated", G_CALLBACK (commit), self);
}

static void
build (LedgerFieldRow *self)
{
  switch (get_kind (self))
    {
    case LEDGER_COLUMN_DATE:
      add_suffix (self, ledger_date_entry_new (get_document (self), self->title));
      ledger_date_entry_set_fact (LEDGER_DATE_ENTRY (self->input), is_fact (self));
      g_signal_connect_swapped (self->input, "activate", G_CALLBACK (commit), self);
      break;
    case LEDGER_COLUMN_REFERENCE:
      add_suffix (self,
                  ledger_picker_entry_new (get_document (self),
                                           g_str_equal (self->column->target, "person")
                                               ? LEDGER_PICKER_PERSON
                                               : LEDGER_PICKER_DEPARTMENT,
                                           self->title));
      g_signal_connect_swapped (self->input, "picked", G_CALLBACK (commit), self);
      break;
    case LEDGER_COLUMN_FLAG:
      add_suffix (self, gtk_switch_new ());
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
      g_signal_connect_swapped (self->input, "notify::active", G_CALLBACK (commit), self);
      break;
    case LEDGER_COLUMN_CHOICE:
      build_choice (self);
      break;
    case LEDGER_COLUMN_TEXT:
    case LEDGER_COLUMN_INTEGER:
    case LEDGER_COLUMN_DEADLINE:
    case LEDGER_COLUMN_DIGEST:
    default:
      build_entry (self);
      break;
    }
}

static GtkWidget *
finish (LedgerFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  build (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), self->title);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (self->row, focus);
  g_signal_connect_object (
      get_document (self), "refreshed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "destroy", G_CALLBACK (on_row_gone), self, G_CONNECT_SWAPPED);
  follow (self);
  g_object_set_data_full (G_OBJECT (self->row), "field-row", self, g_object_unref);
  return self->row;
}

static LedgerFieldRow *
create (LedgerSession *session, const char *type, const char *id, const char *field)
{
  LedgerFieldRow *self = g_object_new (LEDGER_TYPE_FIELD_ROW, NULL);

  self->session = g_object_ref (session);
  self->type = g_strdup (type);
  self->id = g_strdup (id);
  self->field = g_strdup (field);
  return self;
}

GtkWidget *
ledger_field_row_new (
    LedgerSession *session, const char *type, const char *id, const char *field, const char *title)
{
  LedgerFieldRow *self = create (session, type, id, field);
  const LedgerRecordType *known = ledger_reading_find_type (ledger_reading_get_default (), type);

  self->title = g_strdup (title);
  self->column = &known->columns[ledger_record_type_find_column (known, field)];
  return finish (self);
}

GtkWidget *
ledger_field_row_new_supervised (LedgerSession *session, const char *person_id)
{
  LedgerFieldRow *self = create (session, "person", person_id, SUPERVISED);

  self->title = g_strdup (_ ("Supervised departments"));
  return finish (self);
}
