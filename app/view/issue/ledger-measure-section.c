/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-measure-section.h"

#include <glib/gi18n-lib.h>

#include "ledger-gesture.h"
#include "ledger-measure-row.h"
#include "ledger-text.h"

struct _LedgerMeasureSection
{
  LedgerIssueSection parent_instance;

  GtkWidget *list;
  GtkWidget *entry;
  char *shown; /* the issue whose measures the rows are, or NULL */
};

G_DEFINE_FINAL_TYPE (LedgerMeasureSection, ledger_measure_section, LEDGER_TYPE_ISSUE_SECTION)

static void
write_head (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  g_autofree char *caption =
      facts->n_measures > 0
          ? g_strdup_printf (_ ("done %u/%u"), facts->n_measures_done, facts->n_measures)
          : NULL;

  ledger_section_set_caption (ledger_issue_section_get_frame (section), caption);
}

static LedgerMeasureRow *
get_row (LedgerMeasureSection *self, guint index)
{
  return (LedgerMeasureRow *)gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int)index);
}

static LedgerMeasureRow *
find_row (LedgerMeasureSection *self, const char *measure_id)
{
  LedgerMeasureRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (g_strcmp0 (ledger_measure_row_get_measure (row), measure_id) == 0)
      return row;
  return NULL;
}

/* The measure whose row has the keyboard, or NULL. */
static char *
dup_focused (LedgerMeasureSection *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->list);
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *at = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* In its editor it keeps the keyboard itself. */
  if (!LEDGER_IS_MEASURE_ROW (focus) || at != focus)
    return NULL;
  return g_strdup (ledger_measure_row_get_measure (LEDGER_MEASURE_ROW (focus)));
}

/* Row INDEX becomes that of the measure ID. Those of measures that stay are kept, so that what is
 * typed in one survives a refresh; those of another issue are used again. */
static void
write_row (LedgerMeasureSection *self, guint index, const char *id, gboolean other_issue)
{
  LedgerIssueSection *section = LEDGER_ISSUE_SECTION (self);
  LedgerMeasureRow *row;

  while ((row = get_row (self, index)) != NULL
         && g_strcmp0 (ledger_measure_row_get_measure (row), id) != 0)
    {
      if (other_issue && ledger_measure_row_show_other (row, id))
        return;
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
    }
  if (row == NULL)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         ledger_measure_row_new (ledger_issue_section_get_document (section),
                                                 ledger_issue_section_get_session (section),
                                                 id));
  else
    ledger_measure_row_reload (row);
}

static void
write_content (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  LedgerMeasureSection *self = LEDGER_MEASURE_SECTION (section);
  const char *issue = ledger_issue_section_get_issue (section);
  const GPtrArray *measures =
      ledger_document_get_children (ledger_issue_section_get_document (section), "measure", issue);
  const gboolean other_issue = g_strcmp0 (issue, self->shown) != 0;
  g_autofree char *focused = dup_focused (self);
  LedgerMeasureRow *row;

  g_free (self->shown);
  self->shown = g_strdup (issue);
  for (guint i = 0; i < measures->len; i++)
    write_row (self, i, ledger_record_get_id (measures->pdata[i]), other_issue);
  while ((row = get_row (self, measures->len)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  gtk_widget_set_visible (self->list, measures->len > 0);
  /* One that was moved is another widget now. */
  row = focused != NULL ? find_row (self, focused) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
reset (LedgerIssueSection *section)
{
  gtk_editable_set_text (GTK_EDITABLE (LEDGER_MEASURE_SECTION (section)->entry), "");
}

/* The entry keeps the keyboard: Enter adds, and the next measure can be written at once. */
static void
on_activate (LedgerMeasureSection *self)
{
  LedgerIssueSection *section = LEDGER_ISSUE_SECTION (self);
  g_autofree char *text = ledger_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit;

  if (*text == '\0')
    return;
  edit = ledger_gesture_add_measure (ledger_issue_section_get_document (section),
                                     ledger_issue_section_get_issue (section),
                                     text,
                                     &id,
                                     &error);
  if (edit != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  ledger_session_commit (
      ledger_issue_section_get_session (section), edit, &error, _ ("Measure added"), NULL, NULL);
}

static void
on_row_activated (LedgerMeasureSection *self, LedgerMeasureRow *row)
{
  ledger_measure_row_edit (row);
}

static void
ledger_measure_section_finalize (GObject *object)
{
  g_free (LEDGER_MEASURE_SECTION (object)->shown);
  G_OBJECT_CLASS (ledger_measure_section_parent_class)->finalize (object);
}

static void
ledger_measure_section_class_init (LedgerMeasureSectionClass *klass)
{
  LedgerIssueSectionClass *section_class = LEDGER_ISSUE_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ledger_measure_section_finalize;
  section_class->write_head = write_head;
  section_class->write_content = write_content;
  section_class->reset = reset;
}

static void
ledger_measure_section_init (LedgerMeasureSection *self)
{
  LedgerSection *frame = ledger_issue_section_get_frame (LEDGER_ISSUE_SECTION (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  ledger_section_set_title (frame, _ ("Measures"));
  ledger_section_add_button (frame, _ ("Add"), "page.add-measure");
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "section-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Measures"), -1);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  _ ("Write a measure; Enter adds the next one."));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New measure"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->entry);
  ledger_section_set_child (frame, box);
}

void
ledger_measure_section_start (LedgerMeasureSection *self)
{
  ledger_issue_section_set_expanded (LEDGER_ISSUE_SECTION (self), TRUE);
  gtk_widget_grab_focus (self->entry);
}

void
ledger_measure_section_show (LedgerMeasureSection *self, const char *measure_id)
{
  LedgerMeasureRow *row;

  ledger_issue_section_set_expanded (LEDGER_ISSUE_SECTION (self), TRUE);
  row = find_row (self, measure_id);
  if (row == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}
