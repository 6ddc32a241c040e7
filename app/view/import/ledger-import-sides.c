/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-sides.h"

#include "ledger-import-outcome-view.h"
#include "ledger-import-preview.h"

struct _LedgerImportSides
{
  GtkWidget parent_instance;

  GtkWidget *box;

  LedgerImportStudy *study;
  LedgerImportOutcome *outcome;
  GtkStack *stack;
  LedgerImportPreview *preview;
  LedgerImportOutcomeView *outcome_view;
  GtkToggleButton *sheet_toggle;
  GtkToggleButton *outcome_toggle;
  GtkLabel *extent;
};

G_DEFINE_FINAL_TYPE (LedgerImportSides, ledger_import_sides, GTK_TYPE_WIDGET)

/* What of the sheet is not to be seen, or not imported because it is not to be seen there. */
static void
show_extent (LedgerImportSides *self)
{
  const gboolean sheet = !gtk_toggle_button_get_active (self->outcome_toggle);
  g_autofree char *extent = sheet ? ledger_import_preview_dup_extent (self->preview) : NULL;
  g_autofree char *hidden = sheet ? ledger_import_preview_dup_hidden (self->preview) : NULL;
  g_autofree char *words = g_strconcat (extent != NULL ? extent : "",
                                        extent != NULL && hidden != NULL ? "　" : "",
                                        hidden != NULL ? hidden : "",
                                        NULL);

  gtk_label_set_text (self->extent, words);
}

static void
on_toggled (LedgerImportSides *self)
{
  const gboolean outcome = gtk_toggle_button_get_active (self->outcome_toggle);

  if (outcome)
    ledger_import_outcome_set_fate (self->outcome, -1);
  gtk_stack_set_visible_child_name (self->stack, outcome ? "outcome" : "sheet");
  show_extent (self);
}

static void
on_accepted (LedgerImportSides *self)
{
  if (ledger_import_study_is_behind (self->study))
    ledger_import_outcome_view_expect (self->outcome_view);
}

static void
ledger_import_sides_dispose (GObject *object)
{
  LedgerImportSides *self = LEDGER_IMPORT_SIDES (object);

  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_IMPORT_SIDES);
  g_clear_object (&self->study);
  g_clear_object (&self->outcome);
  G_OBJECT_CLASS (ledger_import_sides_parent_class)->dispose (object);
}

static void
ledger_import_sides_class_init (LedgerImportSidesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LEDGER_TYPE_IMPORT_PREVIEW);
  g_type_ensure (LEDGER_TYPE_IMPORT_OUTCOME_VIEW);
  G_OBJECT_CLASS (klass)->dispose = ledger_import_sides_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/import/ledger-import-sides.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSides, box);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSides, stack);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSides, preview);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSides, outcome_view);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSides, sheet_toggle);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSides, outcome_toggle);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportSides, extent);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
ledger_import_sides_init (LedgerImportSides *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ledger_import_sides_set_study (LedgerImportSides *self,
                               LedgerImportStudy *study,
                               LedgerImportOutcome *outcome)
{
  g_assert (self->outcome == NULL);
  self->study = g_object_ref (study);
  self->outcome = g_object_ref (outcome);
  g_signal_connect_swapped (study, "accepted", G_CALLBACK (on_accepted), self);
  ledger_import_preview_set_study (self->preview, study);
  ledger_import_outcome_view_set_outcome (self->outcome_view, outcome);
}

void
ledger_import_sides_show_reading (LedgerImportSides *self, gboolean first)
{
  ledger_import_outcome_view_set_first (self->outcome_view, first);
  show_extent (self);
}

void
ledger_import_sides_show_cell (LedgerImportSides *self, guint row, guint column)
{
  gtk_toggle_button_set_active (self->sheet_toggle, TRUE);
  ledger_import_preview_select (self->preview, row, column);
  show_extent (self);
}

void
ledger_import_sides_show_fate (LedgerImportSides *self, LedgerImportFate fate)
{
  gtk_toggle_button_set_active (self->outcome_toggle, TRUE);
  ledger_import_outcome_set_fate (self->outcome, (int)fate);
}

gboolean
ledger_import_sides_wind_down (LedgerImportSides *self)
{
  g_signal_handlers_disconnect_by_data (self->study, self);
  return ledger_import_preview_wind_down (self->preview);
}
