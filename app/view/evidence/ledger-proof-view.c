/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-proof-view.h"

struct _LedgerProofView
{
  GtkWidget parent_instance;

  char *issue_id;
};

G_DEFINE_FINAL_TYPE (LedgerProofView, ledger_proof_view, GTK_TYPE_WIDGET)

static void
ledger_proof_view_finalize (GObject *object)
{
  g_free (LEDGER_PROOF_VIEW (object)->issue_id);
  G_OBJECT_CLASS (ledger_proof_view_parent_class)->finalize (object);
}

static void
ledger_proof_view_class_init (LedgerProofViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_proof_view_finalize;
}

static void
ledger_proof_view_init (LedgerProofView *self)
{
}

GtkWidget *
ledger_proof_view_new (LedgerDocument *document, LedgerSession *session)
{
  return g_object_new (LEDGER_TYPE_PROOF_VIEW, NULL);
}

void
ledger_proof_view_set_issue (LedgerProofView *self, const char *issue_id)
{
  g_free (self->issue_id);
  self->issue_id = g_strdup (issue_id);
}

const char *
ledger_proof_view_get_issue (LedgerProofView *self)
{
  return self->issue_id;
}

void
ledger_proof_view_show_evidence (LedgerProofView *self, const char *evidence_id)
{
}

void
ledger_proof_view_zoom (LedgerProofView *self, int step)
{
}
