/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-field-section.h"

#include <glib/gi18n-lib.h>

#include "ledger-field-input.h"
#include "ledger-field.h"

typedef enum
{
  LINES = 1 << 0,       /* several lines of text */
  WHEN_FILLED = 1 << 1, /* not offered while empty: other gestures write it */
  IN_HEAD = 1 << 2,     /* said in the folded section's head where it has a value (UI 7) */
} FieldFlags;

static const struct
{
  guint column;
  FieldFlags flags;
} fields[] = {
  { LEDGER_ISSUE_HEADING, 0 },
  { LEDGER_ISSUE_NUMBER, 0 },
  { LEDGER_ISSUE_SOURCE, IN_HEAD },
  { LEDGER_ISSUE_DEADLINE_CLASS, IN_HEAD },
  { LEDGER_ISSUE_DUE, 0 },
  { LEDGER_ISSUE_TARGET, LINES | IN_HEAD },
  { LEDGER_ISSUE_ROOT_CAUSE, LINES | IN_HEAD },
  { LEDGER_ISSUE_GENERALISE_CHECK, LINES | IN_HEAD },
  { LEDGER_ISSUE_RESULT, LINES | IN_HEAD },
  { LEDGER_ISSUE_VISIBILITY, IN_HEAD },
  { LEDGER_ISSUE_REMARK, LINES | IN_HEAD },
  { LEDGER_ISSUE_SHEET_PROGRESS, LINES | WHEN_FILLED | IN_HEAD },
  { LEDGER_ISSUE_STARTED, WHEN_FILLED },
  { LEDGER_ISSUE_CONTINUED, WHEN_FILLED | IN_HEAD },
  { LEDGER_ISSUE_CLOSED, WHEN_FILLED },
  { LEDGER_ISSUE_CLOSED_BY, WHEN_FILLED },
  { LEDGER_ISSUE_CLOSED_DOCUMENT, WHEN_FILLED | IN_HEAD },
  { LEDGER_ISSUE_REOPENED, WHEN_FILLED | IN_HEAD },
};
#define N_FIELDS G_N_ELEMENTS (fields)

struct _LedgerFieldSection
{
  LedgerIssueSection parent_instance;
  GtkWidget *labels[N_FIELDS];
  GtkWidget *inputs[N_FIELDS]; /* NULL until unfolded */
};

G_DEFINE_FINAL_TYPE (LedgerFieldSection, ledger_field_section, LEDGER_TYPE_ISSUE_SECTION)

static const char *
get_field (guint index)
{
  return ledger_issue_record_type.columns[fields[index].column].name;
}

static gboolean
is_filled (const LedgerIssueFacts *facts, guint index)
{
  return ledger_record_get_text (LEDGER_RECORD (facts->issue), fields[index].column) != NULL;
}

/* --- head: a folded field that has a value is shown --- */

static char *
describe (LedgerDocument *document, const LedgerIssueFacts *facts)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (facts->workflow.round > 1)
    g_ptr_array_add (words,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "returned %u time",
                                                   "returned %u times",
                                                   facts->workflow.round - 1),
                                      facts->workflow.round - 1));
  for (guint i = 0; i < N_FIELDS; i++)
    if ((fields[i].flags & IN_HEAD) != 0 && is_filled (facts, i))
      {
        g_autofree char *value = ledger_field_to_words (
            document,
            "issue",
            get_field (i),
            ledger_record_get_value (LEDGER_RECORD (facts->issue), fields[i].column));

        g_ptr_array_add (words,
                         g_strdup_printf ("%s %s",
                                          ledger_field_get_word ("issue", get_field (i)),
                                          value != NULL ? value : ""));
      }
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" · ", (char **)words->pdata);
}

static void
write_head (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  g_autofree char *caption = describe (ledger_issue_section_get_document (section), facts);

  ledger_section_set_caption (ledger_issue_section_get_frame (section), caption);
}

/* --- content --- */

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
add_field (LedgerFieldSection *self, GtkWidget *grid, guint index)
{
  LedgerSession *session = ledger_issue_section_get_session (LEDGER_ISSUE_SECTION (self));

  self->labels[index] = create_label (fields[index].column == LEDGER_ISSUE_HEADING
                                          ? _ ("Stands under")
                                          : ledger_field_get_word ("issue", get_field (index)));
  self->inputs[index] =
      ledger_field_input_new (session, fields[index].column, (fields[index].flags & LINES) != 0);
  gtk_widget_set_hexpand (self->inputs[index], TRUE);
  gtk_grid_attach (GTK_GRID (grid), self->labels[index], 0, (int)index, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->inputs[index], 1, (int)index, 1, 1);
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
}

static void
write_content (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  LedgerFieldSection *self = LEDGER_FIELD_SECTION (section);

  if (self->inputs[0] == NULL)
    build (self);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      const gboolean shown = (fields[i].flags & WHEN_FILLED) == 0 || is_filled (facts, i);

      gtk_widget_set_visible (self->labels[i], shown);
      gtk_widget_set_visible (self->inputs[i], shown);
      ledger_field_input_show (LEDGER_FIELD_INPUT (self->inputs[i]),
                               ledger_issue_section_get_issue (section));
    }
}

void
ledger_field_section_locate (LedgerFieldSection *self, const char *field)
{
  ledger_issue_section_set_expanded (LEDGER_ISSUE_SECTION (self), TRUE);
  for (guint i = 0; i < N_FIELDS; i++)
    if (g_strcmp0 (get_field (i), field) == 0 && self->inputs[i] != NULL)
      gtk_widget_grab_focus (self->inputs[i]);
}

static void
ledger_field_section_class_init (LedgerFieldSectionClass *klass)
{
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_head = write_head;
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_content = write_content;
}

static void
ledger_field_section_init (LedgerFieldSection *self)
{
  ledger_section_set_title (ledger_issue_section_get_frame (LEDGER_ISSUE_SECTION (self)),
                            _ ("More information"));
}
