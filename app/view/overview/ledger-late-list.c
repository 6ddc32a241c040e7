/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-late-list.h"

#include <glib/gi18n-lib.h>

#include "ledger-chart-mark.h"
#include "ledger-chart-rows.h"
#include "ledger-fitting-box.h"
#include "ledger-light-label.h"
#include "ledger-toolkit.h"

/* What a small screen shows; a higher one asks for more. */
#define FIRST_ROWS 16
#define MOST_ROWS 40
/* No row is wider than that, and the longest problem has some thousand characters. */
#define SHOWN_CHARACTERS 150

struct _LedgerLateList
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  GPtrArray *ids; /* of all problems, in order */
  guint n_rows;
  GtkWidget *rows;
  GtkWidget *all;
  GtkSizeGroup *numbers;
  GtkSizeGroup *handlers;
  GtkSizeGroup *lights;
};

G_DEFINE_FINAL_TYPE (LedgerLateList, ledger_late_list, GTK_TYPE_WIDGET)

/* The longest overdue first, then the nearest due; then by number. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const LedgerIssueFacts *first = *(const LedgerIssueFacts *const *)a;
  const LedgerIssueFacts *second = *(const LedgerIssueFacts *const *)b;

  if (first->due != second->due)
    return first->due < second->due ? -1 : 1;
  if (first->number_key[0] != second->number_key[0])
    return first->number_key[0] < second->number_key[0] ? -1 : 1;
  if (first->number_key[1] != second->number_key[1])
    return first->number_key[1] < second->number_key[1] ? -1 : 1;
  return 0;
}

static char *
describe_light (LedgerLateList *self, const LedgerIssueFacts *facts)
{
  return ledger_issue_facts_describe_light (facts, ledger_document_get_today (self->document));
}

static GtkWidget *
create_label (const char *text, GtkSizeGroup *group)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  if (group != NULL)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), 5);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 10);
      gtk_size_group_add_widget (group, label);
    }
  else
    gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static glong
count_shown (const char *text)
{
  return MIN (g_utf8_strlen (text, -1), SHOWN_CHARACTERS);
}

static GtkWidget *
create_row (LedgerLateList *self, const LedgerIssueFacts *facts)
{
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);
  g_autofree char *number = ledger_document_dup_number (self->document, issue);
  const char *text = ledger_record_get_text (issue, LEDGER_ISSUE_TEXT);
  g_autofree char *shown = text != NULL ? g_utf8_substring (text, 0, count_shown (text)) : NULL;
  const char *handler = facts->handler != NULL ? facts->handler : facts->department;
  g_autofree char *words = describe_light (self, facts);
  g_autofree char *whole = g_strdup_printf (
      "%s %s %s %s", number ? number : "", text ? text : "", handler ? handler : "", words);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *light = ledger_light_label_new ();
  GtkWidget *button =
      g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  ledger_light_label_set_light (LEDGER_LIGHT_LABEL (light), facts->light, words);
  gtk_size_group_add_widget (self->lights, light);
  gtk_box_append (GTK_BOX (box), create_label (number, self->numbers));
  gtk_box_append (GTK_BOX (box), create_label (shown, NULL));
  gtk_box_append (GTK_BOX (box), create_label (handler ? handler : "—", self->handlers));
  gtk_box_append (GTK_BOX (box), light);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "late-row");
  ledger_toolkit_set_tooltip (button, text);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", ledger_record_get_id (issue));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-issue");
  return button;
}

static void
append_rows (LedgerLateList *self, guint n)
{
  const guint end = MIN (MIN (self->n_rows + n, self->ids->len), MOST_ROWS);

  for (; self->n_rows < end; self->n_rows++)
    {
      const LedgerIssueFacts *facts =
          ledger_document_get_facts (self->document, g_ptr_array_index (self->ids, self->n_rows));

      if (facts != NULL)
        ledger_fitting_box_append (LEDGER_FITTING_BOX (self->rows), create_row (self, facts));
    }
}

static void
append_words (LedgerLateList *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  ledger_fitting_box_append (LEDGER_FITTING_BOX (self->rows), label);
}

/* “没有逾期问题。下一个到期：1.2.4，3月16日。” */
static void
show_next (LedgerLateList *self, GPtrArray *issues)
{
  const LedgerIssueFacts *next = NULL;
  const LedgerDay today = ledger_document_get_today (self->document);
  g_autofree char *number = NULL, *day = NULL, *words = NULL;

  for (guint i = 0; i < issues->len; i++)
    {
      const LedgerIssueFacts *facts = g_ptr_array_index (issues, i);

      if (facts->due != LEDGER_DAY_NONE && facts->due >= today
          && ledger_figure_counts (LEDGER_FIGURE_UNFINISHED, facts)
          && (next == NULL || compare (&facts, &next) < 0))
        next = facts;
    }
  if (next == NULL)
    {
      append_words (self, _ ("No problem is overdue."));
      return;
    }
  number = ledger_document_dup_number (self->document, LEDGER_RECORD (next->issue));
  day = ledger_day_to_words (next->due, today);
  words =
      g_strdup_printf (_ ("No problem is overdue. Next due: %s, %s."), number ? number : "", day);
  append_words (self, words);
}

