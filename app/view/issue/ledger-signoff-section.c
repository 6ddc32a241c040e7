/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-section.h"

#include <glib/gi18n-lib.h>

#include "ledger-light-label.h"
#include "ledger-signoff.h"

struct _LedgerSignoffSection
{
  LedgerIssueSection parent_instance;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (LedgerSignoffSection, ledger_signoff_section, LEDGER_TYPE_ISSUE_SECTION)

static const GPtrArray *
get_signoffs (LedgerIssueSection *section)
{
  return ledger_document_get_children (ledger_issue_section_get_document (section),
                                       "signoff",
                                       ledger_issue_section_get_issue (section));
}

static void
write_head (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  const guint n = get_signoffs (section)->len;
  g_autofree char *caption = facts->changed_since ? g_strdup (_ ("changed since signed"))
                             : n > 0              ? g_strdup_printf ("%u", n)
                                                  : NULL;

  ledger_section_set_caption (ledger_issue_section_get_frame (section), caption);
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static char *
describe_day (LedgerDocument *document, const LedgerSignoffText *header)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (header->time / 1000);
  const LedgerDay day = header->paper && header->paper_day != LEDGER_DAY_NONE ? header->paper_day
                        : time != NULL ? ledger_day_new (g_date_time_get_year (time),
                                                         g_date_time_get_month (time),
                                                         g_date_time_get_day_of_month (time))
                                       : LEDGER_DAY_NONE;

  return day != LEDGER_DAY_NONE ? ledger_day_to_words (day, ledger_document_get_today (document))
                                : g_strdup ("");
}

/* “王建国 3月5日纸质签批，李敏补录”: the page claims no more than it knows. */
static char *
describe (LedgerDocument *document, const LedgerSignoffText *header)
{
  g_autofree char *day = describe_day (document, header);
  const char *name = header->signer_name != NULL ? header->signer_name : "—";
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s  ", ledger_step_get_name (header->step));
  if (header->paper)
    g_string_append_printf (text, _ ("%s on paper of %s"), name, day);
  else
    g_string_append_printf (text, "%s %s", name, day);
  if (header->entered_by != NULL && *header->entered_by != '\0')
    {
      g_string_append (text, "  ");
      g_string_append_printf (text, _ ("entered by %s from paper"), header->entered_by);
    }
  g_string_append_printf (text, "  %s", ledger_decision_get_name (header->decision));
  if (header->opinion != NULL && *header->opinion != '\0')
    g_string_append_printf (text, "  %s", header->opinion);
  return g_string_free (text, FALSE);
}

static void
add_differences (GtkWidget *box, GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const LedgerDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char *text = g_strdup_printf (
          "%s：%s → %s",
          difference->field,
          difference->signed_value != NULL ? difference->signed_value : _ ("nothing"),
          difference->present_value != NULL ? difference->present_value : _ ("nothing"));
      GtkWidget *label = create_label (text);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_set_margin_start (label, 12);
      gtk_box_append (GTK_BOX (box), label);
    }
}

/* Only what counts now is valid or changed; what was withdrawn or returned is past. */
static gboolean
counts (const LedgerIssueFacts *facts, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts->workflow.counted); i++)
    if (g_strcmp0 (facts->workflow.counted[i], id) == 0)
      return TRUE;
  return FALSE;
}

static void
add_line (LedgerIssueSection *section, const LedgerIssueFacts *facts, LedgerRecord *record)
{
  LedgerDocument *document = ledger_issue_section_get_document (section);
  GtkWidget *list = LEDGER_SIGNOFF_SECTION (section)->list;
  const LedgerSignoffText *header = ledger_signoff_get_header (LEDGER_SIGNOFF (record));
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  GtkWidget *chip;

  if (header == NULL)
    return;
  text = describe (document, header);
  gtk_box_append (GTK_BOX (list), create_label (text));
  if (!counts (facts, ledger_record_get_id (record)))
    return;
  differences =
      ledger_canonical_compare (document, ledger_record_get_text (record, LEDGER_SIGNOFF_BODY));
  chip = ledger_light_label_new ();
  ledger_light_label_set_chip (LEDGER_LIGHT_LABEL (chip),
                               NULL,
                               differences->len == 0 ? _ ("valid") : _ ("changed since signed"),
                               differences->len == 0 ? LEDGER_TINT_NONE : LEDGER_TINT_NEAR);
  gtk_box_append (GTK_BOX (list), chip);
  add_differences (list, differences);
}

static void
write_content (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  LedgerSignoffSection *self = LEDGER_SIGNOFF_SECTION (section);
  const GPtrArray *signoffs = get_signoffs (section);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  if (signoffs->len == 0)
    gtk_box_append (GTK_BOX (self->list), create_label (_ ("Nobody has signed yet.")));
  for (guint i = 0; i < signoffs->len; i++)
    add_line (section, facts, g_ptr_array_index (signoffs, i));
}

static void
ledger_signoff_section_class_init (LedgerSignoffSectionClass *klass)
{
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_head = write_head;
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_content = write_content;
}

static void
ledger_signoff_section_init (LedgerSignoffSection *self)
{
  LedgerSection *frame = ledger_issue_section_get_frame (LEDGER_ISSUE_SECTION (self));

  ledger_section_set_title (frame, _ ("Sign-offs"));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  ledger_section_set_child (frame, self->list);
}
