/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-note-section.h"

#include <glib/gi18n-lib.h>

#include "ledger-box.h"
#include "ledger-gesture.h"
#include "ledger-note.h"
#include "ledger-text.h"

struct _LedgerNoteSection
{
  LedgerIssueSection parent_instance;
  GtkWidget *list;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (LedgerNoteSection, ledger_note_section, LEDGER_TYPE_ISSUE_SECTION)

static const GPtrArray *
get_notes (LedgerIssueSection *section)
{
  return ledger_document_get_children (ledger_issue_section_get_document (section),
                                       "note",
                                       ledger_issue_section_get_issue (section));
}

static void
write_head (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  const guint n = get_notes (section)->len;
  g_autofree char *caption = n > 0 ? g_strdup_printf ("%u", n) : NULL;

  ledger_section_set_caption (ledger_issue_section_get_frame (section), caption);
}

static GtkWidget *
create_note (LedgerDocument *document, LedgerRecord *note)
{
  const LedgerDay day = ledger_record_get_day (note, LEDGER_NOTE_NOTED_ON);
  const char *by = ledger_document_get_name (
      document, "person", ledger_record_get_text (note, LEDGER_NOTE_NOTED_BY));
  const char *text = ledger_record_get_text (note, LEDGER_NOTE_TEXT);
  g_autofree char *when = day != LEDGER_DAY_NONE
                              ? ledger_day_to_words (day, ledger_document_get_today (document))
                              : g_strdup ("");
  g_autofree char *words = g_strdup_printf (
      "%s%s%s  %s", when, by != NULL ? " " : "", by != NULL ? by : "", text != NULL ? text : "");
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
write_content (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  LedgerNoteSection *self = LEDGER_NOTE_SECTION (section);
  const GPtrArray *notes = get_notes (section);

  ledger_box_clear (self->list);
  for (guint i = notes->len; i > 0; i--)
    gtk_box_append (GTK_BOX (self->list),
                    create_note (ledger_issue_section_get_document (section),
                                 g_ptr_array_index (notes, i - 1)));
}

static void
reset (LedgerIssueSection *section)
{
  gtk_editable_set_text (GTK_EDITABLE (LEDGER_NOTE_SECTION (section)->entry), "");
}

static void
on_activate (LedgerNoteSection *self)
{
  LedgerIssueSection *section = LEDGER_ISSUE_SECTION (self);
  g_autofree char *text = ledger_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit;

  if (*text == '\0')
    return;
  edit = ledger_gesture_add_note (ledger_issue_section_get_document (section),
                                  ledger_issue_section_get_issue (section),
                                  NULL,
                                  text,
                                  &id,
                                  &error);
  if (edit != NULL)
    reset (section);
  ledger_session_commit (
      ledger_issue_section_get_session (section), edit, &error, _ ("Progress added"), NULL, NULL);
}

static void
ledger_note_section_class_init (LedgerNoteSectionClass *klass)
{
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_head = write_head;
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_content = write_content;
  LEDGER_ISSUE_SECTION_CLASS (klass)->reset = reset;
}

static void
ledger_note_section_init (LedgerNoteSection *self)
{
  LedgerSection *frame = ledger_issue_section_get_frame (LEDGER_ISSUE_SECTION (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  ledger_section_set_title (frame, _ ("Progress"));
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  _ ("Write what was done; Enter adds it."));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New progress note"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->list);
  ledger_section_set_child (frame, box);
}

void
ledger_note_section_start (LedgerNoteSection *self)
{
  ledger_issue_section_set_expanded (LEDGER_ISSUE_SECTION (self), TRUE);
  gtk_widget_grab_focus (self->entry);
}
