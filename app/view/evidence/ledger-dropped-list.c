/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-dropped-list.h"

#include <glib/gi18n-lib.h>

#include "ledger-evidence-attach.h"
#include "ledger-file-name.h"
#include "ledger-page.h"

/* What the toast offers, kept with its action. */
typedef struct
{
  LedgerSession *session; /* not owned: it lives as long as the page */
  GtkWidget *page;        /* weak: where it was dropped */
  GFile *file;
  char *issue_id;
  char *measure_id;
} Offer;

static void
offer_free (gpointer data, GClosure *closure)
{
  Offer *offer = data;

  g_clear_weak_pointer (&offer->page);
  g_object_unref (offer->file);
  g_free (offer->issue_id);
  g_free (offer->measure_id);
  g_free (offer);
}

GFile *
ledger_dropped_list_find (GSList *files)
{
  if (files == NULL || files->next != NULL || !ledger_file_name_is_sheet (files->data))
    return NULL;
  return files->data;
}

/* Who has left the import page since is where he was before. */
static void
on_as_proof (GSimpleAction *action, GVariant *parameter, Offer *offer)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (offer->page == NULL)
    return;
  if (!gtk_widget_get_mapped (offer->page))
    ledger_session_pop_subpage (offer->session);
  g_simple_action_set_enabled (action, FALSE);
  g_list_store_append (files, offer->file);
  ledger_evidence_attach_files (
      offer->page, offer->session, offer->issue_id, offer->measure_id, G_LIST_MODEL (files));
}

/* The action of the offer before goes with its group. Takes OFFER. */
static void
put_action (Offer *offer)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("as-proof", NULL);

  g_signal_connect_data (action, "activate", G_CALLBACK (on_as_proof), offer, offer_free, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (
      GTK_WIDGET (gtk_widget_get_root (offer->page)), "dropped-list", G_ACTION_GROUP (group));
}

static char *
dup_button (const Offer *offer)
{
  LedgerDocument *document = ledger_session_get_document (offer->session);

  if (offer->measure_id == NULL)
    return g_strdup (_ ("Add as evidence"));
  return g_strdup_printf (_ ("Add as evidence of measure %u"),
                          ledger_document_get_measure_place (document, offer->measure_id));
}

static gboolean
on_idle (gpointer data)
{
  Offer *offer = data;

  if (offer->page == NULL || gtk_widget_get_root (offer->page) == NULL)
    {
      offer_free (offer, NULL);
      return G_SOURCE_REMOVE;
    }
  LedgerSession *session = offer->session;
  g_autofree char *name = g_file_get_basename (offer->file);
  g_autofree char *text = g_strdup_printf (_ ("“%s” is opened as a list"), name);
  g_autofree char *button = dup_button (offer);

  ledger_session_import_file (session, offer->file);
  put_action (offer);
  ledger_session_toast (session, text, button, "dropped-list.as-proof", NULL);
  return G_SOURCE_REMOVE;
}

void
ledger_dropped_list_open (GtkWidget *near,
                          LedgerSession *session,
                          GFile *file,
                          const char *issue_id,
                          const char *measure_id)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->session = session;
  g_set_weak_pointer (&offer->page, gtk_widget_get_ancestor (near, LEDGER_TYPE_PAGE));
  offer->file = g_object_ref (file);
  offer->issue_id = g_strdup (issue_id);
  offer->measure_id = g_strdup (measure_id);
  /* The drop target must see the end of its drop before its page goes from the screen. */
  g_idle_add (on_idle, offer);
}
