/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-chain.h"

#include "ledger-signoff-line.h"

struct _LedgerSignoffChain
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerSignoffChain, ledger_signoff_chain, GTK_TYPE_WIDGET)

static void
clear (GtkWidget *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self)) != NULL)
    gtk_widget_unparent (child);
}

static int
compare_time (gconstpointer a, gconstpointer b)
{
  const LedgerSignoffText *first = ledger_signoff_get_header (*(LedgerSignoff *const *)a);
  const LedgerSignoffText *second = ledger_signoff_get_header (*(LedgerSignoff *const *)b);
  const gint64 early = first != NULL ? first->time : 0;
  const gint64 late = second != NULL ? second->time : 0;

  return early < late ? -1 : early > late;
}

static void
ledger_signoff_chain_dispose (GObject *object)
{
  clear (GTK_WIDGET (object));
  G_OBJECT_CLASS (ledger_signoff_chain_parent_class)->dispose (object);
}

static void
ledger_signoff_chain_class_init (LedgerSignoffChainClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_signoff_chain_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
ledger_signoff_chain_init (LedgerSignoffChain *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

GtkWidget *
ledger_signoff_chain_new (void)
{
  return g_object_new (LEDGER_TYPE_SIGNOFF_CHAIN, NULL);
}

guint
ledger_signoff_chain_show (LedgerSignoffChain *self, LedgerSession *session, const char *issue_id)
{
  LedgerDocument *document = ledger_session_get_document (session);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  const GPtrArray *signoffs;

  clear (GTK_WIDGET (self));
  if (issue_id == NULL)
    return 0;
  signoffs = ledger_document_get_children (document, ledger_signoff_record_type.name, issue_id);
  for (guint i = 0; i < signoffs->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (signoffs, i));
  g_ptr_array_sort (sorted, compare_time);
  for (guint i = 0; i < sorted->len; i++)
    gtk_widget_set_parent (ledger_signoff_line_new (session, LEDGER_SIGNOFF (sorted->pdata[i])),
                           GTK_WIDGET (self));
  return sorted->len;
}
