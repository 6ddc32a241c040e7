/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-return-popover.h"

#include <glib/gi18n-lib.h>

#include "ledger-approval.h"
#include "ledger-text.h"

struct _LedgerReturnPopover
{
  GtkPopover parent_instance;

  GtkWidget *reasons;
  GtkWidget *words;
  GtkWidget *send;
};

enum
{
  RETURNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerReturnPopover, ledger_return_popover, GTK_TYPE_POPOVER)

static char *
dup_words (LedgerReturnPopover *self)
{
  return ledger_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->words)));
}

static void
send_reason (LedgerReturnPopover *self, const char *reason)
{
  g_autofree char *kept = g_strdup (reason);

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_editable_set_text (GTK_EDITABLE (self->words), "");
  g_signal_emit (self, signals[RETURNED], 0, kept);
}

/* A reason sends at once (a return is two actions); what was typed before goes behind it. */
static void
on_reason (GtkButton *button, LedgerReturnPopover *self)
{
  g_autofree char *words = dup_words (self);
  const char *reason = gtk_button_get_label (button);
  g_autofree char *both =
      *words != '\0' ? g_strdup_printf (_ ("%s: %s"), reason, words) : g_strdup (reason);

  send_reason (self, both);
}

static void
on_send (LedgerReturnPopover *self)
{
  g_autofree char *words = dup_words (self);

  if (*words != '\0')
    send_reason (self, words);
}

static void
on_words_changed (LedgerReturnPopover *self)
{
  g_autofree char *words = dup_words (self);

  gtk_widget_set_sensitive (self->send, *words != '\0');
}

static void
ledger_return_popover_dispose (GObject *object)
{
  gtk_popover_set_child (GTK_POPOVER (object), NULL);
  G_OBJECT_CLASS (ledger_return_popover_parent_class)->dispose (object);
}

static void
ledger_return_popover_class_init (LedgerReturnPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_return_popover_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/signoff/ledger-return-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerReturnPopover, reasons);
  gtk_widget_class_bind_template_child (widget_class, LedgerReturnPopover, words);
  gtk_widget_class_bind_template_child (widget_class, LedgerReturnPopover, send);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_send);
  signals[RETURNED] = g_signal_new ("returned",
                                    LEDGER_TYPE_RETURN_POPOVER,
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    1,
                                    G_TYPE_STRING);
}

static void
add_reasons (LedgerReturnPopover *self)
{
  g_auto (GStrv) reasons = ledger_approval_dup_return_reasons ();

  for (guint i = 0; reasons[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (reasons[i]);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "menu-row");
      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
      g_signal_connect (button, "clicked", G_CALLBACK (on_reason), self);
      gtk_box_append (GTK_BOX (self->reasons), button);
    }
}

static void
ledger_return_popover_init (LedgerReturnPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_reasons (self);
}

void
ledger_return_popover_set_target (LedgerReturnPopover *self, const char *name)
{
  g_autofree char *label = g_strdup_printf (_ ("Return to %s"), name);

  gtk_button_set_label (GTK_BUTTON (self->send), label);
}
