/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-outcome-view.h"

#include <glib/gi18n-lib.h>

#include "ledger-deadline.h"
#include "ledger-fact-cell.h"
#include "ledger-import-filling.h"
#include "ledger-import-offer.h"

#define STEP 18 /* a level deeper */

struct _LedgerImportOutcomeView
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;

  LedgerImportOutcome *outcome;
  GtkSelectionModel *rows; /* shown while the view is to be seen */
  GtkSliceListModel *slice;
  double scrolled_to;
  GtkColumnView *view;
  /* Shown where the ledger has something to compare with, or where all is new. */
  GtkColumnViewColumn *fate;
  GtkColumnViewColumn *field;
  GtkColumnViewColumn *before;
  GtkColumnViewColumn *after;
  GtkColumnViewColumn *department;
  GtkColumnViewColumn *deadline;
};

G_DEFINE_FINAL_TYPE (LedgerImportOutcomeView, ledger_import_outcome_view, GTK_TYPE_WIDGET)

/* --- ticks --- */

static void
on_ticked (GtkCheckButton *check, GParamSpec *pspec, GtkListItem *item)
{
  LedgerImportOutcomeView *self = LEDGER_IMPORT_OUTCOME_VIEW (
      gtk_widget_get_ancestor (GTK_WIDGET (check), LEDGER_TYPE_IMPORT_OUTCOME_VIEW));

  if (self != NULL)
    ledger_import_outcome_choose (
        self->outcome, gtk_list_item_get_position (item), gtk_check_button_get_active (check));
}

static void
on_setup_tick (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_START);
  g_signal_connect (check, "notify::active", G_CALLBACK (on_ticked), item);
  gtk_list_item_set_child (item, check);
}

static void
on_bind_tick (GtkListItemFactory *factory, GtkListItem *item)
{
  LedgerImportOutcomeRow *row = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_list_item_get_child (item);
  const LedgerImportLine *line = ledger_import_outcome_row_get_line (row);
  g_autofree char *subject = ledger_import_outcome_row_dup_subject (row);
  g_autofree char *name = g_strdup_printf (_ ("Import %s"), subject);

  g_signal_handlers_block_by_func (check, on_ticked, item);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               ledger_import_outcome_row_get_chosen (row));
  g_signal_handlers_unblock_by_func (check, on_ticked, item);
  gtk_widget_set_visible (check, line != NULL && line->fate != LEDGER_IMPORT_UNCHANGED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* --- words --- */

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, ledger_fact_cell_new ());
}

/* A row that tells an old and a new value has two lines for them. */
static void
show_words (GtkListItem *item, const char *words)
{
  LedgerFactCell *cell = LEDGER_FACT_CELL (gtk_list_item_get_child (item));
  const LedgerImportLine *told = ledger_import_outcome_row_get_line (gtk_list_item_get_item (item));
  g_autofree char *line = g_strdup (words);

  if (line != NULL)
    g_strdelimit (line, "\n", ' ');
  ledger_fact_cell_set_one_line (cell, told == NULL || told->field == NULL);
  ledger_fact_cell_set_facts (cell, line, NULL, NULL, LEDGER_TINT_NONE);
}

static void
set_style (GtkWidget *widget, const char *style_class, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, style_class);
  else
    gtk_widget_remove_css_class (widget, style_class);
}

static void
on_bind_fate (GtkListItemFactory *factory, GtkListItem *item)
{
  LedgerImportOutcomeRow *row = gtk_list_item_get_item (item);
  const LedgerImportLine *line = ledger_import_outcome_row_get_line (row);
  const LedgerImportPair *pair = ledger_import_outcome_row_get_pair (row);
  const gboolean open = pair != NULL && pair->decision == LEDGER_IMPORT_UNDECIDED;

  show_words (item,
              line != NULL ? ledger_import_fate_get_name (line->fate)
              : open       ? C_ ("import", "undecided")
                           : NULL);
}

