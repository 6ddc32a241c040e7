/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-id.h"
#include "store-fixture.h"

#include <string.h>

typedef struct
{
  Fixture *fixture;
  char *path;
  LedgerStore *store;
} Desk;

static void
desk_open (Desk *desk, gconstpointer unused)
{
  desk->fixture = fixture_new ();
  desk->path = fixture_path (desk->fixture, "台账.zgl");
  desk->store = fixture_create (desk->path, "a");
}

static void
desk_close (Desk *desk, gconstpointer unused)
{
  g_clear_object (&desk->store);
  g_free (desk->path);
  fixture_free (desk->fixture);
}

static void
desk_restart (Desk *desk)
{
  g_clear_object (&desk->store);
  desk->store = fixture_open (desk->path, LEDGER_STORE_WRITE);
}

static void
undo (Desk *desk, const char *name)
{
  GError *error = NULL;
  ledger_store_undo (desk->store, name, name, NULL, &error);
  g_assert_no_error (error);
}

static void
redo (Desk *desk, const char *name)
{
  GError *error = NULL;
  ledger_store_redo (desk->store, name, name, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Desk *desk, const char *name, const char *part)
{
  GError *error = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *title = ledger_store_peek_undo (desk->store, name, &reason);
  g_assert_nonnull (title);
  g_assert_nonnull (reason);
  g_assert_false (ledger_store_undo (desk->store, name, name, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, reason);
  if (strstr (reason, part) == NULL)
    g_error ("“%s” does not name “%s”", reason, part);
  g_clear_error (&error);
}

static void
test_there_and_back (Desk *desk, gconstpointer unused)
{
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (digests, fixture_digest (desk->store));
  g_autofree char *issue = fixture_add (desk->store, "a", "issue", NULL, "一");
  g_ptr_array_add (digests, fixture_digest (desk->store));
  fixture_set (desk->store, "a", "issue", issue, "text", "二");
  g_ptr_array_add (digests, fixture_digest (desk->store));
  g_autofree char *measure = fixture_add (desk->store, "a", "measure", issue, "措施");
  g_ptr_array_add (digests, fixture_digest (desk->store));
  fixture_set (desk->store, "a", "issue", issue, "due", "2026-03-05");
  g_ptr_array_add (digests, fixture_digest (desk->store));
  fixture_delete (desk->store, "a", "issue", issue);
  g_ptr_array_add (digests, fixture_digest (desk->store));

  for (guint round = 0; round < 3; round++)
    {
      for (guint i = digests->len - 1; i > 0; i--)
        {
          undo (desk, "a");
          g_autofree char *now = fixture_digest (desk->store);
          g_assert_cmpstr (now, ==, digests->pdata[i - 1]);
          if (i % 2)
            desk_restart (desk);
        }
      GError *error = NULL;
      g_assert_false (ledger_store_undo (desk->store, "a", "a", NULL, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
      g_clear_error (&error);
      for (guint i = 1; i < digests->len; i++)
        {
          redo (desk, "a");
          g_autofree char *now = fixture_digest (desk->store);
          g_assert_cmpstr (now, ==, digests->pdata[i]);
        }
      g_autofree char *more = ledger_store_peek_redo (desk->store, "a");
      g_assert_null (more);
    }
  fixture_assert_sound (desk->store);
}

/* The editor's way: back two, forward one, another edit, and back to the beginning. */
static void
test_new_edit_ends_redo (Desk *desk, gconstpointer unused)
{
  g_autofree char *issue = fixture_add (desk->store, "a", "issue", NULL, "0");
  fixture_set (desk->store, "a", "issue", issue, "text", "1");
  fixture_set (desk->store, "a", "issue", issue, "text", "2");
  undo (desk, "a");
  undo (desk, "a");
  redo (desk, "a");
  g_autofree char *one = fixture_text (desk->store, "issue", issue);
  g_assert_cmpstr (one, ==, "1");
  fixture_set (desk->store, "a", "issue", issue, "text", "3");
  g_autofree char *more = ledger_store_peek_redo (desk->store, "a");
  g_assert_null (more);
  undo (desk, "a");
  undo (desk, "a");
  g_autofree char *zero = fixture_text (desk->store, "issue", issue);
  g_assert_cmpstr (zero, ==, "0");
  undo (desk, "a");
  g_assert_false (fixture_has (desk->store, "issue", issue));
}

static void
test_titles (Desk *desk, gconstpointer unused)
{
  g_autofree char *issue = fixture_add (desk->store, "a", "issue", NULL, "0");
  g_autoptr (LedgerEdit) edit = fixture_edit ("a");
  ledger_edit_set_title (edit, "修改整改时限");
  ledger_edit_set_text (edit, "issue", issue, "due", "2026-03-05");
  fixture_commit (desk->store, edit);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *offered = ledger_store_peek_undo (desk->store, "a", NULL);
      g_assert_cmpstr (offered, ==, "修改整改时限");
      g_autofree char *undone = NULL;
      g_assert_true (ledger_store_undo (desk->store, "a", "a", &undone, NULL));
      g_assert_cmpstr (undone, ==, "修改整改时限");
      g_autofree char *again = ledger_store_peek_redo (desk->store, "a");
      g_assert_cmpstr (again, ==, "修改整改时限");
      redo (desk, "a");
    }
  g_autoptr (GPtrArray) lines = ledger_store_get_log (desk->store, 0, 1, NULL);
  const LedgerLogLine *line = lines->pdata[0];
  g_assert_cmpstr (line->kind, ==, "redo");
  g_assert_nonnull (line->target);
}

static void
test_desks_are_apart (Desk *desk, gconstpointer unused)
{
  g_autofree char *issue = fixture_add (desk->store, "a", "issue", NULL, "0");
  g_autofree char *other = fixture_add (desk->store, "b", "issue", NULL, "其他");
  undo (desk, "a");
  g_assert_false (fixture_has (desk->store, "issue", issue));
  g_assert_true (fixture_has (desk->store, "issue", other));
}

static void
test_changed_since (Desk *desk, gconstpointer unused)
{
  g_autofree char *issue = fixture_add (desk->store, "a", "issue", NULL, "0");
  fixture_set (desk->store, "李敏", "issue", issue, "text", "1");
  assert_refused (desk, "a", "李敏");
  undo (desk, "李敏");
  undo (desk, "a");
  g_assert_false (fixture_has (desk->store, "issue", issue));
}

static void
test_field_added_since (Desk *desk, gconstpointer unused)
{
  g_autofree char *issue = fixture_add (desk->store, "a", "issue", NULL, "0");
  fixture_set (desk->store, "李敏", "issue", issue, "due", "2026-03-05");
  assert_refused (desk, "a", "李敏");
}

static void
test_child_added_since (Desk *desk, gconstpointer unused)
{
  g_autofree char *issue = fixture_add (desk->store, "a", "issue", NULL, "0");
  g_autofree char *measure = fixture_add (desk->store, "李敏", "measure", issue, "措施一");
  assert_refused (desk, "a", "措施一");
  fixture_delete (desk->store, "李敏", "measure", measure);
  undo (desk, "a");
  g_assert_false (fixture_has (desk->store, "issue", issue));
}

static gboolean
refuse_text (LedgerStore *store,
             const char *type,
             const char *id,
             const char *field,
             const char *edit_hash,
             char **reason,
             gpointer data)
{
  g_assert_cmpuint (strlen (edit_hash), ==, 64);
  if (!g_str_equal (field, data))
    return TRUE;
  *reason = g_strdup ("2月27日李敏已据此审核");
  return FALSE;
}

static void
test_guard (Desk *desk, gconstpointer unused)
{
  g_autofree char *issue = fixture_add (desk->store, "a", "issue", NULL, "0");
  fixture_set (desk->store, "a", "issue", issue, "text", "1");
  ledger_store_set_undo_guard (desk->store, refuse_text, "text");
  assert_refused (desk, "a", "李敏已据此审核");
  ledger_store_set_undo_guard (desk->store, refuse_text, "due");
  undo (desk, "a");
}

/* An import that makes and changes: undone, the living rows are as before, and only tombstones were
 * written for what it made (LOG 8). */
static void
test_import (Desk *desk, gconstpointer unused)
{
  g_autofree char *issue = fixture_add (desk->store, "a", "issue", NULL, "0");
  g_autofree char *before = fixture_digest (desk->store);
  g_autoptr (LedgerEdit) import = ledger_edit_new (LEDGER_EDIT_IMPORT, "导入");
  ledger_edit_set_actor (import, "a", "a");
  ledger_edit_set_text (import, "issue", issue, "due", "2026-03-05");
  for (guint i = 0; i < 700; i++)
    {
      g_autofree char *id = ledger_id_new_random ();
      g_autofree char *child = ledger_id_new_random ();
      ledger_edit_set_text (import, "issue", id, "text", "问题");
      ledger_edit_set_text (import, "issue", id, "number", "1");
      ledger_edit_set_text (import, "measure", child, "issue", id);
      ledger_edit_set_text (import, "measure", child, "text", "措施");
    }
  fixture_commit (desk->store, import);
  gint64 position = ledger_store_get_position (desk->store);
  g_autofree char *after = fixture_digest (desk->store);
  g_autofree char *offered = ledger_store_peek_undo (desk->store, "a", NULL);
  g_assert_cmpstr (offered, ==, "导入");

  undo (desk, "a");
  g_autofree char *undone = fixture_digest (desk->store);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpint (
      fixture_count (
          desk->store,
          "SELECT count(*) FROM log_operation WHERE edit = (SELECT max(key) FROM log_edit)"),
      ==,
      1401);
  g_assert_cmpint (ledger_store_get_position (desk->store), ==, position + 1);
  redo (desk, "a");
  g_autofree char *redone = fixture_digest (desk->store);
  g_assert_cmpstr (redone, ==, after);
  fixture_assert_sound (desk->store);
}

#define ADD(name, func) g_test_add ("/undo/" name, Desk, NULL, desk_open, func, desk_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("there-and-back", test_there_and_back);
  ADD ("new-edit-ends-redo", test_new_edit_ends_redo);
  ADD ("titles", test_titles);
  ADD ("desks-are-apart", test_desks_are_apart);
  ADD ("changed-since", test_changed_since);
  ADD ("field-added-since", test_field_added_since);
  ADD ("child-added-since", test_child_added_since);
  ADD ("guard", test_guard);
  ADD ("import", test_import);
  return g_test_run ();
}
