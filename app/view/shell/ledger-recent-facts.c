/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-recent-facts.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ledger-document.h"
#include "ledger-inspection.h"
#include "ledger-statistics.h"

void
ledger_recent_facts_free (LedgerRecentFacts *facts)
{
  g_free (facts->title);
  g_free (facts->subtitle);
  g_free (facts->changed);
  g_free (facts);
}

static char *
describe_counts (const LedgerCounts *counts)
{
  const guint waiting = counts->figures[LEDGER_FIGURE_AWAITING_REVIEW]
                        + counts->figures[LEDGER_FIGURE_AWAITING_APPROVAL];

  return g_strdup_printf (_ ("overdue %u   to sign %u   done %u/%u"),
                          counts->figures[LEDGER_FIGURE_OVERDUE],
                          waiting,
                          counts->figures[LEDGER_FIGURE_DONE],
                          counts->figures[LEDGER_FIGURE_ALL]);
}

static char *
describe_inspection (LedgerDocument *document)
{
  LedgerRecord *inspection = ledger_document_get_inspection (document);
  const char *unit, *name;

  if (inspection == NULL)
    return NULL;
  unit = ledger_record_get_text (inspection, LEDGER_INSPECTION_UNIT);
  name = ledger_record_get_text (inspection, LEDGER_INSPECTION_NAME);
  if (unit != NULL && name != NULL)
    return g_strdup_printf ("%s·%s", unit, name);
  return g_strdup (unit != NULL ? unit : name);
}

char *
ledger_recent_facts_dup_time (gint64 time, gint64 now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);
  int year, month, dom;
  LedgerDay day, this_day;

  if (then == NULL || today == NULL)
    return NULL;
  g_date_time_get_ymd (then, &year, &month, &dom);
  day = ledger_day_new (year, month, dom);
  g_date_time_get_ymd (today, &year, &month, &dom);
  this_day = ledger_day_new (year, month, dom);
  if (day != this_day)
    return ledger_day_to_words (day, this_day);
  return g_strdup_printf (
      _ ("today %02d:%02d"), g_date_time_get_hour (then), g_date_time_get_minute (then));
}

static LedgerRecentFacts *
read_ledger (const char *path, GCancellable *cancellable)
{
  LedgerRecentFacts *facts = g_new0 (LedgerRecentFacts, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = NULL;
  LedgerCounts counts;
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    {
      facts->subtitle = g_strdup (_ ("No longer in its place"));
      return facts;
    }
  facts->changed =
      ledger_recent_facts_dup_time (status.st_mtime, g_get_real_time () / G_USEC_PER_SEC);
  document = ledger_document_prepare (path, LEDGER_DOCUMENT_READ, cancellable, &error);
  if (document == NULL)
    {
      facts->subtitle = g_strdup (error->message);
      return facts;
    }
  counts = ledger_counts_of_all (document);
  facts->title = describe_inspection (document);
  facts->subtitle = describe_counts (&counts);
  ledger_document_close (document);
  return facts;
}

static void
run_read (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (
      task, read_ledger (data, cancellable), (GDestroyNotify)ledger_recent_facts_free);
}

void
ledger_recent_facts_read (LedgerTaskQueue *jobs,
                          const char *path,
                          GObject *source,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  ledger_task_queue_push (jobs, task, run_read);
}

LedgerRecentFacts *
ledger_recent_facts_read_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
