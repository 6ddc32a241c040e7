/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-matter.h"

#include <glib/gi18n-lib.h>

#include "ledger-box.h"
#include "ledger-light-label.h"
#include "ledger-measure.h"
#include "ledger-signoff-chain.h"
#include "ledger-toolkit.h"

struct _LedgerSignoffMatter
{
  GtkWidget parent_instance;

  char *issue_id; /* shown last */
  GtkWidget *scrolled;
  GtkWidget *number;
  GtkWidget *light;
  GtkWidget *rounds;
  GtkWidget *wording;
  GtkWidget *people;
  GtkWidget *measures_head;
  GtkWidget *measures;
  GtkWidget *chain_head;
  GtkWidget *chain;
};

G_DEFINE_FINAL_TYPE (LedgerSignoffMatter, ledger_signoff_matter, GTK_TYPE_WIDGET)

/* 退回第2次 */
static void
show_rounds (LedgerSignoffMatter *self, guint round)
{
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->rounds, round > 1);
  if (round <= 1)
    return;
  words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "returned %u time", "returned %u times", round - 1), round - 1);
  ledger_light_label_set_chip (LEDGER_LIGHT_LABEL (self->rounds), NULL, words, LEDGER_TINT_NONE);
}

static void
show_head (LedgerSignoffMatter *self, LedgerDocument *document, const LedgerIssueFacts *facts)
{
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);
  g_autofree char *number = ledger_document_dup_number (document, issue);
  const char *text = ledger_record_get_text (issue, LEDGER_ISSUE_TEXT);
  g_autofree char *people = g_strdup_printf (
      "%s %s", facts->department ? facts->department : "", facts->handler ? facts->handler : "");
  g_autofree char *words =
      ledger_issue_facts_describe_light (facts, ledger_document_get_today (document));

  gtk_label_set_text (GTK_LABEL (self->number), number ? number : "");
  gtk_label_set_text (GTK_LABEL (self->wording), text ? text : "");
  gtk_label_set_text (GTK_LABEL (self->people), people);
  ledger_light_label_set_light (LEDGER_LIGHT_LABEL (self->light), facts->light, words);
  show_rounds (self, facts->workflow.round);
}

static GtkWidget *
create_measure (LedgerRecord *measure, guint place)
{
  const gboolean done = ledger_record_get_integer (measure, LEDGER_MEASURE_DONE) != 0;
  const char *text = ledger_record_get_text (measure, LEDGER_MEASURE_TEXT);
  g_autofree char *line = g_strdup_printf ("%s %u %s", done ? "✓" : "○", place, text ? text : "");
  g_autofree char *words = g_strdup_printf (
      done ? _ ("Measure %u, done: %s") : _ ("Measure %u, not done: %s"), place, text ? text : "");
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  ledger_toolkit_set_tooltip (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return label;
}

/* “措施3条，全部完成” */
static void
show_measures (LedgerSignoffMatter *self, LedgerDocument *document, const LedgerIssueFacts *facts)
{
  const char *issue_id = ledger_record_get_id (LEDGER_RECORD (facts->issue));
  const GPtrArray *measures =
      ledger_document_get_children (document, ledger_measure_record_type.name, issue_id);
  g_autofree char *head = NULL;

  ledger_box_clear (self->measures);
  for (guint i = 0; i < measures->len; i++)
    gtk_box_append (GTK_BOX (self->measures),
                    create_measure (g_ptr_array_index (measures, i), i + 1));
  if (facts->n_measures == 0)
    head = g_strdup (_ ("No measures"));
  else if (facts->n_measures_done == facts->n_measures)
    head = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "%u measure, done", "%u measures, all done", facts->n_measures),
        facts->n_measures);
  else
    head = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "%u measure, %u done", "%u measures, %u done", facts->n_measures),
        facts->n_measures,
        facts->n_measures_done);
  gtk_label_set_text (GTK_LABEL (self->measures_head), head);
}

/* --- life --- */

static void
ledger_signoff_matter_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEDGER_TYPE_SIGNOFF_MATTER);
  g_clear_pointer (&LEDGER_SIGNOFF_MATTER (object)->issue_id, g_free);
  G_OBJECT_CLASS (ledger_signoff_matter_parent_class)->dispose (object);
}

static void
ledger_signoff_matter_class_init (LedgerSignoffMatterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_signoff_matter_dispose;
  g_type_ensure (LEDGER_TYPE_LIGHT_LABEL);
  g_type_ensure (LEDGER_TYPE_SIGNOFF_CHAIN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/signoff/ledger-signoff-matter.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffMatter, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffMatter, number);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffMatter, light);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffMatter, rounds);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffMatter, wording);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffMatter, people);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffMatter, measures_head);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffMatter, measures);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffMatter, chain_head);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffMatter, chain);
}

static void
ledger_signoff_matter_init (LedgerSignoffMatter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ledger_signoff_matter_show (LedgerSignoffMatter *self,
                            LedgerSession *session,
                            const LedgerIssueFacts *facts)
{
  LedgerDocument *document = ledger_session_get_document (session);
  const char *issue_id = ledger_record_get_id (LEDGER_RECORD (facts->issue));

  show_head (self, document, facts);
  show_measures (self, document, facts);
  gtk_widget_set_visible (
      self->chain_head,
      ledger_signoff_chain_show (LEDGER_SIGNOFF_CHAIN (self->chain), session, issue_id) > 0);
  if (g_strcmp0 (self->issue_id, issue_id) == 0)
    return;
  g_free (self->issue_id);
  self->issue_id = g_strdup (issue_id);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
}
