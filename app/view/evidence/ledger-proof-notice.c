/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-proof-notice.h"

#include <glib/gi18n-lib.h>

struct _LedgerProofNotice
{
  GtkWidget parent_instance;

  guint file;
  int page;
  GtkWidget *box;
  GtkWidget *text;
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
  g_clear_pointer (&LEDGER_PROOF_NOTICE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ledger_proof_notice_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (
      name, LEDGER_TYPE_PROOF_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ledger_proof_notice_class_init (LedgerProofNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_proof_notice_dispose;
  signals[RETRY] = new_signal ("retry");
  signals[EXPORT] = new_signal ("export");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "proofnotice");
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

static GtkWidget *
add_button (LedgerProofNotice *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
ledger_proof_notice_init (LedgerProofNotice *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->text), 48);
  gtk_label_set_justify (GTK_LABEL (self->text), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  add_button (self, buttons, _ ("_Try again"), G_CALLBACK (on_retry));
  add_button (self, buttons, _ ("_Export original…"), G_CALLBACK (on_export));
  gtk_box_append (GTK_BOX (self->box), buttons);
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
