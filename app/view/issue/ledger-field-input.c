/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-field-input.h"

#include <glib/gi18n-lib.h>

#include "ledger-choice.h"
#include "ledger-date-entry.h"
#include "ledger-field.h"
#include "ledger-gesture.h"
#include "ledger-heading-titles.h"
#include "ledger-heading.h"
#include "ledger-tab-order.h"

#define LEAST_HEIGHT 34
#define MOST_HEIGHT 140

struct _LedgerFieldInput
{
  GtkWidget parent_instance;

  LedgerSession *session;
  guint column;
  char *issue;
  GtkWidget *input;   /* GtkEntry, GtkTextView, LedgerDateEntry or GtkDropDown */
  GPtrArray *choices; /* of a drop-down: what is written for each of its lines */
  char *shown;        /* as it was loaded, to see what was typed since */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (LedgerFieldInput, ledger_field_input, GTK_TYPE_WIDGET)

static LedgerDocument *
get_document (LedgerFieldInput *self)
{
  return ledger_session_get_document (self->session);
}

static const LedgerColumn *
get_column (LedgerFieldInput *self)
{
  return &ledger_issue_record_type.columns[self->column];
}

static const char *
get_word (LedgerFieldInput *self)
{
  return self->column == LEDGER_ISSUE_HEADING
             ? _ ("Stands under")
             : ledger_field_get_word ("issue", get_column (self)->name);
}

/* --- what is there --- */

/* As it is written into the field: words, a stable word, an id; "" where there is nothing. */
static char *
dup_present (LedgerFieldInput *self)
{
  LedgerRecord *issue = ledger_document_lookup (get_document (self), "issue", self->issue);
  const char *text = issue != NULL ? ledger_record_get_text (issue, self->column) : NULL;
  g_autoptr (LedgerDeadline) deadline = NULL;
  char *words;

  if (text == NULL)
    return g_strdup ("");
  if (GTK_IS_DROP_DOWN (self->input))
    return g_strdup (text);
  if (get_column (self)->kind == LEDGER_COLUMN_DEADLINE)
    deadline = ledger_deadline_from_canonical (text);
  if (deadline != NULL)
    return ledger_deadline_to_entry (deadline);
  words = ledger_field_to_words (get_document (self),
                                 "issue",
                                 get_column (self)->name,
                                 ledger_record_get_value (issue, self->column));
  return words != NULL ? words : g_strdup ("");
}

static void
add_choice (LedgerFieldInput *self, GtkStringList *names, const char *value, const char *name)
{
  g_ptr_array_add (self->choices, g_strdup (value));
  gtk_string_list_append (names, name);
}

static void
add_headings (LedgerFieldInput *self, GtkStringList *names)
{
  const GPtrArray *headings = ledger_document_get_headings (get_document (self));

  for (guint i = 0; i < headings->len; i++)
    {
      LedgerRecord *heading = g_ptr_array_index (headings, i);
      g_autofree char *number = ledger_document_dup_number (get_document (self), heading);
      const char *text = ledger_record_get_text (heading, LEDGER_HEADING_TEXT);
      g_autofree char *name =
          g_strdup_printf ("%s %s",
                           number != NULL ? number : "",
                           text != NULL ? ledger_heading_titles_skip_numeral (text) : "");

      add_choice (self, names, ledger_record_get_id (heading), name);
    }
}

static void
add_words (LedgerFieldInput *self, GtkStringList *names)
{
  guint n = 0;
  const LedgerChoice *choices = ledger_choice_list ("issue", get_column (self)->name, &n);

  for (guint i = 0; i < n; i++)
    add_choice (self,
                names,
                choices[i].word,
                ledger_choice_get_name ("issue", get_column (self)->name, choices[i].word));
}

/* The headings may have changed since. */
static void
fill_choices (LedgerFieldInput *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->choices, 0);
  add_choice (self, names, "", C_ ("choice", "Not set"));
  if (self->column == LEDGER_ISSUE_HEADING)
    add_headings (self, names);
  else
    add_words (self, names);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->input), G_LIST_MODEL (names));
}

/* --- what is typed --- */

static char *
dup_lines (LedgerFieldInput *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* NULL: a day that cannot be read. */
static char *
dup_typed (LedgerFieldInput *self)
{
  guint selected;

  if (GTK_IS_TEXT_VIEW (self->input))
    return dup_lines (self);
  if (LEDGER_IS_DATE_ENTRY (self->input))
    return ledger_date_entry_dup_value (LEDGER_DATE_ENTRY (self->input));
  if (!GTK_IS_DROP_DOWN (self->input))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input)));
  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->input));
  return g_strdup (selected < self->choices->len ? g_ptr_array_index (self->choices, selected)
                                                 : "");
}

static void
select_choice (LedgerFieldInput *self, const char *value)
{
  guint found = 0;

  fill_choices (self);
  for (guint i = 0; i < self->choices->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->choices, i), value) == 0)
      found = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->input), found);
}

