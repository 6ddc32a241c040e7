/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-evidence-import.h"
#include "ledger-invocation.h"
#include "ledger-measure.h"

/* Where the files go: a measure, or an issue, of which they are 待归入 then. */
typedef struct
{
  char *issue_id;
  char *measure_id;
} Goal;

static gboolean
find_goal (LedgerInvocation *invocation, LedgerDocument *document, Goal *goal, GError **error)
{
  const char *measure = ledger_invocation_get_option (invocation, "measure");
  const char *issue = ledger_invocation_get_option (invocation, "issue");
  LedgerRecord *record;

  if (measure && issue)
    return ledger_invocation_fail_usage (
        invocation, error, _ ("Give either --measure or --issue, not both."));
  if (!measure && !issue)
    return ledger_invocation_fail_usage (
        invocation,
        error,
        _ ("Say what it proves: --measure 1.2.3/2, or --issue 1.2.3 to file it later."));
  record = ledger_document_find (
      document, measure ? "measure" : "issue", measure ? measure : issue, error);
  if (!record)
    return FALSE;
  goal->measure_id = measure ? g_strdup (ledger_record_get_id (record)) : NULL;
  goal->issue_id =
      g_strdup (measure ? ledger_record_get_parent_id (record) : ledger_record_get_id (record));
  return TRUE;
}

static void
tell (LedgerInvocation *invocation, const LedgerAttached *attached)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);

  if (attached->error)
    ledger_invocation_found_problems (invocation);
  if (json)
    {
      ledger_json_writer_begin_object (json, NULL);
      ledger_json_writer_text (json, "file", attached->path);
      ledger_json_writer_text (json, "id", attached->id);
      ledger_json_writer_text (json, "number", attached->number);
      ledger_json_writer_text (json, "sha256", attached->sha256);
      ledger_json_writer_integer (json, "pages", attached->pages);
      ledger_json_writer_text (json, "verdict", attached->verdict);
      ledger_json_writer_text (json, "duplicate_of", attached->duplicate_of);
      if (attached->error)
        ledger_json_writer_text (json, "error", attached->error);
      ledger_json_writer_end_object (json);
      return;
    }
  ledger_invocation_say (invocation,
                         "%s\t%s\t%s",
                         attached->number ? attached->number : "—",
                         attached->path,
                         attached->error ? attached->error : attached->verdict);
}

static gboolean
attach_all (LedgerInvocation *invocation, LedgerDocument *document, Goal *goal, GError **error)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv) files = NULL;
  g_autoptr (GPtrArray) attached = NULL;

  for (guint i = 1; i < ledger_invocation_get_n_arguments (invocation); i++)
    g_strv_builder_add (paths, ledger_invocation_get_argument (invocation, i));
  files = g_strv_builder_end (paths);
  attached = ledger_evidence_import_files (
      document, goal->issue_id, goal->measure_id, (const char *const *)files, NULL, NULL, error);
  if (!attached)
    return FALSE;
  if (json)
    ledger_json_writer_begin_array (json, NULL);
  for (guint i = 0; i < attached->len; i++)
    tell (invocation, g_ptr_array_index (attached, i));
  if (json)
    ledger_json_writer_end_array (json);
  return TRUE;
}

gboolean
ledger_command_attach (LedgerInvocation *invocation, GError **error)
{
  Goal goal = { NULL, NULL };
  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_SCRIPT, error);
  gboolean done = document && find_goal (invocation, document, &goal, error)
                  && attach_all (invocation, document, &goal, error);

  g_free (goal.issue_id);
  g_free (goal.measure_id);
  return done;
}
