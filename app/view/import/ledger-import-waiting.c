/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-waiting.h"

#include <glib/gi18n-lib.h>

#define PULSE_MS 100

struct _LedgerImportWaiting
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  GtkProgressBar *bar;
  GSignalGroup *progress_signals;
  guint pulsing; /* source that moves the bar while nobody knows how long it takes */
};

G_DEFINE_FINAL_TYPE (LedgerImportWaiting, ledger_import_waiting, GTK_TYPE_WIDGET)

static gboolean
pulse (gpointer bar)
{
  gtk_progress_bar_pulse (bar);
  return G_SOURCE_CONTINUE;
}

/* A bar that was moved so draws frame after frame until it is given a fraction again. */
static void
set_fraction (LedgerImportWaiting *self, double fraction)
{
  g_clear_handle_id (&self->pulsing, g_source_remove);
  gtk_progress_bar_set_fraction (self->bar, fraction);
}

static void
show_progress (LedgerImportWaiting *self, GParamSpec *pspec, LedgerProgress *progress)
{
  const double fraction = ledger_progress_get_fraction (progress);
  g_autofree char *said = ledger_progress_dup_text (progress);
  const char *text = *said != '\0' ? said : _ ("Reading the list…");

  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (fraction >= 0)
    set_fraction (self, fraction);
  else if (self->pulsing == 0)
    self->pulsing = g_timeout_add (PULSE_MS, pulse, self->bar);
}

static void
ledger_import_waiting_dispose (GObject *object)
{
  LedgerImportWaiting *self = LEDGER_IMPORT_WAITING (object);

  g_clear_handle_id (&self->pulsing, g_source_remove);
  g_clear_object (&self->progress_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_IMPORT_WAITING);
  G_OBJECT_CLASS (ledger_import_waiting_parent_class)->dispose (object);
}

static void
ledger_import_waiting_class_init (LedgerImportWaitingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_import_waiting_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/import/ledger-import-waiting.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerImportWaiting, box);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportWaiting, label);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportWaiting, bar);
}

static void
ledger_import_waiting_init (LedgerImportWaiting *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->progress_signals = g_signal_group_new (LEDGER_TYPE_PROGRESS);
  g_signal_group_connect_swapped (
      self->progress_signals, "notify", G_CALLBACK (show_progress), self);
}

void
ledger_import_waiting_watch (LedgerImportWaiting *self, LedgerProgress *progress)
{
  g_autoptr (GObject) watched = g_signal_group_dup_target (self->progress_signals);

  if (watched == (GObject *)progress)
    return;
  g_signal_group_set_target (self->progress_signals, progress);
  set_fraction (self, 0);
  if (progress != NULL)
    show_progress (self, NULL, progress);
}
