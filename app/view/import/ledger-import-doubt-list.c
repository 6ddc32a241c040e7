/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-doubt-list.h"

#include <glib/gi18n-lib.h>

#include "ledger-import-doubt-row.h"

struct _LedgerImportDoubtList
{
  GtkWidget parent_instance;

  LedgerImportStudy *study;
  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *accept_all;
  GtkWidget *scrolled;
  GtkWidget *view;
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
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (ledger_import_doubt_list_parent_class)->dispose (object);
}

static void
ledger_import_doubt_list_class_init (LedgerImportDoubtListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_import_doubt_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
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
}

static GtkWidget *
create_head (LedgerImportDoubtList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (head), self->title);
  self->accept_all = gtk_button_new_with_label (_ ("Accept all"));
  gtk_widget_add_css_class (self->accept_all, "flat");
  gtk_widget_add_css_class (self->accept_all, "small-button");
  gtk_box_append (GTK_BOX (head), self->accept_all);
  gtk_widget_set_size_request (head, -1, 34);
  return head;
}

static void
ledger_import_doubt_list_init (LedgerImportDoubtList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), create_head (self));
  self->view = gtk_list_view_new (NULL, NULL);
  gtk_widget_add_css_class (self->view, "doubts");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("To be looked at"), -1);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->view);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->scrolled);
}

GtkWidget *
ledger_import_doubt_list_new (LedgerImportStudy *study)
{
  LedgerImportDoubtList *self = g_object_new (LEDGER_TYPE_IMPORT_DOUBT_LIST, NULL);
  GListModel *doubts = ledger_import_study_get_doubts (study);
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->study = g_object_ref (study);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, doubts);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (selection));
  g_signal_connect_swapped (selection, "notify::selected-item", G_CALLBACK (on_selection), self);
  g_object_unref (selection);
  g_signal_connect_swapped (
      self->accept_all, "clicked", G_CALLBACK (ledger_import_study_accept_all), study);
  g_signal_connect_swapped (doubts, "items-changed", G_CALLBACK (show_count), self);
  g_signal_connect_swapped (study, "changed", G_CALLBACK (show_count), self);
  return GTK_WIDGET (self);
}
