/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-standing-notices.h"

#include <glib/gi18n-lib.h>

#include "ledger-inspection.h"

static void
tell_read_only (LedgerSession *session, LedgerDocument *document)
{
  const char *holder = ledger_document_get_holder (document);
  g_autofree char *text = NULL;

  if (!ledger_document_is_read_only (document))
    {
      ledger_session_set_notice (session, LEDGER_NOTICE_READ_ONLY, NULL, NULL, NULL, NULL);
      return;
    }
  if (holder != NULL)
    text = g_strdup_printf (_ ("Opened read-only: the ledger is in use by %s."), holder);
  ledger_session_set_notice (session,
                             LEDGER_NOTICE_READ_ONLY,
                             text != NULL ? text : _ ("Opened read-only, nothing can be changed."),
                             NULL,
                             NULL,
                             NULL);
}

/* By a fact in the ledger, so that it is said however the sample was opened. */
static void
tell_sample (LedgerSession *session, LedgerDocument *document)
{
  const gboolean sample = ledger_inspection_is_sample (ledger_document_get_inspection (document));

  ledger_session_set_notice (session,
                             LEDGER_NOTICE_SAMPLE,
                             sample ? _ ("Sample ledger, changes are not kept.") : NULL,
                             _ ("Start with my own list"),
                             "win.start-from-list",
                             NULL);
}

/* How many issues nobody has claimed have their department and leader from the list. */
static guint
count_named (LedgerDocument *document)
{
  LedgerTable *claims = ledger_document_get_table (document, ledger_claim_record_type.name);
  guint n = 0;

  for (guint i = 0; i < ledger_table_get_n_records (claims); i++)
    {
      LedgerRecord *claim = ledger_table_get_record (claims, i);

      n += ledger_record_get_day (claim, LEDGER_CLAIM_CLAIMED_ON) == LEDGER_DAY_NONE
           && ledger_record_get_text (claim, LEDGER_CLAIM_DEPARTMENT) != NULL
           && ledger_record_get_text (claim, LEDGER_CLAIM_LEAD_LEADER) != NULL;
    }
  return n;
}

static void
tell_unclaimed (LedgerSession *session, const LedgerCounts *counts, gboolean writable)
{
  const guint n = counts->figures[LEDGER_FIGURE_UNCLAIMED];
  g_autofree char *text = NULL;

  if (n > 0 && writable && count_named (ledger_session_get_document (session)) >= n)
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u issue is to be claimed; the list names department and leader.",
                     "%u issues are to be claimed; the list names departments and leaders.",
                     n),
        n);
  else if (n > 0 && writable)
    text = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "%u issue is to be claimed.", "%u issues are to be claimed.", n),
        n);
  ledger_session_set_notice (
      session, LEDGER_NOTICE_UNCLAIMED, text, _ ("Claim"), "win.claim-unclaimed", NULL);
}

static void
tell_undated (LedgerSession *session, const LedgerCounts *counts, gboolean writable)
{
  const guint n = counts->figures[LEDGER_FIGURE_UNDATED];
  g_autofree char *text = NULL;

  if (n > 0 && writable)
    text = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "%u deadline is to be settled.", "%u deadlines are to be settled.", n),
        n);
  ledger_session_set_notice (session,
                             LEDGER_NOTICE_UNDATED,
                             text,
                             _ ("Show"),
                             "win.open-figure",
                             g_variant_new_string (ledger_figure_get_word (LEDGER_FIGURE_UNDATED)));
}

static void
tell_holidays (LedgerSession *session, LedgerDocument *document)
{
  LedgerCalendar *calendar = ledger_document_get_calendar (document);
  g_autofree char *text = NULL;
  int year, month, dom;

  ledger_day_split (ledger_document_get_today (document), &year, &month, &dom);
  /* The notice for the next year comes out in November: in December it is missed. */
  if (!ledger_calendar_knows_year (calendar, year))
    text = g_strdup_printf (_ ("The holidays of %d are missing, weekends are assumed."), year);
  else if (month == 12 && !ledger_calendar_knows_year (calendar, year + 1))
    text = g_strdup_printf (_ ("The holidays of %d are missing, weekends are assumed."), year + 1);
  ledger_session_set_notice (
      session, LEDGER_NOTICE_HOLIDAYS, text, _ ("Import"), "win.import-holidays", NULL);
}

static void
tell_all (LedgerSession *session)
{
  LedgerDocument *document = ledger_session_get_document (session);
  const LedgerCounts counts = ledger_counts_of_all (document);
  const gboolean writable = !ledger_document_is_read_only (document);

  tell_read_only (session, document);
  tell_sample (session, document);
  tell_unclaimed (session, &counts, writable);
  tell_undated (session, &counts, writable);
  tell_holidays (session, document);
}

/* Counting ten thousand issues takes a while, and the lists are what people wait for: the notices
 * have a turn of the main loop of their own. */
typedef struct
{
  LedgerSession *session; /* has this */
  LedgerDocument *document;
  guint source;
} Watch;

static gboolean
on_turn (gpointer data)
{
  Watch *watch = data;

  watch->source = 0;
  tell_all (watch->session);
  return G_SOURCE_REMOVE;
}

static void
queue_telling (Watch *watch)
{
  if (watch->source == 0)
    watch->source = g_idle_add (on_turn, watch);
}

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_clear_handle_id (&watch->source, g_source_remove);
  g_signal_handlers_disconnect_by_data (watch->document, watch);
  g_object_unref (watch->document);
  g_free (watch);
}

void
ledger_standing_notices_watch (LedgerSession *session)
{
  LedgerDocument *document = ledger_session_get_document (session);

  if (document == NULL)
    return;
  Watch *watch = g_new0 (Watch, 1);
  watch->session = session;
  watch->document = g_object_ref (document);
  g_signal_connect_swapped (document, "refreshed", G_CALLBACK (queue_telling), watch);
  g_signal_connect_swapped (document, "notify::read-only", G_CALLBACK (queue_telling), watch);
  g_object_set_data_full (G_OBJECT (session), "ledger-standing-notices", watch, watch_free);
  tell_all (session);
}
