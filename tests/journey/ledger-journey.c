/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-journey.h"

#include "ledger-import-page.h"
#include "ledger-test-sample.h"

struct LedgerJourney
{
  char *name;
  guint promised;
  guint done;
};

LedgerJourney *
ledger_journey_begin (const char *name, guint promised)
{
  LedgerJourney *self = g_new0 (LedgerJourney, 1);

  self->name = g_strdup (name);
  self->promised = promised;
  return self;
}

void
ledger_journey_act (LedgerJourney *self, LedgerWindow *window, const char *what)
{
  self->done++;
  g_test_message ("%s, action %u: %s", self->name, self->done, what);
  if (window != NULL)
    {
      g_autofree char *picture = g_strdup_printf ("journey-%s-%02u", self->name, self->done);

      ledger_view_test_keep_picture (GTK_WINDOW (window), picture);
    }
}

void
ledger_journey_end (LedgerJourney *self, guint needed)
{
  g_test_message ("%s: %u actions, designed for %u%s",
                  self->name,
                  self->done,
                  self->promised,
                  self->done > self->promised ? ": missed" : "");
  g_assert_cmpuint (self->done, ==, needed);
  g_free (self->name);
  g_free (self);
}

void
ledger_journey_click (gpointer root, const char *words)
{
  GtkWidget *button = ledger_view_test_find (GTK_WIDGET (root), GTK_TYPE_BUTTON, words);

  if (button == NULL)
    g_error ("no button “%s”", words);
  ledger_view_test_click (button);
}

GFile *
ledger_journey_get_data (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, name, NULL);

  return g_file_new_for_path (path);
}

static gboolean
is_read (gpointer page)
{
  return !gtk_widget_get_mapped (ledger_view_test_find (page, GTK_TYPE_PROGRESS_BAR, NULL));
}

void
ledger_journey_drop_list (LedgerWindow *window, GFile *list)
{
  ledger_session_import_file (ledger_window_get_session (window), list);
  g_assert_true (LEDGER_IS_IMPORT_PAGE (ledger_window_get_page (window)));
  ledger_view_test_wait (is_read, ledger_window_get_page (window));
  ledger_view_test_settle ();
}

static gboolean
has_document (gpointer window)
{
  return ledger_window_get_document (window) != NULL;
}

void
ledger_journey_import (LedgerWindow *window, const char *words)
{
  ledger_journey_click (ledger_window_get_page (window), words);
  ledger_view_test_wait (has_document, window);
  ledger_view_test_settle ();
}

char *
ledger_journey_make_sample (LedgerViewTest *test)
{
  return ledger_test_sample_copy (test->folder, "sample.zgl");
}

guint
ledger_journey_count_issues (LedgerDocument *document)
{
  return ledger_table_get_n_records (ledger_document_get_table (document, "issue"));
}

const LedgerIssueFacts *
ledger_journey_get_facts (LedgerDocument *document, guint i)
{
  LedgerTable *issues = ledger_document_get_table (document, "issue");

  return ledger_document_get_facts (document,
                                    ledger_record_get_id (ledger_table_get_record (issues, i)));
}
