/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-trace-section.h"

#include <glib/gi18n-lib.h>

#include "ledger-approval-status.h"
#include "ledger-box.h"
#include "ledger-field.h"
#include "ledger-gesture.h"
#include "ledger-signoff.h"
#include "ledger-toolkit.h"

#define MOST_LINES 30

struct _LedgerTraceSection
{
  LedgerIssueSection parent_instance;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (LedgerTraceSection, ledger_trace_section, LEDGER_TYPE_ISSUE_SECTION)

static void
write_head (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const LedgerOperation *one = *(const LedgerOperation *const *)a;
  const LedgerOperation *other = *(const LedgerOperation *const *)b;

  return one->time > other->time ? -1 : one->time < other->time;
}

static void
collect (GPtrArray *operations,
         LedgerDocument *document,
         const LedgerRecordType *type,
         const char *id)
{
  for (guint i = 0; i < type->n_columns; i++)
    {
      g_autoptr (GPtrArray) history = NULL;

      if (type->columns[i].flags & (LEDGER_COLUMN_HIDDEN | LEDGER_COLUMN_PARENT))
        continue;
      history = ledger_store_get_history (
          ledger_document_get_store (document), type->name, id, type->columns[i].name, NULL);
      if (history == NULL)
        continue;
      g_ptr_array_set_free_func (history, NULL);
      for (guint k = 0; k < history->len; k++)
        g_ptr_array_add (operations, g_ptr_array_index (history, k));
    }
}

/* What was signed, returned or withdrawn; the text of it is no field to be told by its value. */
static void
collect_signoffs (GPtrArray *operations, LedgerDocument *document, const char *issue)
{
  const GPtrArray *signoffs = ledger_document_get_children (document, "signoff", issue);

  for (guint i = 0; i < signoffs->len; i++)
    {
      g_autoptr (GPtrArray) history =
          ledger_store_get_history (ledger_document_get_store (document),
                                    "signoff",
                                    ledger_record_get_id (signoffs->pdata[i]),
                                    "body",
                                    NULL);

      if (history != NULL && history->len > 0)
        g_ptr_array_add (operations, g_ptr_array_steal_index (history, history->len - 1));
    }
}

static char *
describe_signoff (LedgerDocument *document, const LedgerOperation *operation)
{
  char *words = ledger_approval_describe (document, operation->id);

  return words != NULL ? words : g_strdup (_ ("A sign-off that cannot be read"));
}

static gboolean
is_signoff (const LedgerOperation *operation)
{
  return g_str_equal (operation->type, "signoff");
}

/* “3月5日 09:31” */
static char *
dup_when (LedgerDocument *document, gint64 milliseconds)
{
  g_autofree char *clock = ledger_day_dup_clock (milliseconds);
  g_autofree char *day =
      ledger_day_to_words (ledger_day_of_time (milliseconds), ledger_document_get_today (document));

  return g_strdup_printf ("%s %s", day, clock);
}

static char *
describe (LedgerDocument *document, const LedgerOperation *operation)
{
  if (is_signoff (operation))
    return describe_signoff (document, operation);
  g_autofree char *when = dup_when (document, operation->time);
  g_autofree char *now =
      ledger_field_to_words (document, operation->type, operation->field, operation->value);
  g_autofree char *before =
      ledger_field_to_words (document, operation->type, operation->field, operation->before);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "%s %s  %s：%s",
                          when,
                          operation->actor != NULL ? operation->actor : "",
                          ledger_field_get_word (operation->type, operation->field),
                          now != NULL ? now : _ ("nothing"));
  if (before != NULL)
    {
      g_string_append (text, "（");
      g_string_append_printf (text, _ ("was %s"), before);
      g_string_append (text, "）");
    }
  return g_string_free (text, FALSE);
}

static void
on_restore (LedgerTraceSection *self, GtkWidget *button)
{
  LedgerIssueSection *section = LEDGER_ISSUE_SECTION (self);
  const LedgerOperation *operation = g_object_get_data (G_OBJECT (button), "operation");
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit =
      ledger_gesture_restore (ledger_issue_section_get_document (section), operation, &error);

  ledger_session_commit (
      ledger_issue_section_get_session (section), edit, &error, _ ("Value restored"), NULL, NULL);
}

/* Of a return its text says why, whoever entered it. */
static const char *
get_reason (LedgerDocument *document, const LedgerOperation *operation)
{
  LedgerRecord *record =
      is_signoff (operation) ? ledger_document_lookup (document, "signoff", operation->id) : NULL;
  const LedgerSignoffText *text =
      record != NULL ? ledger_signoff_get_header (LEDGER_SIGNOFF (record)) : NULL;

  if (text != NULL && text->decision == LEDGER_DECISION_RETURN)
    return text->opinion;
  return operation->reason;
}

/* Why it was changed or returned, whole. */
static GtkWidget *
create_reason (const char *reason)
{
  g_autofree char *text = g_strdup_printf (_ ("Reason: %s"), reason);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

/* Takes OPERATION. */
static void
add_line (LedgerTraceSection *self, LedgerDocument *document, LedgerOperation *operation)
{
  g_autofree char *text = describe (document, operation);
  const char *reason = get_reason (document, operation);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  ledger_toolkit_set_tooltip (label, text);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, operation->before != NULL && !is_signoff (operation));
  g_object_set_data_full (
      G_OBJECT (button), "operation", operation, (GDestroyNotify)ledger_operation_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_restore), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (self->list), line);
  if (reason != NULL && *reason != '\0')
    gtk_box_append (GTK_BOX (self->list), create_reason (reason));
}

static void
write_content (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  LedgerTraceSection *self = LEDGER_TRACE_SECTION (section);
  LedgerDocument *document = ledger_issue_section_get_document (section);
  const char *issue = ledger_issue_section_get_issue (section);
  g_autoptr (GPtrArray) operations = g_ptr_array_new ();

  ledger_box_clear (self->list);
  collect (operations, document, &ledger_issue_record_type, issue);
  collect (operations, document, &ledger_claim_record_type, issue);
  collect_signoffs (operations, document, issue);
  g_ptr_array_sort (operations, compare_times);
  for (guint i = 0; i < operations->len; i++)
    if (i < MOST_LINES)
      add_line (self, document, g_ptr_array_index (operations, i));
    else
      ledger_operation_free (g_ptr_array_index (operations, i));
}

static void
ledger_trace_section_class_init (LedgerTraceSectionClass *klass)
{
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_head = write_head;
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_content = write_content;
}

static void
ledger_trace_section_init (LedgerTraceSection *self)
{
  LedgerSection *frame = ledger_issue_section_get_frame (LEDGER_ISSUE_SECTION (self));

  ledger_section_set_title (frame, _ ("History"));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  ledger_section_set_child (frame, self->list);
}
