/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-merge-test.h"

#include "ledger-gesture.h"

static LedgerDocument *
open_script (const char *path, const char *actor)
{
  g_autoptr (GError) error = NULL;
  LedgerDocument *document = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, &error);

  g_assert_no_error (error);
  ledger_document_set_actor (document, NULL, actor);
  return document;
}

LedgerMergeTest *
ledger_merge_test_begin (LedgerViewTest *test, char *path)
{
  LedgerMergeTest *self = g_new0 (LedgerMergeTest, 1);
  g_autofree char *copy = g_build_filename (test->folder, "theirs.zgl", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  g_autoptr (GError) error = NULL;

  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->path = path;
  self->ours = open_script (path, "李敏");
  self->theirs = open_script (copy, "刘洋");
  return self;
}

static gboolean
take_in (LedgerStore *store, gpointer other, GCancellable *cancellable, GError **error)
{
  LedgerTakeInResult result;

  return ledger_store_take_in (
      store, ledger_document_get_store (other), "李敏", "desk", &result, NULL, NULL, error);
}

char *
ledger_merge_test_end (LedgerMergeTest *self)
{
  char *path = g_steal_pointer (&self->path);
  g_autoptr (GError) error = NULL;

  ledger_document_call_writer (self->ours, take_in, self->theirs, NULL, &error);
  g_assert_no_error (error);
  ledger_document_close (self->ours);
  ledger_document_close (self->theirs);
  g_object_unref (self->ours);
  g_object_unref (self->theirs);
  g_free (self);
  return path;
}

static void
commit (LedgerDocument *document, LedgerEdit *edit)
{
  g_autoptr (LedgerEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  ledger_document_commit (document, owned, NULL, &error);
  g_assert_no_error (error);
  /* Values of one millisecond stand in the order of their hashes, which no test knows. */
  g_usleep (2000);
}

void
ledger_merge_test_set (
    LedgerDocument *document, const char *type, const char *id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_set (document, type, id, field, text, &error);

  g_assert_no_error (error);
  commit (document, edit);
}

void
ledger_merge_test_delete (LedgerDocument *document, const char *type, const char *id)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_delete (document, type, ids, &error);

  g_assert_no_error (error);
  commit (document, edit);
}
