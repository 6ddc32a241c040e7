/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-summary.h"

#include "ledger-import-doubt-list.h"
#include "ledger-import-words.h"

#define N_FATES (LEDGER_IMPORT_KEPT + 1)

struct _LedgerImportSummary
{
  GtkWidget parent_instance;

  GtkWidget *box;

  LedgerImportStudy *study;
  LedgerImportOutcome *outcome;
  GtkButton *added;
  GtkButton *updated;
  GtkButton *unchanged;
  GtkButton *kept;
  GtkLabel *sum;
  GtkLabel *reason;
  LedgerImportDoubtList *doubts;
  LedgerImportForm *form;
};

enum
{
  FATE,
  CELL,
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerImportSummary, ledger_import_summary, GTK_TYPE_WIDGET)

static GtkButton *
get_figure (LedgerImportSummary *self, LedgerImportFate fate)
{
  switch (fate)
    {
    case LEDGER_IMPORT_ADDED:
      return self->added;
    case LEDGER_IMPORT_UPDATED:
      return self->updated;
    case LEDGER_IMPORT_UNCHANGED:
      return self->unchanged;
    case LEDGER_IMPORT_KEPT:
    default:
      return self->kept;
    }
}

/* A number opens the rows that it counts. */
static void
on_figure (LedgerImportSummary *self, GtkButton *button)
{
  for (guint fate = 0; fate < N_FATES; fate++)
    if (button == get_figure (self, fate))
      g_signal_emit (self, signals[FATE], 0, (int)fate);
}

static void
on_cell (LedgerImportSummary *self, guint row, guint column)
{
  g_signal_emit (self, signals[CELL], 0, row, column);
}

static void
on_form_activate (LedgerImportSummary *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
ledger_import_summary_dispose (GObject *object)
{
  LedgerImportSummary *self = LEDGER_IMPORT_SUMMARY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_IMPORT_SUMMARY);
  g_clear_object (&self->study);
  g_clear_object (&self->outcome);
  G_OBJECT_CLASS (ledger_import_summary_parent_class)->dispose (object);
}

static void
add_signals (void)
{
  signals[FATE] = g_signal_new ("fate",
                                LEDGER_TYPE_IMPORT_SUMMARY,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_INT);
  signals[CELL] = g_signal_new ("cell",
                                LEDGER_TYPE_IMPORT_SUMMARY,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                2,
                                G_TYPE_UINT,
                                G_TYPE_UINT);
  signals[ACTIVATE] = g_signal_new ("activate",
                                    LEDGER_TYPE_IMPORT_SUMMARY,
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    0);
}

static void
ledger_import_summary_class_init (LedgerImportSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LEDGER_TYPE_IMPORT_DOUBT_LIST);
  g_type_ensure (LEDGER_TYPE_IMPORT_FORM);
  G_OBJECT_CLASS (klass)->dispose = ledger_import_summary_dispose;
  add_signals ();
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/import/ledger-import-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSummary, box);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSummary, added);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSummary, updated);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSummary, unchanged);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSummary, kept);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSummary, sum);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSummary, reason);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSummary, doubts);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSummary, form);
  gtk_widget_class_bind_template_callback (widget_class, on_figure);
  gtk_widget_class_bind_template_callback (widget_class, on_cell);
  gtk_widget_class_bind_template_callback (widget_class, on_form_activate);
}

static void
ledger_import_summary_init (LedgerImportSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_figures (LedgerImportSummary *self)
{
  for (guint fate = 0; fate < N_FATES; fate++)
    {
      GtkButton *figure = get_figure (self, fate);
      const guint n = ledger_import_outcome_count_issues (self->outcome, fate);
      g_autofree char *label = g_strdup_printf ("%s %u", ledger_import_fate_get_name (fate), n);

      gtk_button_set_label (figure, label);
      gtk_widget_set_visible (GTK_WIDGET (figure), fate != LEDGER_IMPORT_KEPT || n > 0);
      gtk_widget_set_sensitive (GTK_WIDGET (figure), n > 0);
    }
}

void
ledger_import_summary_set_study (LedgerImportSummary *self,
                                 LedgerImportStudy *study,
                                 LedgerImportOutcome *outcome,
                                 LedgerSession *session)
{
  g_assert (self->study == NULL);
  self->study = g_object_ref (study);
  self->outcome = g_object_ref (outcome);
  ledger_import_doubt_list_set_study (self->doubts, study);
  ledger_import_form_set_session (self->form, session);
}

void
ledger_import_summary_show_reading (LedgerImportSummary *self)
{
  const LedgerSheetCounts counts = ledger_import_study_get_counts (self->study);
  g_autofree char *unit = ledger_import_study_dup_unit (self->study);
  LedgerImportPlan *plan = ledger_import_study_get_plan (self->study);
  g_autofree char *sum = ledger_import_words_dup_sum (
      &counts, plan != NULL ? ledger_import_plan_count_absent (plan) : 0);

  show_figures (self);
  gtk_label_set_text (self->sum, plan != NULL ? sum : "");
  ledger_import_form_propose_unit (self->form, unit);
}

void
ledger_import_summary_set_reason (LedgerImportSummary *self, const char *reason)
{
  gtk_label_set_text (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
}

LedgerImportForm *
ledger_import_summary_get_form (LedgerImportSummary *self)
{
  return self->form;
}

GtkWidget *
ledger_import_summary_get_doubts (LedgerImportSummary *self)
{
  return GTK_WIDGET (self->doubts);
}
