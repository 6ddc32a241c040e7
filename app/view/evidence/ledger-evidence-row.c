/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-row.h"

#include <glib/gi18n-lib.h>

#include "ledger-evidence.h"
#include "ledger-fact-cell.h"
#include "ledger-issue-proof.h"

struct _LedgerEvidenceRow
{
  GtkListBoxRow parent_instance;

  char *evidence_id;
  GtkWidget *cell;
  gboolean unfiled;
};

G_DEFINE_FINAL_TYPE (LedgerEvidenceRow, ledger_evidence_row, GTK_TYPE_LIST_BOX_ROW)

static void
ledger_evidence_row_dispose (GObject *object)
{
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  G_OBJECT_CLASS (ledger_evidence_row_parent_class)->dispose (object);
}

static void
ledger_evidence_row_finalize (GObject *object)
{
  g_free (LEDGER_EVIDENCE_ROW (object)->evidence_id);
  G_OBJECT_CLASS (ledger_evidence_row_parent_class)->finalize (object);
}

static void
ledger_evidence_row_class_init (LedgerEvidenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_evidence_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_evidence_row_finalize;
  g_type_ensure (LEDGER_TYPE_FACT_CELL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/evidence/ledger-evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerEvidenceRow, cell);
}

static void
ledger_evidence_row_init (LedgerEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_evidence_row_new (const char *evidence_id)
{
  LedgerEvidenceRow *self = g_object_new (LEDGER_TYPE_EVIDENCE_ROW, NULL);

  self->evidence_id = g_strdup (evidence_id);
  return GTK_WIDGET (self);
}

const char *
ledger_evidence_row_get_evidence (LedgerEvidenceRow *self)
{
  return self->evidence_id;
}

static char *
describe (LedgerDocument *document,
          const char *issue_id,
          LedgerRecord *evidence,
          const GPtrArray *measures)
{
  const guint pages = (guint)ledger_record_get_integer (evidence, LEDGER_EVIDENCE_PAGES);
  const char *obstacle = ledger_issue_proof_get_obstacle (evidence);
  g_autofree char *place = ledger_issue_proof_describe_place (document, issue_id, measures);
  g_autofree char *extent = NULL;

  if (obstacle != NULL)
    return g_strdup_printf ("%s  %s", place, obstacle);
  if (pages == 0)
    return g_steal_pointer (&place);
  extent = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", pages), pages);
  return g_strdup_printf ("%s  %s", extent, place);
}

void
ledger_evidence_row_update (LedgerEvidenceRow *self,
                            LedgerDocument *document,
                            const char *issue_id,
                            LedgerRecord *evidence,
                            const GPtrArray *measures)
{
  g_autofree char *label = ledger_issue_proof_dup_label (document, evidence);
  g_autofree char *caption = describe (document, issue_id, evidence, measures);
  const gboolean obstacle = ledger_issue_proof_get_obstacle (evidence) != NULL;

  self->unfiled = measures == NULL || measures->len == 0;
  ledger_fact_cell_set_facts (LEDGER_FACT_CELL (self->cell),
                              label,
                              caption,
                              obstacle ? "!" : NULL,
                              obstacle ? LEDGER_TINT_NEAR : LEDGER_TINT_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

gboolean
ledger_evidence_row_is_unfiled (LedgerEvidenceRow *self)
{
  return self->unfiled;
}

gboolean
ledger_evidence_row_is_shown (LedgerEvidenceRow *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), "shown");
}

void
ledger_evidence_row_set_shown (LedgerEvidenceRow *self, gboolean shown)
{
  if (shown)
    gtk_widget_add_css_class (GTK_WIDGET (self), "shown");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "shown");
}
