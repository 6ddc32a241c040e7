/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-offer.h"

#include "ledger-toolkit.h"

#include <glib/gi18n-lib.h>

struct _LedgerImportOffer
{
  GtkWidget parent_instance;

  GtkWidget *ways;

  GtkLabel *words;
  GtkToggleButton *as_change;
  GtkToggleButton *as_new;
};

enum
{
  DECIDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerImportOffer, ledger_import_offer, GTK_TYPE_WIDGET)

static void
on_as_change (LedgerImportOffer *self)
{
  g_signal_emit (self, signals[DECIDED], 0, TRUE);
}

static void
on_as_new (LedgerImportOffer *self)
{
  g_signal_emit (self, signals[DECIDED], 0, FALSE);
}

static void
ledger_import_offer_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEDGER_TYPE_IMPORT_OFFER);
  G_OBJECT_CLASS (ledger_import_offer_parent_class)->dispose (object);
}

static void
ledger_import_offer_class_init (LedgerImportOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_import_offer_dispose;
  signals[DECIDED] = g_signal_new ("decided",
                                   LEDGER_TYPE_IMPORT_OFFER,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/import/ledger-import-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerImportOffer, ways);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportOffer, words);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportOffer, as_change);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportOffer, as_new);
  gtk_widget_class_bind_template_callback (widget_class, on_as_change);
  gtk_widget_class_bind_template_callback (widget_class, on_as_new);
}

static void
ledger_import_offer_init (LedgerImportOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_import_offer_new (void)
{
  return g_object_new (LEDGER_TYPE_IMPORT_OFFER, NULL);
}

void
ledger_import_offer_show (LedgerImportOffer *self, const LedgerImportPair *pair)
{
  const char *number = pair->number != NULL ? pair->number : "";
  g_autofree char *line = g_strdup (pair->text != NULL ? pair->text : "");
  g_autofree char *words = NULL;

  g_strdelimit (line, "\n", ' ');
  words = g_strdup_printf (_ ("Perhaps the same problem: %s %s"), number, line);
  gtk_label_set_text (self->words, words);
  ledger_toolkit_set_tooltip (GTK_WIDGET (self->words), pair->text);
  gtk_toggle_button_set_active (self->as_change, pair->decision == LEDGER_IMPORT_AS_CHANGE);
  gtk_toggle_button_set_active (self->as_new, pair->decision == LEDGER_IMPORT_AS_NEW);
}
