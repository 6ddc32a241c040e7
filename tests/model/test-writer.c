/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-writer.h"

#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-reading.h"

static LedgerStore *
create (gconstpointer path, GError **error)
{
  return ledger_store_create (
      path, ledger_reading_get_default (), "李敏", "desk", NULL, NULL, error);
}

static LedgerStore *
refuse (gconstpointer path, GError **error)
{
  g_set_error_literal (error, LEDGER_ERROR, LEDGER_ERROR_LOCKED, "locked");
  return NULL;
}

typedef struct
{
  GThread *thread;
  guint n;
  gboolean fail;
} Probe;

static gboolean
probe (LedgerStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Probe *self = data;

  g_assert_true (LEDGER_IS_STORE (store));
  self->thread = g_thread_self ();
  self->n++;
  if (self->fail)
    g_set_error_literal (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED, "refused");
  return !self->fail;
}

static void
test_call (gconstpointer threaded)
{
  g_autofree char *path = fixture_path ("writer");
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerWriter) writer =
      ledger_writer_new (GPOINTER_TO_INT (threaded), create, path, &error);
  Probe data = { 0 };

  g_assert_no_error (error);
  g_assert_true (ledger_writer_call (writer, probe, &data, NULL, &error));
  g_assert_cmpuint (data.n, ==, 1);
  g_assert_true ((data.thread == g_thread_self ()) == !GPOINTER_TO_INT (threaded));
  g_assert_true ((ledger_writer_get_store (writer) != NULL) == !GPOINTER_TO_INT (threaded));

  data.fail = TRUE;
  g_assert_false (ledger_writer_call (writer, probe, &data, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_clear_error (&error);

  /* Cancelled before it began: told, not left waiting. */
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  g_assert_false (ledger_writer_call (writer, probe, &data, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (data.n, ==, 2);
}

static void
on_pushed (GObject *source, GAsyncResult *result, gpointer data)
{
  guint *n = data;
  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  (*n)++;
}

static void
test_push (gconstpointer threaded)
{
  g_autofree char *path = fixture_path ("writer");
  g_autoptr (LedgerWriter) writer =
      ledger_writer_new (GPOINTER_TO_INT (threaded), create, path, NULL);
  Probe data = { 0 };
  guint n = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, on_pushed, &n);
      g_task_set_task_data (task, &data, NULL);
      ledger_writer_push (writer, task, probe);
    }
  while (n < 20)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (data.n, ==, 20);
}

static gpointer
call_from_thread (gpointer data)
{
  gpointer *pair = data;
  for (guint i = 0; i < 50; i++)
    g_assert_true (ledger_writer_call (pair[0], probe, pair[1], NULL, NULL));
  return NULL;
}

static void
test_many_callers (void)
{
  g_autofree char *path = fixture_path ("writer");
  g_autoptr (LedgerWriter) writer = ledger_writer_new (TRUE, create, path, NULL);
  Probe data = { 0 };
  gpointer pair[] = { writer, &data };
  GThread *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("caller", call_from_thread, pair);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  /* One after another on one thread: nothing was lost. */
  g_assert_cmpuint (data.n, ==, 150);
}

static void
test_refused (gconstpointer threaded)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (ledger_writer_new (GPOINTER_TO_INT (threaded), refuse, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_LOCKED);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  for (int threaded = 0; threaded < 2; threaded++)
    {
      const char *where = threaded ? "thread" : "here";
      const struct
      {
        const char *name;
        GTestDataFunc func;
      } tests[] = { { "call", test_call }, { "push", test_push }, { "refused", test_refused } };
      for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
        {
          g_autofree char *path = g_strdup_printf ("/writer/%s/%s", where, tests[i].name);
          g_test_add_data_func (path, GINT_TO_POINTER (threaded), tests[i].func);
        }
    }
  g_test_add_func ("/writer/many-callers", test_many_callers);
  return fixture_run ();
}