static void
show_all_button (LedgerLateList *self, guint n)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All %u", "All %u", n), n);

  gtk_button_set_label (GTK_BUTTON (self->all), text);
  gtk_widget_set_visible (self->all, n > 0);
}

static void
ledger_late_list_dispose (GObject *object)
{
  LedgerLateList *self = LEDGER_LATE_LIST (object);

  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->all, gtk_widget_unparent);
  g_clear_object (&self->numbers);
  g_clear_object (&self->handlers);
  g_clear_object (&self->lights);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ledger_late_list_parent_class)->dispose (object);
}

static void
ledger_late_list_finalize (GObject *object)
{
  g_ptr_array_unref (LEDGER_LATE_LIST (object)->ids);
  G_OBJECT_CLASS (ledger_late_list_parent_class)->finalize (object);
}

static void
ledger_late_list_class_init (LedgerLateListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_late_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_late_list_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "latelist");
}

static void
ledger_late_list_init (LedgerLateList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->numbers = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->handlers = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->lights = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->rows = ledger_fitting_box_new ();
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Overdue and near due"), -1);
  g_signal_connect_swapped (self->rows, "room", G_CALLBACK (append_rows), self);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->all = ledger_chart_mark_new_link (
      "",
      NULL,
      ledger_chart_rows_new (LEDGER_FIGURE_PRESSING, NULL, LEDGER_DAY_NONE, LEDGER_DAY_NONE));
  gtk_widget_set_halign (self->all, GTK_ALIGN_END);
  gtk_widget_set_parent (self->all, GTK_WIDGET (self));
}

void
ledger_late_list_set_issues (LedgerLateList *self, LedgerDocument *document, GPtrArray *issues)
{
  g_autoptr (GPtrArray) pressing = g_ptr_array_new ();

  g_set_object (&self->document, document);
  for (guint i = 0; i < issues->len; i++)
    if (ledger_figure_counts (LEDGER_FIGURE_PRESSING, g_ptr_array_index (issues, i)))
      g_ptr_array_add (pressing, g_ptr_array_index (issues, i));
  g_ptr_array_sort (pressing, compare);
  g_ptr_array_set_size (self->ids, 0);
  ledger_fitting_box_clear (LEDGER_FITTING_BOX (self->rows));
  for (guint i = 0; i < pressing->len; i++)
    {
      const LedgerIssueFacts *facts = g_ptr_array_index (pressing, i);

      g_ptr_array_add (self->ids, g_strdup (ledger_record_get_id (LEDGER_RECORD (facts->issue))));
    }
  self->n_rows = 0;
  append_rows (self, FIRST_ROWS);
  if (pressing->len == 0)
    show_next (self, issues);
  show_all_button (self, pressing->len);
}

LedgerTableCopy *
ledger_late_list_copy (LedgerLateList *self)
{
  LedgerTableCopy *copy = ledger_table_copy_new (6);
  const char *const heading[] = {
    _ ("No."), _ ("Problem"), _ ("Department"), _ ("Handler"), _ ("Deadline"), _ ("Light"),
  };

  ledger_table_copy_add_head (copy, heading);
  for (guint i = 0; i < self->ids->len; i++)
    {
      const LedgerIssueFacts *facts =
          ledger_document_get_facts (self->document, g_ptr_array_index (self->ids, i));
      g_autofree char *number = NULL, *due = NULL, *light = NULL;

      if (facts == NULL)
        continue;
      number = ledger_document_dup_number (self->document, LEDGER_RECORD (facts->issue));
      due = ledger_day_to_words (facts->due, LEDGER_DAY_NONE);
      light = describe_light (self, facts);
      ledger_table_copy_add_row (
          copy,
          (const char *const[]){
              number,
              ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_TEXT),
              facts->department,
              facts->handler,
              due,
              light,
          });
    }
  return copy;
}
