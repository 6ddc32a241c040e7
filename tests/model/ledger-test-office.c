/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-test-office.h"

#include <glib/gstdio.h>

#include "ledger-digest.h"
#include "ledger-id.h"
#include "ledger-rank.h"

void
ledger_test_office_init (void)
{
  g_setenv ("ZHENGGAI_TODAY", "2026-03-10", TRUE);
}

void
ledger_test_office_commit (LedgerTestOffice *office, LedgerEdit *edit, GError *error)
{
  g_autoptr (LedgerEdit) owned = edit;
  g_autoptr (GError) failure = error;
  g_assert_no_error (failure);
  g_assert_nonnull (owned);
  ledger_document_commit (office->document, owned, NULL, &failure);
  g_assert_no_error (failure);
}

static LedgerEdit *
edit_new (LedgerTestOffice *office, const char *title)
{
  LedgerEdit *edit = ledger_edit_new (LEDGER_EDIT_PLAIN, title);
  ledger_edit_set_actor (edit,
                         ledger_document_get_actor_name (office->document),
                         ledger_document_get_desk (office->document));
  return edit;
}

void
ledger_test_office_set (
    LedgerTestOffice *office, const char *type, const char *id, const char *field, const char *text)
{
  LedgerEdit *edit = edit_new (office, "set");
  ledger_edit_set_text (edit, type, id, field, text);
  ledger_test_office_commit (office, edit, NULL);
}

void
ledger_test_office_set_integer (
    LedgerTestOffice *office, const char *type, const char *id, const char *field, gint64 integer)
{
  LedgerEdit *edit = edit_new (office, "set");
  ledger_edit_set_integer (edit, type, id, field, integer);
  ledger_test_office_commit (office, edit, NULL);
}

void
ledger_test_office_delete (LedgerTestOffice *office, const char *type, const char *id)
{
  LedgerEdit *edit = edit_new (office, "delete");
  ledger_edit_delete (edit, type, id);
  ledger_test_office_commit (office, edit, NULL);
}

static char *
add_named (LedgerTestOffice *office, const char *type, const char *name)
{
  LedgerStore *store = ledger_document_get_store (office->document);
  char *id = ledger_id_new_derived (ledger_store_get_ledger_id (store), type, name, NULL);
  ledger_test_office_set (office, type, id, "name", name);
  return id;
}

char *
ledger_test_office_add_person (LedgerTestOffice *office, const char *name)
{
  return add_named (office, "person", name);
}

void
ledger_test_office_sit_down (LedgerTestOffice *office, const char *person_id)
{
  ledger_document_set_actor (office->document,
                             person_id,
                             ledger_document_get_name (office->document, "person", person_id));
}

LedgerTestOffice *
ledger_test_office_new (void)
{
  g_autoptr (GError) error = NULL;
  LedgerTestOffice *office = g_new0 (LedgerTestOffice, 1);
  office->folder = g_dir_make_tmp ("office-XXXXXX", &error);
  g_assert_no_error (error);
  office->path = g_build_filename (office->folder, "office.zgl", NULL);
  office->document =
      ledger_document_create (office->path, LEDGER_DOCUMENT_SCRIPT, "某市某局", "李敏", &error);
  g_assert_no_error (error);
  office->handler = add_named (office, "person", "李敏");
  office->reviewer = add_named (office, "person", "刘洋");
  office->leader = add_named (office, "person", "王建国");
  office->office = add_named (office, "department", "办公室");
  office->section = add_named (office, "department", "业务一科");
  office->heading = ledger_id_new_random ();
  ledger_test_office_set (office, "heading", office->heading, "number", "1");
  ledger_test_office_set (office, "heading", office->heading, "text", "党的领导");
  ledger_test_office_sit_down (office, office->handler);
  return office;
}

void
ledger_test_office_open_on (LedgerTestOffice *office, int day)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = g_strdup_printf ("2026-03-%02d", day);
  g_setenv ("ZHENGGAI_TODAY", today, TRUE);
  ledger_document_close (office->document);
  g_object_unref (office->document);
  office->document = ledger_document_open (office->path, LEDGER_DOCUMENT_SCRIPT, &error);
  g_assert_no_error (error);
  ledger_test_office_init ();
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      if (g_remove (file) != 0)
        remove_folder (file);
    }
  g_remove (path);
}

void
ledger_test_office_free (LedgerTestOffice *office)
{
  ledger_document_close (office->document);
  g_object_unref (office->document);
  remove_folder (office->folder);
  char *const texts[] = { office->folder, office->path,   office->handler, office->reviewer,
                          office->leader, office->office, office->section, office->heading };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (office);
}

