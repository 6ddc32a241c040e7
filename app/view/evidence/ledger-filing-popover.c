/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-filing-popover.h"

#include <string.h>

#include "ledger-measure.h"
#include "ledger-passing-popover.h"
#include "ledger-popover-room.h"

struct _LedgerFilingPopover
{
  GtkPopover parent_instance;

  LedgerDocument *document;
  char *issue_id;
  GtkFilter *filter;
  GtkSingleSelection *selection;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *shared;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerFilingPopover, ledger_filing_popover, GTK_TYPE_POPOVER)

/* --- which measures --- */

static char *
dup_label (LedgerFilingPopover *self, LedgerRecord *measure)
{
  return ledger_document_dup_label (
      self->document, ledger_measure_record_type.name, ledger_record_get_id (measure));
}

static gboolean
matches (gpointer item, gpointer data)
{
  LedgerFilingPopover *self = data;
  const char *wanted = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const char *text = ledger_record_get_text (item, LEDGER_MEASURE_TEXT);
  g_autofree char *label = NULL;

  if (*wanted == '\0')
    return g_strcmp0 (ledger_record_get_parent_id (item), self->issue_id) == 0;
  if (text != NULL && strstr (text, wanted) != NULL)
    return TRUE;
  label = dup_label (self, item);
  return g_str_has_prefix (label, wanted);
}

static void
on_search (LedgerFilingPopover *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  ledger_popover_room_make (GTK_WIDGET (self));
}

/* --- rows --- */

static void
setup_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, LedgerFilingPopover *self)
{
  LedgerRecord *measure = gtk_list_item_get_item (item);
  const char *text = ledger_record_get_text (measure, LEDGER_MEASURE_TEXT);
  g_autofree char *label = dup_label (self, measure);
  g_autofree char *line = g_strdup_printf ("%s  %s", label, text != NULL ? text : "");

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), line);
}

/* --- choosing --- */

static void
choose (LedgerFilingPopover *self, LedgerRecord *measure)
{
  g_signal_emit (self,
                 signals[CHOSEN],
                 0,
                 ledger_record_get_id (measure),
                 gtk_check_button_get_active (GTK_CHECK_BUTTON (self->shared)));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_activate (GtkListView *list, guint position, LedgerFilingPopover *self)
{
  g_autoptr (LedgerRecord) measure =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (measure != NULL)
    choose (self, measure);
}

static void
on_enter (LedgerFilingPopover *self)
{
  LedgerRecord *measure = gtk_single_selection_get_selected_item (self->selection);

  if (measure != NULL)
    choose (self, measure);
}

/* ↑ and ↓ move the mark while one types. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        LedgerFilingPopover *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  const guint at = gtk_single_selection_get_selected (self->selection);

  if (n == 0 || (key != GDK_KEY_Down && key != GDK_KEY_Up))
    return FALSE;
  if (key == GDK_KEY_Down && at + 1 < n)
    gtk_single_selection_set_selected (self->selection, at + 1);
  else if (key == GDK_KEY_Up && at > 0)
    gtk_single_selection_set_selected (self->selection, at - 1);
  gtk_widget_activate_action (
      self->list, "list.scroll-to-item", "u", gtk_single_selection_get_selected (self->selection));
  return TRUE;
}

/* --- life --- */

static void
ledger_filing_popover_dispose (GObject *object)
{
  LedgerFilingPopover *self = LEDGER_FILING_POPOVER (object);

  if (self->list != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->document);
  g_clear_pointer (&self->issue_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_FILING_POPOVER);
  G_OBJECT_CLASS (ledger_filing_popover_parent_class)->dispose (object);
}

static void
ledger_filing_popover_class_init (LedgerFilingPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_filing_popover_dispose;
  signals[CHOSEN] = g_signal_new ("chosen",
                                  LEDGER_TYPE_FILING_POPOVER,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  2,
                                  G_TYPE_STRING,
                                  G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/evidence/ledger-filing-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerFilingPopover, search);
  gtk_widget_class_bind_template_child (widget_class, LedgerFilingPopover, list);
  gtk_widget_class_bind_template_child (widget_class, LedgerFilingPopover, shared);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
ledger_filing_popover_init (LedgerFilingPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ledger_passing_popover_attach (GTK_POPOVER (self));
}

static void
fill (LedgerFilingPopover *self)
{
  LedgerTable *measures =
      ledger_document_get_table (self->document, ledger_measure_record_type.name);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *found;

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (measures)),
                                     g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (found));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
}

LedgerFilingPopover *
ledger_filing_popover_popup (GtkWidget *owner,
                             LedgerDocument *document,
                             const char *issue_id,
                             const GdkRectangle *at)
{
  LedgerFilingPopover *self = g_object_new (LEDGER_TYPE_FILING_POPOVER, NULL);

  self->document = g_object_ref (document);
  self->issue_id = g_strdup (issue_id);
  fill (self);
  gtk_widget_set_parent (GTK_WIDGET (self), owner);
  if (at != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self), at);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->search);
  return self;
}
