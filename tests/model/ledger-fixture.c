/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-fixture.h"

#include "ledger-canonical.h"
#include "ledger-id.h"
#include "ledger-reading.h"

#include <glib/gstdio.h>

static char *folder;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);
      remove_tree (inside);
    }
  g_remove (path);
}

void
fixture_init (int *argc, char ***argv)
{
  folder = g_dir_make_tmp ("zhenggai-model-XXXXXX", NULL);
  g_assert_nonnull (folder);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("ZHENGGAI_TODAY", "2026-03-10", TRUE);
  g_test_init (argc, argv, NULL);
}

int
fixture_run (void)
{
  int result = g_test_run ();
  remove_tree (folder);
  g_clear_pointer (&folder, g_free);
  return result;
}

char *
fixture_path (const char *name)
{
  g_autofree char *id = ledger_id_new_random ();
  g_autofree char *unique = g_strdup_printf ("%s-%.8s.zgl", name, id);
  return g_build_filename (folder, unique, NULL);
}

LedgerDocument *
fixture_document (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path ("ledger");
  LedgerDocument *document =
      ledger_document_create (path, LEDGER_DOCUMENT_SCRIPT, "某市某局", "李敏", &error);
  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

LedgerDocument *
fixture_open (const char *path, LedgerDocumentMode mode)
{
  g_autoptr (GError) error = NULL;
  LedgerDocument *document = ledger_document_open (path, mode, &error);
  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

static gboolean
take_in (LedgerStore *store, gpointer other, GCancellable *cancellable, GError **error)
{
  LedgerTakeInResult result;
  return ledger_store_take_in (
      store, ledger_document_get_store (other), "李敏", "desk", &result, NULL, NULL, error);
}

void
fixture_take_in (LedgerDocument *document, LedgerDocument *other)
{
  g_autoptr (GError) error = NULL;

  ledger_document_call_writer (document, take_in, other, NULL, &error);
  g_assert_no_error (error);
}

LedgerDocument *
fixture_copy (LedgerDocument *document)
{
  g_autofree char *path = fixture_path ("copy");
  g_autoptr (GFile) from = g_file_new_for_path (ledger_document_get_path (document));
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return fixture_open (path, LEDGER_DOCUMENT_SCRIPT);
}

void
fixture_commit (LedgerDocument *document, LedgerEdit *edit)
{
  g_autoptr (GError) error = NULL;
  gboolean written = FALSE;

  g_assert_nonnull (edit);
  ledger_document_commit (document, edit, &written, &error);
  g_assert_no_error (error);
  g_assert_true (written);
  ledger_edit_unref (edit);
}

void
fixture_put (LedgerDocument *document, const char *type, const char *id, ...)
{
  LedgerEdit *edit = ledger_gesture_new (document, "put");
  va_list pairs;

  va_start (pairs, id);
  for (const char *field = va_arg (pairs, const char *); field != NULL;
       field = va_arg (pairs, const char *))
    ledger_edit_set_text (edit, type, id, field, va_arg (pairs, const char *));
  va_end (pairs);
  fixture_commit (document, edit);
}

char *
fixture_heading (LedgerDocument *document, const char *parent, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *id = NULL;
  LedgerEdit *edit = ledger_gesture_add_heading (document, parent, text, &id, &error);
  g_assert_no_error (error);
  fixture_commit (document, edit);
  return id;
}

char *
fixture_issue (LedgerDocument *document, const char *heading, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *id = NULL;
  LedgerEdit *edit = ledger_gesture_add_issue (document, heading, text, &id, &error);
  g_assert_no_error (error);
  fixture_commit (document, edit);
  return id;
}

char *
fixture_measure (LedgerDocument *document, const char *issue, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *id = NULL;
  LedgerEdit *edit = ledger_gesture_add_measure (document, issue, text, &id, &error);
  g_assert_no_error (error);
  fixture_commit (document, edit);
  return id;
}

void
fixture_stage (LedgerDocument *document, const char *content, guint8 digest[32])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (content, (gssize)strlen (content), NULL);
  LedgerBlobInfo info;
  ledger_store_stage_blob (
      ledger_document_get_store (document), stream, 0, &info, NULL, NULL, &error);
  g_assert_no_error (error);
  memcpy (digest, info.digest, sizeof info.digest);
}

char *
fixture_evidence (LedgerDocument *document,
                  const char *issue,
                  const char *measure,
                  const char *content)
{
  g_autoptr (GError) error = NULL;
  guint8 digest[32];
  fixture_stage (document, content, digest);

  LedgerEvidenceValues values = { .digest = digest,
                                  .size = strlen (content),
                                  .file_name = content,
                                  .media_type = "text/plain",
                                  .verdict = "usable",
                                  .pages = 1 };
  char *id = NULL;
  LedgerEdit *edit = ledger_gesture_new (document, NULL);
  ledger_gesture_add_evidence (document, edit, issue, measure, &values, &id, &error);
  g_assert_no_error (error);
  fixture_commit (document, edit);
  return id;
}

void
fixture_claim (LedgerDocument *document, const char *issue)
{
  g_autoptr (GError) error = NULL;
  const char *const ids[] = { issue, NULL };
  LedgerClaimValues values = {
    .department = "办公室", .lead_leader = "王建国", .handler = "张伟", .reviewer = "李敏"
  };
  LedgerEdit *edit = ledger_gesture_claim (document, ids, &values, &error);
  g_assert_no_error (error);
  fixture_commit (document, edit);
}

char *
fixture_sign (LedgerDocument *document,
              const char *issue,
              LedgerStep step,
              LedgerDecision decision,
              const char *signer,
              gint64 time)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  const GPtrArray *signoffs = ledger_document_get_children (document, "signoff", issue);
  for (guint i = 0; i < signoffs->len; i++)
    g_ptr_array_add (seen, (gpointer)ledger_record_get_id (signoffs->pdata[i]));
  g_ptr_array_add (seen, NULL);

  LedgerRecord *person = ledger_document_find_name (document, "person", signer);
  LedgerSignoffText header = { .issue_id = (char *)issue,
                               .step = step,
                               .decision = decision,
                               .opinion = (char *)"同意。",
                               .signer_id = (char *)ledger_record_get_id (person),
                               .signer_name = (char *)signer,
                               .paper_day = LEDGER_DAY_NONE,
                               .computer = (char *)"pc",
                               .time = time,
                               .previous = (char **)seen->pdata };
  g_autofree char *body = ledger_canonical_build (document, &header, &error);
  g_assert_no_error (error);
  char *id = ledger_id_new_random ();
  fixture_put (document, "signoff", id, "issue", issue, "body", body, NULL);
  return id;
}

