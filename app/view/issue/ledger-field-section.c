/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-field-section.h"

#include <glib/gi18n-lib.h>

#include "ledger-choice.h"
#include "ledger-field.h"
#include "ledger-gesture.h"

static const guint fields[] = {
  LEDGER_ISSUE_NUMBER,           LEDGER_ISSUE_SOURCE,
  LEDGER_ISSUE_DEADLINE_CLASS,   LEDGER_ISSUE_DUE,
  LEDGER_ISSUE_TARGET,           LEDGER_ISSUE_ROOT_CAUSE,
  LEDGER_ISSUE_GENERALISE_CHECK, LEDGER_ISSUE_RESULT,
  LEDGER_ISSUE_VISIBILITY,       LEDGER_ISSUE_REMARK,
  LEDGER_ISSUE_SHEET_PROGRESS,
};
#define N_FIELDS G_N_ELEMENTS (fields)

struct _LedgerFieldSection
{
  LedgerIssueSection parent_instance;
  GtkWidget *entries[N_FIELDS];
  char *shown[N_FIELDS];
  gboolean built;
};

G_DEFINE_FINAL_TYPE (LedgerFieldSection, ledger_field_section, LEDGER_TYPE_ISSUE_SECTION)

static const char *
get_field (guint index)
{
  return ledger_issue_record_type.columns[fields[index]].name;
}

static void
write_head (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
}

static char *
dup_words (LedgerIssueSection *section, LedgerRecord *issue, guint index)
{
  g_autoptr (LedgerDeadline) deadline = NULL;
  const char *text = ledger_record_get_text (issue, fields[index]);

  if (text != NULL
      && ledger_issue_record_type.columns[fields[index]].kind == LEDGER_COLUMN_DEADLINE)
    deadline = ledger_deadline_from_canonical (text);
  if (deadline != NULL)
    return g_strdup (deadline->words);
  return ledger_field_to_words (ledger_issue_section_get_document (section),
                                "issue",
                                get_field (index),
                                ledger_record_get_value (issue, fields[index]));
}

/* Enter or leaving the line writes it; what is refused stands again as it was. */
static void
save (LedgerFieldSection *self, guint index)
{
  LedgerIssueSection *section = LEDGER_ISSUE_SECTION (self);
  LedgerDocument *document = ledger_issue_section_get_document (section);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entries[index]));
  const char *issue = ledger_issue_section_get_issue (section);
  const char *word = ledger_field_get_word ("issue", get_field (index));
  g_autofree char *toast = g_strdup_printf (_ ("%s changed"), word);
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit;

  if (issue == NULL || g_strcmp0 (text, self->shown[index] != NULL ? self->shown[index] : "") == 0)
    return;
  edit = ledger_gesture_set (document, "issue", issue, get_field (index), text, &error);
  if (edit == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entries[index]),
                           self->shown[index] != NULL ? self->shown[index] : "");
  ledger_session_commit (
      ledger_issue_section_get_session (section), edit, &error, toast, NULL, NULL);
}

static guint
get_index (gpointer entry)
{
  return GPOINTER_TO_UINT (g_object_get_data (entry, "index"));
}

static void
on_activate (LedgerFieldSection *self, GtkWidget *entry)
{
  save (self, get_index (entry));
}

static void
on_leave (LedgerFieldSection *self, GtkEventController *focus)
{
  save (self, get_index (gtk_event_controller_get_widget (focus)));
}

static char *
describe_choices (guint index)
{
  guint n = 0;
  const LedgerChoice *choices = ledger_choice_list ("issue", get_field (index), &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s%s",
                            i > 0 ? " / " : "",
                            ledger_choice_get_name ("issue", get_field (index), choices[i].word));
  return g_string_free (text, FALSE);
}

static void
add_field (LedgerFieldSection *self, GtkWidget *grid, guint index)
{
  const char *word = ledger_field_get_word ("issue", get_field (index));
  g_autofree char *choices = describe_choices (index);
  GtkWidget *label = gtk_label_new (word);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entries[index] = entry;
  g_object_set_data (G_OBJECT (entry), "index", GUINT_TO_POINTER (index));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), choices);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (entry, focus);
  gtk_grid_attach (GTK_GRID (grid), label, 0, (int)index, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, 1, (int)index, 1, 1);
}

static void
build (LedgerFieldSection *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < N_FIELDS; i++)
    add_field (self, grid, i);
  ledger_section_set_child (ledger_issue_section_get_frame (LEDGER_ISSUE_SECTION (self)), grid);
  self->built = TRUE;
}

static void
write_content (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  LedgerFieldSection *self = LEDGER_FIELD_SECTION (section);

  if (!self->built)
    build (self);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *words = dup_words (section, LEDGER_RECORD (facts->issue), i);
      const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entries[i]));

      /* What is being typed stays. */
      if (g_strcmp0 (text, self->shown[i] != NULL ? self->shown[i] : "") == 0
          && g_strcmp0 (text, words != NULL ? words : "") != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), words != NULL ? words : "");
      g_free (self->shown[i]);
      self->shown[i] = g_steal_pointer (&words);
    }
}

static void
reset (LedgerIssueSection *section)
{
  LedgerFieldSection *self = LEDGER_FIELD_SECTION (section);

  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_clear_pointer (&self->shown[i], g_free);
      if (self->built)
        gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), "");
    }
}

void
ledger_field_section_locate (LedgerFieldSection *self, const char *field)
{
  ledger_issue_section_set_expanded (LEDGER_ISSUE_SECTION (self), TRUE);
  for (guint i = 0; i < N_FIELDS; i++)
    if (g_strcmp0 (get_field (i), field) == 0)
      gtk_widget_grab_focus (self->entries[i]);
}

static void
ledger_field_section_finalize (GObject *object)
{
  for (guint i = 0; i < N_FIELDS; i++)
    g_free (LEDGER_FIELD_SECTION (object)->shown[i]);
  G_OBJECT_CLASS (ledger_field_section_parent_class)->finalize (object);
}

static void
ledger_field_section_class_init (LedgerFieldSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_field_section_finalize;
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_head = write_head;
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_content = write_content;
  LEDGER_ISSUE_SECTION_CLASS (klass)->reset = reset;
}

static void
ledger_field_section_init (LedgerFieldSection *self)
{
  ledger_section_set_title (ledger_issue_section_get_frame (LEDGER_ISSUE_SECTION (self)),
                            _ ("More information"));
}