static void
write_typed (LedgerFieldInput *self, const char *value)
{
  self->loading = TRUE;
  if (GTK_IS_TEXT_VIEW (self->input))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), value, -1);
  else if (LEDGER_IS_DATE_ENTRY (self->input))
    ledger_date_entry_set_words (LEDGER_DATE_ENTRY (self->input), value);
  else if (GTK_IS_DROP_DOWN (self->input))
    select_choice (self, value);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->input), value);
  self->loading = FALSE;
}

/* --- saving --- */

static LedgerEdit *
make_edit (LedgerFieldInput *self, const char *value, GError **error)
{
  const char *const ids[] = { self->issue, NULL };

  if (self->column == LEDGER_ISSUE_HEADING && *value != '\0')
    return ledger_gesture_move_issues (get_document (self), ids, value, error);
  return ledger_gesture_set (
      get_document (self), "issue", self->issue, get_column (self)->name, value, error);
}

static void
save (LedgerFieldInput *self)
{
  g_autofree char *value = self->issue != NULL ? dup_typed (self) : NULL;
  g_autofree char *toast = NULL;
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit;

  if (self->loading || value == NULL || g_strcmp0 (value, self->shown) == 0)
    return;
  edit = make_edit (self, value, &error);
  if (edit == NULL)
    write_typed (self, self->shown != NULL ? self->shown : "");
  toast = g_strdup_printf (_ ("%s changed"), get_word (self));
  ledger_session_commit (self->session, edit, &error, toast, NULL, NULL);
}

/* --- building --- */

static GtkWidget *
create_lines (LedgerFieldInput *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->input = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->input), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->input), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->input), 6);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->input), 6);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->input), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->input), 6);
  gtk_widget_add_css_class (scrolled, "frame");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LEAST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->input);
  return scrolled;
}

static void
create_choice (LedgerFieldInput *self)
{
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->input = gtk_drop_down_new (NULL, name);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->input),
                                   self->column == LEDGER_ISSUE_HEADING);
  g_signal_connect_swapped (self->input, "notify::selected", G_CALLBACK (save), self);
}

static void
create_day (LedgerFieldInput *self)
{
  self->input = ledger_date_entry_new (get_document (self), get_word (self));
  ledger_date_entry_set_deadline (LEDGER_DATE_ENTRY (self->input),
                                  get_column (self)->kind == LEDGER_COLUMN_DEADLINE);
  g_signal_connect_swapped (self->input, "activate", G_CALLBACK (save), self);
}

static void
build (LedgerFieldInput *self, gboolean lines)
{
  const LedgerColumnKind kind = get_column (self)->kind;
  GtkWidget *child = NULL;

  if (lines)
    child = create_lines (self);
  else if (kind == LEDGER_COLUMN_CHOICE || kind == LEDGER_COLUMN_REFERENCE)
    create_choice (self);
  else if (kind == LEDGER_COLUMN_DATE || kind == LEDGER_COLUMN_DEADLINE)
    create_day (self);
  else
    {
      self->input = gtk_entry_new ();
      g_signal_connect_swapped (self->input, "activate", G_CALLBACK (save), self);
    }
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, get_word (self), -1);
  gtk_widget_set_parent (child != NULL ? child : self->input, GTK_WIDGET (self));
}

static gboolean
ledger_field_input_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LEDGER_FIELD_INPUT (widget)->input);
}

static void
ledger_field_input_dispose (GObject *object)
{
  LedgerFieldInput *self = LEDGER_FIELD_INPUT (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->loading = TRUE;
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->issue, g_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  G_OBJECT_CLASS (ledger_field_input_parent_class)->dispose (object);
}

static void
ledger_field_input_class_init (LedgerFieldInputClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_field_input_dispose;
  widget_class->focus = ledger_tab_order_through;
  widget_class->grab_focus = ledger_field_input_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldinput");
}

static void
ledger_field_input_init (LedgerFieldInput *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->choices = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (save), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
ledger_field_input_new (LedgerSession *session, guint column, gboolean lines)
{
  LedgerFieldInput *self = g_object_new (LEDGER_TYPE_FIELD_INPUT, NULL);

  self->session = g_object_ref (session);
  self->column = column;
  build (self, lines);
  return GTK_WIDGET (self);
}

void
ledger_field_input_show (LedgerFieldInput *self, const char *issue_id)
{
  const gboolean another = g_strcmp0 (self->issue, issue_id) != 0;
  g_autofree char *typed = NULL;
  g_autofree char *present = NULL;

  if (another)
    {
      g_free (self->issue);
      self->issue = g_strdup (issue_id);
      g_clear_pointer (&self->shown, g_free);
    }
  typed = dup_typed (self);
  present = dup_present (self);
  if (another || GTK_IS_DROP_DOWN (self->input)
      || (g_strcmp0 (typed, self->shown) == 0 && g_strcmp0 (typed, present) != 0))
    write_typed (self, present);
  g_free (self->shown);
  self->shown = g_steal_pointer (&present);
}