static void
on_bind_field (GtkListItemFactory *factory, GtkListItem *item)
{
  g_autofree char *words = ledger_import_outcome_row_dup_field (gtk_list_item_get_item (item));

  show_words (item, words);
}

static void
on_bind_before (GtkListItemFactory *factory, GtkListItem *item)
{
  g_autofree char *words = ledger_import_outcome_row_dup_before (gtk_list_item_get_item (item));

  show_words (item, words);
}

static void
on_bind_after (GtkListItemFactory *factory, GtkListItem *item)
{
  g_autofree char *words = ledger_import_outcome_row_dup_after (gtk_list_item_get_item (item));

  show_words (item, words);
}

static void
on_bind_department (GtkListItemFactory *factory, GtkListItem *item)
{
  const LedgerImportLine *line = ledger_import_outcome_row_get_line (gtk_list_item_get_item (item));

  show_words (item, line != NULL && line->measure == NULL ? line->issue->department : NULL);
}

static void
on_bind_deadline (GtkListItemFactory *factory, GtkListItem *item)
{
  const LedgerImportLine *line = ledger_import_outcome_row_get_line (gtk_list_item_get_item (item));
  const char *canonical = line == NULL            ? NULL
                          : line->measure != NULL ? line->measure->deadline
                                                  : line->issue->deadline;
  g_autoptr (LedgerDeadline) deadline =
      canonical != NULL ? ledger_deadline_from_canonical (canonical) : NULL;
  g_autofree char *words =
      deadline != NULL ? ledger_deadline_to_words (deadline, LEDGER_DAY_NONE) : NULL;

  show_words (item, words);
}

/* --- problems, measures and offers --- */

static void
on_decided (LedgerImportOffer *offer, gboolean as_change, GtkListItem *item)
{
  LedgerImportOutcomeView *self = LEDGER_IMPORT_OUTCOME_VIEW (
      gtk_widget_get_ancestor (GTK_WIDGET (offer), LEDGER_TYPE_IMPORT_OUTCOME_VIEW));

  if (self != NULL)
    ledger_import_outcome_decide (self->outcome, gtk_list_item_get_position (item), as_change);
}

/* Offers are few: a cell becomes one, or a cell again, when it has to. */
static GtkWidget *
need_child (GtkListItem *item, gboolean offer)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (LEDGER_IS_IMPORT_OFFER (child) == offer)
    return child;
  if (!offer)
    {
      on_setup (NULL, item);
      return gtk_list_item_get_child (item);
    }
  child = ledger_import_offer_new ();
  g_signal_connect (child, "decided", G_CALLBACK (on_decided), item);
  gtk_list_item_set_child (item, child);
  return child;
}

static void
on_bind_text (GtkListItemFactory *factory, GtkListItem *item)
{
  LedgerImportOutcomeRow *row = gtk_list_item_get_item (item);
  const LedgerImportPair *pair = ledger_import_outcome_row_get_pair (row);
  GtkWidget *child = need_child (item, pair != NULL);

  gtk_widget_set_margin_start (child, (int)(STEP * ledger_import_outcome_row_get_depth (row)));
  if (pair != NULL)
    {
      ledger_import_offer_show (LEDGER_IMPORT_OFFER (child), pair);
      return;
    }
  show_words (item, ledger_import_outcome_row_get_text (row));
  set_style (child, "heading", ledger_import_outcome_row_get_line (row) == NULL);
  set_style (child, "dim-label", ledger_import_outcome_row_is_continued (row));
}

/* --- the widget --- */

