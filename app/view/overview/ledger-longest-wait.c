/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-longest-wait.h"

#include <glib/gi18n-lib.h>

#include "ledger-statistics.h"

struct _LedgerLongestWait
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *words;
};

G_DEFINE_FINAL_TYPE (LedgerLongestWait, ledger_longest_wait, GTK_TYPE_WIDGET)

static gboolean
is_waiting (const LedgerIssueFacts *facts)
{
  return ledger_figure_counts (LEDGER_FIGURE_AWAITING_REVIEW, facts)
         || ledger_figure_counts (LEDGER_FIGURE_AWAITING_APPROVAL, facts);
}

static const LedgerIssueFacts *
find_longest (LedgerDocument *document, GPtrArray *issues, guint *days)
{
  const LedgerIssueFacts *longest = NULL;

  *days = 0;
  for (guint i = 0; i < issues->len; i++)
    {
      const LedgerIssueFacts *facts = g_ptr_array_index (issues, i);
      const guint waited =
          is_waiting (facts) ? ledger_statistics_get_waiting_days (document, facts) : 0;

      if (waited <= *days)
        continue;
      *days = waited;
      longest = facts;
    }
  return longest;
}

static void
ledger_longest_wait_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEDGER_TYPE_LONGEST_WAIT);
  G_OBJECT_CLASS (ledger_longest_wait_parent_class)->dispose (object);
}

static void
ledger_longest_wait_class_init (LedgerLongestWaitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_longest_wait_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/overview/ledger-longest-wait.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerLongestWait, button);
  gtk_widget_class_bind_template_child (widget_class, LedgerLongestWait, words);
}

static void
ledger_longest_wait_init (LedgerLongestWait *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ledger_longest_wait_set_issues (LedgerLongestWait *self,
                                LedgerDocument *document,
                                GPtrArray *issues)
{
  guint days;
  const LedgerIssueFacts *longest = find_longest (document, issues, &days);
  g_autofree char *words = NULL, *number = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), longest != NULL);
  if (longest == NULL)
    return;
  number = ledger_document_dup_number (document, LEDGER_RECORD (longest->issue));
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "Waiting longest: %s %s, %u working day",
                                        "Waiting longest: %s %s, %u working days",
                                        days),
                           number ? number : "",
                           ledger_state_get_name (longest->workflow.state),
                           days);
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_target (
      GTK_ACTIONABLE (self->button), "s", ledger_record_get_id (LEDGER_RECORD (longest->issue)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.open-issue");
}
