/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-form-popover.h"

#include "ledger-passing-popover.h"
#include "ledger-popover-room.h"

struct _LedgerFormPopover
{
  GtkPopover parent_instance;

  GtkWidget *title;
  GtkWidget *grid;
  GtkWidget *refusal;
  GtkWidget *submit;
  GtkWidget *first; /* input */
  int n_rows;
};

enum
{
  SUBMITTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerFormPopover, ledger_form_popover, GTK_TYPE_POPOVER)

static void
on_submit (LedgerFormPopover *self)
{
  g_signal_emit (self, signals[SUBMITTED], 0);
}

static void
ledger_form_popover_dispose (GObject *object)
{
  gtk_popover_set_child (GTK_POPOVER (object), NULL);
  G_OBJECT_CLASS (ledger_form_popover_parent_class)->dispose (object);
}

static void
ledger_form_popover_class_init (LedgerFormPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_form_popover_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/issue/ledger-form-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerFormPopover, title);
  gtk_widget_class_bind_template_child (widget_class, LedgerFormPopover, grid);
  gtk_widget_class_bind_template_child (widget_class, LedgerFormPopover, refusal);
  gtk_widget_class_bind_template_child (widget_class, LedgerFormPopover, submit);
  gtk_widget_class_bind_template_callback (widget_class, on_submit);
  signals[SUBMITTED] = g_signal_new ("submitted",
                                     LEDGER_TYPE_FORM_POPOVER,
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     0);
}

static void
ledger_form_popover_init (LedgerFormPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ledger_passing_popover_attach (GTK_POPOVER (self));
}

GtkWidget *
ledger_form_popover_new (const char *title, const char *submit)
{
  LedgerFormPopover *self = g_object_new (LEDGER_TYPE_FORM_POPOVER, NULL);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_button_set_label (GTK_BUTTON (self->submit), submit);
  return GTK_WIDGET (self);
}

void
ledger_form_popover_add (LedgerFormPopover *self, const char *label, GtkWidget *input)
{
  gtk_widget_set_hexpand (input, TRUE);
  if (label != NULL)
    {
      GtkWidget *caption = gtk_label_new (label);

      gtk_label_set_xalign (GTK_LABEL (caption), 0);
      gtk_widget_set_valign (caption, GTK_ALIGN_START);
      gtk_widget_set_margin_top (caption, 8);
      gtk_grid_attach (GTK_GRID (self->grid), caption, 0, self->n_rows, 1, 1);
      gtk_grid_attach (GTK_GRID (self->grid), input, 1, self->n_rows, 1, 1);
    }
  else
    gtk_grid_attach (GTK_GRID (self->grid), input, 0, self->n_rows, 2, 1);
  if (g_signal_lookup ("activate", G_OBJECT_TYPE (input)) != 0)
    g_signal_connect_object (input, "activate", G_CALLBACK (on_submit), self, G_CONNECT_SWAPPED);
  if (self->first == NULL)
    self->first = input;
  self->n_rows++;
}

void
ledger_form_popover_refuse (LedgerFormPopover *self, const GError *error, GtkWidget *input)
{
  gtk_label_set_text (GTK_LABEL (self->refusal), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->refusal, error != NULL);
  ledger_popover_room_make (GTK_WIDGET (self));
  if (input != NULL)
    gtk_widget_grab_focus (input);
}

void
ledger_form_popover_open (LedgerFormPopover *self, GtkWidget *parent, const GdkRectangle *area)
{
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  if (area != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
  if (self->first != NULL)
    gtk_widget_grab_focus (self->first);
}