static GtkAdjustment *
get_adjustment (LedgerImportOutcomeView *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

/* Once the rows have their heights. */
static gboolean
scroll_back (gpointer data)
{
  LedgerImportOutcomeView *self = data;

  if (self->outcome != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_adjustment_set_value (get_adjustment (self), self->scrolled_to);
  return G_SOURCE_REMOVE;
}

/* Hidden, the view would be filled all the same with every reading. */
static void
ledger_import_outcome_view_map (GtkWidget *widget)
{
  LedgerImportOutcomeView *self = LEDGER_IMPORT_OUTCOME_VIEW (widget);

  GTK_WIDGET_CLASS (ledger_import_outcome_view_parent_class)->map (widget);
  if (self->scrolled_to > 0)
    {
      ledger_import_filling_finish (self->slice);
      gtk_column_view_set_model (self->view, self->rows);
      g_idle_add_full (G_PRIORITY_LOW, scroll_back, g_object_ref (self), g_object_unref);
      return;
    }
  ledger_import_filling_begin (self->slice, GTK_WIDGET (self->view));
  gtk_column_view_set_model (self->view, self->rows);
}

static gboolean
take_rows_away (gpointer data)
{
  LedgerImportOutcomeView *self = data;

  if (self->outcome != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_column_view_set_model (self->view, NULL);
  return G_SOURCE_REMOVE;
}

/* In a turn of its own: whatever hides it has enough to do. */
static void
ledger_import_outcome_view_unmap (GtkWidget *widget)
{
  LedgerImportOutcomeView *self = LEDGER_IMPORT_OUTCOME_VIEW (widget);

  self->scrolled_to = gtk_adjustment_get_value (get_adjustment (self));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_rows_away, g_object_ref (self), g_object_unref);
  GTK_WIDGET_CLASS (ledger_import_outcome_view_parent_class)->unmap (widget);
}

static void
ledger_import_outcome_view_dispose (GObject *object)
{
  LedgerImportOutcomeView *self = LEDGER_IMPORT_OUTCOME_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_IMPORT_OUTCOME_VIEW);
  g_clear_object (&self->rows);
  g_clear_object (&self->slice);
  g_clear_object (&self->outcome);
  G_OBJECT_CLASS (ledger_import_outcome_view_parent_class)->dispose (object);
}

static void
ledger_import_outcome_view_class_init (LedgerImportOutcomeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_import_outcome_view_dispose;
  widget_class->map = ledger_import_outcome_view_map;
  widget_class->unmap = ledger_import_outcome_view_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/import/ledger-import-outcome-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerImportOutcomeView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportOutcomeView, view);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportOutcomeView, fate);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportOutcomeView, field);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportOutcomeView, before);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportOutcomeView, after);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportOutcomeView, department);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportOutcomeView, deadline);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_tick);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_tick);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_fate);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_text);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_field);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_before);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_after);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_department);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_deadline);
}

static void
ledger_import_outcome_view_init (LedgerImportOutcomeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ledger_import_outcome_view_set_outcome (LedgerImportOutcomeView *self, LedgerImportOutcome *outcome)
{
  g_assert (self->outcome == NULL);
  self->outcome = g_object_ref (outcome);
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (outcome)), 0, G_MAXUINT);
  self->rows =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->slice))));
}

void
ledger_import_outcome_view_expect (LedgerImportOutcomeView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ledger_import_filling_begin_at_top (self->slice, GTK_WIDGET (self->view));
}

/* The toolkit takes the width of a hidden column from the others. */
static void
show_column (GtkColumnViewColumn *column, gboolean shown, int width)
{
  gtk_column_view_column_set_fixed_width (column, shown ? width : 0);
  gtk_column_view_column_set_visible (column, shown);
}

void
ledger_import_outcome_view_set_first (LedgerImportOutcomeView *self, gboolean first)
{
  if (gtk_column_view_column_get_visible (self->fate) == !first
      && gtk_column_view_column_get_visible (self->deadline) == first)
    return;
  show_column (self->fate, !first, 56);
  show_column (self->field, !first, 80);
  show_column (self->before, !first, 140);
  show_column (self->after, !first, 140);
  show_column (self->department, first, 130);
  /* Whole: 2026年10月31日（2026年10月底）. In large type the words in brackets give way, not the
   * problem. */
  show_column (self->deadline, first, 220);
}
