/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-paper-popover.h"

#include <glib/gi18n-lib.h>

#include "ledger-date-entry.h"
#include "ledger-picker-entry.h"

struct _LedgerPaperPopover
{
  GtkPopover parent_instance;

  LedgerStep step;
  GtkWidget *signer;
  GtkWidget *day;
  GtkWidget *opinion;
  GtkWidget *returned;
};

enum
{
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerPaperPopover, ledger_paper_popover, GTK_TYPE_POPOVER)

static void
on_enter (LedgerPaperPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
ledger_paper_popover_class_init (LedgerPaperPopoverClass *klass)
{
  signals[ENTERED] = g_signal_new (
      "entered", LEDGER_TYPE_PAPER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ledger_paper_popover_init (LedgerPaperPopover *self)
{
}

static void
attach (GtkWidget *grid, int row, const char *text, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), widget, 1, row, 1, 1);
}

GtkWidget *
ledger_paper_popover_new (LedgerDocument *document)
{
  LedgerPaperPopover *self = g_object_new (LEDGER_TYPE_PAPER_POPOVER, NULL);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *enter = gtk_button_new_with_label (_ ("Enter the signature on paper"));

  self->signer = ledger_picker_entry_new (document, LEDGER_PICKER_PERSON, _ ("Signer"));
  self->day = ledger_date_entry_new (document, _ ("Date on the paper"));
  ledger_date_entry_set_fact (LEDGER_DATE_ENTRY (self->day), TRUE);
  self->opinion = gtk_entry_new ();
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->opinion), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Opinion"), -1);
  self->returned = gtk_check_button_new_with_label (_ ("It was returned on the paper"));
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  attach (grid, 0, _ ("Signer"), self->signer);
  attach (grid, 1, _ ("Date on the paper"), self->day);
  attach (grid, 2, _ ("Opinion"), self->opinion);
  gtk_grid_attach (GTK_GRID (grid), self->returned, 1, 3, 1, 1);
  gtk_widget_set_halign (enter, GTK_ALIGN_END);
  g_signal_connect_swapped (enter, "clicked", G_CALLBACK (on_enter), self);
  gtk_grid_attach (GTK_GRID (grid), enter, 0, 4, 2, 1);
  gtk_widget_set_size_request (grid, 340, -1);
  gtk_popover_set_child (GTK_POPOVER (self), grid);
  return GTK_WIDGET (self);
}

void
ledger_paper_popover_set_step (LedgerPaperPopover *self, LedgerStep step, const char *signer)
{
  self->step = step;
  ledger_picker_entry_set_name (LEDGER_PICKER_ENTRY (self->signer), signer != NULL ? signer : "");
}

LedgerPaperSignoff
ledger_paper_popover_get_paper (LedgerPaperPopover *self)
{
  const gboolean returned = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->returned));

  return (LedgerPaperSignoff){
    .step = self->step,
    .decision = returned ? LEDGER_DECISION_RETURN : LEDGER_DECISION_AGREE,
    .signer_id = ledger_picker_entry_get_id (LEDGER_PICKER_ENTRY (self->signer)),
    .day = ledger_date_entry_get_day (LEDGER_DATE_ENTRY (self->day)),
    .opinion = gtk_editable_get_text (GTK_EDITABLE (self->opinion)),
  };
}