static void
dump_record (GString *out, LedgerRecord *record)
{
  const LedgerRecordType *type = ledger_record_get_record_type (record);

  g_string_append_printf (out,
                          "%s %s%s",
                          type->name,
                          ledger_record_get_id (record),
                          ledger_record_is_contested (record) ? " contested" : "");
  for (guint i = 0; i < type->n_columns; i++)
    {
      const LedgerValue *value = ledger_record_get_value (record, i);
      if (ledger_value_get_tag (value) == LEDGER_VALUE_TEXT)
        g_string_append_printf (
            out, " %s=%s", type->columns[i].name, ledger_value_get_text (value));
      else if (ledger_value_get_tag (value) != LEDGER_VALUE_NONE)
        g_string_append_printf (
            out, " %s=%" G_GINT64_FORMAT, type->columns[i].name, ledger_value_get_integer (value));
    }
  g_string_append_c (out, '\n');
}

static void
dump_facts (GString *out, LedgerDocument *document, LedgerRecord *issue)
{
  const LedgerIssueFacts *facts =
      ledger_document_get_facts (document, ledger_record_get_id (issue));

  g_assert_nonnull (facts);
  g_string_append_printf (out,
                          "  %s %s %s state %d round %u light %d days %d due %d measures %u/%u "
                          "evidence %u unfiled %u without %u changed %d conflict %d waiting %d "
                          "heading %u key %" G_GINT64_MODIFIER "x\n",
                          facts->department,
                          facts->lead_leader,
                          facts->handler,
                          facts->workflow.state,
                          facts->workflow.round,
                          facts->light,
                          facts->days,
                          facts->due,
                          facts->n_measures_done,
                          facts->n_measures,
                          facts->n_evidence,
                          facts->n_unfiled,
                          facts->n_measures_without_evidence,
                          facts->changed_since,
                          facts->conflicted,
                          facts->waiting_since,
                          facts->heading_order,
                          facts->number_key[0]);
}

char *
fixture_dump (LedgerDocument *document)
{
  const LedgerReading *reading = ledger_reading_get_default ();
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < reading->n_types; i++)
    {
      LedgerTable *table = ledger_document_get_table (document, reading->types[i]->name);
      for (guint j = 0; j < ledger_table_get_n_records (table); j++)
        {
          LedgerRecord *record = ledger_table_get_record (table, j);
          dump_record (out, record);
          if (g_str_equal (reading->types[i]->name, "issue"))
            dump_facts (out, document, record);
        }
    }
  return g_string_free (out, FALSE);
}

void
fixture_assert_same (LedgerDocument *document, LedgerDocument *other)
{
  g_autofree char *left = fixture_dump (document);
  g_autofree char *right = fixture_dump (other);
  g_auto (GStrv) ours = g_strsplit (left, "\n", -1);
  g_auto (GStrv) theirs = g_strsplit (right, "\n", -1);

  for (guint i = 0; ours[i] != NULL && theirs[i] != NULL; i++)
    g_assert_cmpstr (ours[i], ==, theirs[i]);
  g_assert_cmpuint (g_strv_length (ours), ==, g_strv_length (theirs));
}
