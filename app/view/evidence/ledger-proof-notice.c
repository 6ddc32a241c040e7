/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-proof-notice.h"

struct _LedgerProofNotice
{
  GtkWidget parent_instance;

  guint file;
  int page;
  GtkWidget *box;
  GtkWidget *text;
  GtkWidget *retry;
};

enum
{
  RETRY,
  EXPORT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerProofNotice, ledger_proof_notice, GTK_TYPE_WIDGET)

static void
ledger_proof_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEDGER_TYPE_PROOF_NOTICE);
  G_OBJECT_CLASS (ledger_proof_notice_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (
      name, LEDGER_TYPE_PROOF_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_retry (LedgerProofNotice *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
on_export (LedgerProofNotice *self)
{
  g_signal_emit (self, signals[EXPORT], 0);
}

static void
ledger_proof_notice_class_init (LedgerProofNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_proof_notice_dispose;
  signals[RETRY] = new_signal ("retry");
  signals[EXPORT] = new_signal ("export");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/evidence/ledger-proof-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerProofNotice, box);
  gtk_widget_class_bind_template_child (widget_class, LedgerProofNotice, text);
  gtk_widget_class_bind_template_child (widget_class, LedgerProofNotice, retry);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_set_css_name (widget_class, "proofnotice");
}

static void
ledger_proof_notice_init (LedgerProofNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_proof_notice_new (guint file, int page)
{
  LedgerProofNotice *self = g_object_new (LEDGER_TYPE_PROOF_NOTICE, NULL);

  self->file = file;
  self->page = page;
  return GTK_WIDGET (self);
}

guint
ledger_proof_notice_get_file (LedgerProofNotice *self)
{
  return self->file;
}

int
ledger_proof_notice_get_page (LedgerProofNotice *self)
{
  return self->page;
}

void
ledger_proof_notice_set_text (LedgerProofNotice *self, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->text)), text) != 0)
    gtk_label_set_text (GTK_LABEL (self->text), text);
}

const char *
ledger_proof_notice_get_text (LedgerProofNotice *self)
{
  return gtk_label_get_text (GTK_LABEL (self->text));
}

void
ledger_proof_notice_set_retry (LedgerProofNotice *self, gboolean retry)
{
  gtk_widget_set_visible (self->retry, retry);
}