char *
ledger_test_office_add_issue (LedgerTestOffice *office, const char *text)
{
  char *id = ledger_id_new_random ();
  LedgerEdit *edit = edit_new (office, "add issue");
  g_autofree char *number = g_strdup_printf ("1.%u", ++office->n_issues);
  g_autofree char *rank = g_strdup_printf ("%04u", office->n_issues);
  ledger_edit_set_text (edit, "issue", id, "heading", office->heading);
  ledger_edit_set_text (edit, "issue", id, "number", number);
  ledger_edit_set_text (edit, "issue", id, "rank", rank);
  ledger_edit_set_text (edit, "issue", id, "text", text);
  ledger_test_office_commit (office, edit, NULL);
  return id;
}

char *
ledger_test_office_add_measure (LedgerTestOffice *office, const char *issue, const char *text)
{
  char *id = ledger_id_new_random ();
  LedgerEdit *edit = edit_new (office, "add measure");
  const GPtrArray *measures = ledger_document_get_children (office->document, "measure", issue);
  g_autofree char *rank = g_strdup_printf ("%04u", measures->len + 1);
  ledger_edit_set_text (edit, "measure", id, "issue", issue);
  ledger_edit_set_text (edit, "measure", id, "rank", rank);
  ledger_edit_set_text (edit, "measure", id, "text", text);
  ledger_test_office_commit (office, edit, NULL);
  return id;
}

char *
ledger_test_office_add_evidence (LedgerTestOffice *office,
                                 const char *issue,
                                 const char *measure,
                                 const char *number)
{
  g_autoptr (GError) error = NULL;
  LedgerBlobInfo info;
  g_autoptr (GInputStream) bytes =
      g_memory_input_stream_new_from_data (number, (gssize)strlen (number), NULL);
  ledger_store_stage_blob (
      ledger_document_get_store (office->document), bytes, 0, &info, NULL, NULL, &error);
  g_assert_no_error (error);
  char *id = ledger_id_new_random ();
  g_autofree char *link = ledger_id_new_derived ("evidence_link", measure, id, NULL);
  g_autoptr (LedgerValue) digest = ledger_value_new_bytes (info.digest, LEDGER_DIGEST_SIZE);
  LedgerEdit *edit = edit_new (office, "attach");
  ledger_edit_set_text (edit, "evidence", id, "issue", issue);
  ledger_edit_set_text (edit, "evidence", id, "number", number);
  ledger_edit_set (edit, "evidence", id, "digest", digest);
  ledger_edit_set_text (edit, "evidence", id, "verdict", "usable");
  ledger_edit_set_text (edit, "evidence", id, "title", "会议纪要");
  ledger_edit_set_text (edit, "evidence_link", link, "measure", measure);
  ledger_edit_set_text (edit, "evidence_link", link, "evidence", id);
  ledger_test_office_commit (office, edit, NULL);
  return id;
}

char *
ledger_test_office_add_ready_issue (LedgerTestOffice *office, const char *text)
{
  char *id = ledger_test_office_add_issue (office, text);
  LedgerEdit *edit = edit_new (office, "claim");
  ledger_edit_set_text (edit, "claim", id, "issue", id);
  ledger_edit_set_text (edit, "claim", id, "department", office->office);
  ledger_edit_set_text (edit, "claim", id, "lead_leader", office->leader);
  ledger_edit_set_text (edit, "claim", id, "handler", office->handler);
  ledger_edit_set_text (edit, "claim", id, "reviewer", office->reviewer);
  ledger_edit_set_text (edit, "claim", id, "claimed_on", "2026-03-02");
  ledger_edit_set_text (edit, "issue", id, "due", "day 2026-03-31 2026年3月31日");
  ledger_test_office_commit (office, edit, NULL);
  g_autofree char *measure = ledger_test_office_add_measure (office, id, "修订会议制度并印发");
  g_autofree char *number = g_strdup_printf ("1.%u-01", office->n_issues);
  g_autofree char *evidence = ledger_test_office_add_evidence (office, id, measure, number);
  ledger_test_office_set_integer (office, "measure", measure, "done", 1);
  return id;
}

const char *
ledger_test_office_child (LedgerTestOffice *office, const char *type, const char *parent)
{
  const GPtrArray *children = ledger_document_get_children (office->document, type, parent);
  g_assert_cmpuint (children->len, ==, 1);
  return ledger_record_get_id (g_ptr_array_index (children, 0));
}
