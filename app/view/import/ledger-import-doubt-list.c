/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-doubt-list.h"

#include <glib/gi18n-lib.h>

#include "ledger-import-doubt-row.h"
#include "ledger-import-filling.h"

struct _LedgerImportDoubtList
{
  GtkWidget parent_instance;

  GtkWidget *box;

  LedgerImportStudy *study;
  GtkWidget *title;
  GtkWidget *accept_all;
  GtkWidget *view;
  GtkSliceListModel *slice;
};

enum
{
  CELL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerImportDoubtList, ledger_import_doubt_list, GTK_TYPE_WIDGET)

static void
show_count (LedgerImportDoubtList *self)
{
  const guint n = g_list_model_get_n_items (ledger_import_study_get_doubts (self->study));
  const gboolean ready = ledger_import_study_get_plan (self->study) != NULL;
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u place to be looked at", "%u places to be looked at", n),
        n);
  gtk_label_set_text (GTK_LABEL (self->title),
                      text != NULL ? text
                      : ready      ? _ ("Nothing has to be looked at")
                                   : "");
  gtk_widget_set_visible (self->accept_all, n > 0);
}

/* Another reading is on its way: it will be filled in from the top, unless a person looks farther
 * down. */
static void
on_study_changed (LedgerImportDoubtList *self)
{
  if (ledger_import_study_is_behind (self->study))
    ledger_import_filling_begin_at_top (self->slice, self->view);
  show_count (self);
}

static void
on_selection (LedgerImportDoubtList *self, GParamSpec *pspec, GtkSingleSelection *selection)
{
  LedgerImportDoubt *doubt = gtk_single_selection_get_selected_item (selection);
  const LedgerDoubt *told;

  if (doubt == NULL)
    return;
  told = ledger_import_doubt_get (doubt);
  g_signal_emit (self, signals[CELL], 0, told->row, told->column);
}

static void
on_accept_all (LedgerImportDoubtList *self)
{
  ledger_import_study_accept_all (self->study);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, LedgerImportDoubtList *self)
{
  gtk_list_item_set_child (item, ledger_import_doubt_row_new (self->study));
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  ledger_import_doubt_row_set_doubt (LEDGER_IMPORT_DOUBT_ROW (gtk_list_item_get_child (item)),
                                     gtk_list_item_get_item (item));
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item)
{
  ledger_import_doubt_row_set_doubt (LEDGER_IMPORT_DOUBT_ROW (gtk_list_item_get_child (item)),
                                     NULL);
}

static void
ledger_import_doubt_list_dispose (GObject *object)
{
  LedgerImportDoubtList *self = LEDGER_IMPORT_DOUBT_LIST (object);

  if (self->study != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->study, self);
      g_signal_handlers_disconnect_by_data (ledger_import_study_get_doubts (self->study), self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_IMPORT_DOUBT_LIST);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (ledger_import_doubt_list_parent_class)->dispose (object);
}

static void
ledger_import_doubt_list_class_init (LedgerImportDoubtListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_import_doubt_list_dispose;
  signals[CELL] = g_signal_new ("cell",
                                LEDGER_TYPE_IMPORT_DOUBT_LIST,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                2,
                                G_TYPE_UINT,
                                G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/import/ledger-import-doubt-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerImportDoubtList, box);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportDoubtList, title);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportDoubtList, accept_all);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportDoubtList, view);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportDoubtList, slice);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_all);
  gtk_widget_class_bind_template_callback (widget_class, on_selection);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
ledger_import_doubt_list_init (LedgerImportDoubtList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ledger_import_doubt_list_set_study (LedgerImportDoubtList *self, LedgerImportStudy *study)
{
  GListModel *doubts = ledger_import_study_get_doubts (study);

  g_assert (self->study == NULL);
  self->study = g_object_ref (study);
  gtk_slice_list_model_set_model (self->slice, doubts);
  g_signal_connect_swapped (doubts, "items-changed", G_CALLBACK (show_count), self);
  g_signal_connect_swapped (study, "changed", G_CALLBACK (on_study_changed), self);
  g_signal_connect_swapped (study, "accepted", G_CALLBACK (on_study_changed), self);
}
