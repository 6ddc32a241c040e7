/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-writing.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ledger-gesture.h"

#define SUFFIX ".zgl"
#define LONGEST_NAME 60 /* characters; file systems allow 255 bytes, four each */

typedef struct
{
  LedgerImportPlan *plan; /* borrowed */
  char *unit;
  char *actor;
  LedgerDay report_due;
  LedgerDay feedback_date;
  char *place; /* folder of the new ledger, or path of the present one */
} Work;

static void
work_free (Work *work)
{
  g_free (work->unit);
  g_free (work->actor);
  g_free (work->place);
  g_free (work);
}

static Work *
work_new (LedgerImportPlan *plan, const LedgerImportRound *round, const char *place)
{
  Work *work = g_new0 (Work, 1);

  work->plan = plan;
  work->unit = round->unit != NULL && *round->unit != '\0' ? g_strdup (round->unit) : NULL;
  work->actor = g_strdup (round->actor);
  work->report_due = round->report_due;
  work->feedback_date = round->feedback_date;
  work->place = g_strdup (place);
  return work;
}

static gboolean
set_field (
    LedgerDocument *document, LedgerEdit *edit, const char *field, const char *text, GError **error)
{
  LedgerRecord *inspection = ledger_document_get_inspection (document);

  return inspection == NULL || text == NULL
         || ledger_gesture_add_set (
             document, edit, "inspection", ledger_record_get_id (inspection), field, text, error);
}

static LedgerEdit *
make_edit (const Work *work, LedgerDocument *document, GError **error)
{
  g_autofree char *due =
      work->report_due != LEDGER_DAY_NONE ? ledger_day_to_iso (work->report_due) : NULL;
  g_autofree char *feedback =
      work->feedback_date != LEDGER_DAY_NONE ? ledger_day_to_iso (work->feedback_date) : NULL;
  g_autoptr (LedgerEdit) edit = NULL;

  ledger_document_set_actor (document, NULL, work->actor);
  edit = ledger_import_plan_make_edit (work->plan, document, error);
  if (edit == NULL || !set_field (document, edit, "unit", work->unit, error)
      || !set_field (document, edit, "report_due", due, error)
      || !set_field (document, edit, "feedback_date", feedback, error))
    return NULL;
  ledger_edit_set_title (edit, _ ("Import the list"));
  return g_steal_pointer (&edit);
}

/* --- a new ledger --- */

char *
ledger_import_writing_dup_name (const char *unit, int year)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint length = 0;

  for (const char *at = unit != NULL ? unit : ""; *at != '\0' && length < LONGEST_NAME;
       at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (c < 0x20 || strchr ("/\\:*?\"<>|", (int)MIN (c, 0x7f)) != NULL
          || (name->len == 0 && (c == '.' || c == ' ')))
        continue;
      g_string_append_unichar (name, c);
      length++;
    }
  if (name->len == 0)
    g_string_append (name, _ ("Rectification Ledger"));
  g_string_append_printf (name, _ (" %d"), year);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static int
find_year (const Work *work)
{
  const LedgerDay day = work->feedback_date != LEDGER_DAY_NONE ? work->feedback_date
                        : work->report_due != LEDGER_DAY_NONE  ? work->report_due
                                                               : ledger_day_today ();
  int year, month, dom;

  ledger_day_split (day, &year, &month, &dom);
  return year;
}

static char *
free_path (const Work *work)
{
  g_autofree char *name = ledger_import_writing_dup_name (work->unit, find_year (work));
  g_autofree char *first = g_strconcat (name, SUFFIX, NULL);
  char *path = g_build_filename (work->place, first, NULL);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *next = g_strdup_printf ("%s-%u%s", name, i, SUFFIX);

      g_free (path);
      path = g_build_filename (work->place, next, NULL);
    }
  return path;
}

static void
remove_ledger (const char *path)
{
  const char *const tails[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *file = g_strconcat (path, tails[i], NULL);

      g_unlink (file);
    }
}

/* Who enters is one of the ledger's people from the first day, by an edit of its own: an import
 * undone leaves them there. The name of an account (“user”) is nobody's. */
static gboolean
learn_actor (const Work *work, LedgerDocument *document, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *id = NULL;
  g_autoptr (LedgerEdit) edit = NULL;

  if (work->actor == NULL || g_str_equal (work->actor, g_get_user_name ()))
    return TRUE;
  title = g_strdup_printf (_ ("Add person %s"), work->actor);
  edit = ledger_edit_new (LEDGER_EDIT_PLAIN, title);
  ledger_edit_set_actor (edit, work->actor, ledger_document_get_desk (document));
  id = ledger_gesture_learn_person (document, edit, work->actor);
  return ledger_document_commit (document, edit, NULL, error);
}

static gboolean
fill_ledger (const Work *work, const char *path, GError **error)
{
  g_autoptr (LedgerDocument) document =
      ledger_document_create (path, LEDGER_DOCUMENT_SCRIPT, work->unit, work->actor, error);
  g_autoptr (LedgerEdit) edit = NULL;
  gboolean done;

  if (document == NULL)
    return FALSE;
  edit = learn_actor (work, document, error) ? make_edit (work, document, error) : NULL;
  done = edit != NULL && ledger_document_commit (document, edit, NULL, error);
  ledger_document_close (document);
  return done;
}

/* The file, and the ledger opened and read to the end: here it holds nobody up. */
typedef struct
{
  GFile *file;
  LedgerDocument *document; /* NULL: only with more ado, which is the window's */
} Made;

static void
made_free (gpointer data)
{
  Made *made = data;

  g_clear_object (&made->document);
  g_clear_object (&made->file);
  g_free (made);
}

static Made *
made_new (const char *path)
{
  Made *made = g_new0 (Made, 1);

  made->file = g_file_new_for_path (path);
  made->document = ledger_document_prepare (path, LEDGER_DOCUMENT_WINDOW, NULL, NULL);
  if (made->document != NULL)
    ledger_document_load_rest (made->document);
  return made;
}

static void
run_make_ledger (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *path = free_path (data);
  GError *error = NULL;

  if (fill_ledger (data, path, &error))
    {
      g_task_return_pointer (task, made_new (path), made_free);
      return;
    }
  remove_ledger (path);
  g_task_return_error (task, error);
}

void
ledger_import_writing_make_ledger (LedgerTaskQueue *jobs,
                                   LedgerImportPlan *plan,
                                   const LedgerImportRound *round,
                                   const char *folder,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);

  g_task_set_task_data (task, work_new (plan, round, folder), (GDestroyNotify)work_free);
  ledger_task_queue_push (jobs, task, run_make_ledger);
}

GFile *
ledger_import_writing_make_ledger_finish (GAsyncResult *result,
                                          LedgerDocument **document,
                                          GError **error)
{
  Made *made = g_task_propagate_pointer (G_TASK (result), error);
  GFile *file;

  if (made == NULL)
    return NULL;
  file = g_steal_pointer (&made->file);
  *document = g_steal_pointer (&made->document);
  if (*document != NULL)
    ledger_document_settle (*document);
  made_free (made);
  return file;
}

/* --- the ledger that is open --- */

static void
run_make_edit (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;
  g_autoptr (LedgerDocument) document =
      ledger_document_open (work->place, LEDGER_DOCUMENT_READ, &error);
  LedgerEdit *edit = document != NULL ? make_edit (work, document, &error) : NULL;

  if (edit != NULL)
    {
      ledger_edit_set_position (edit, ledger_document_get_position (document));
      g_task_return_pointer (task, edit, (GDestroyNotify)ledger_edit_unref);
    }
  else
    g_task_return_error (task, error);
  if (document != NULL)
    ledger_document_close (document);
}

void
ledger_import_writing_make_edit (LedgerTaskQueue *jobs,
                                 LedgerImportPlan *plan,
                                 const LedgerImportRound *round,
                                 const char *path,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);

  g_task_set_task_data (task, work_new (plan, round, path), (GDestroyNotify)work_free);
  ledger_task_queue_push (jobs, task, run_make_edit);
}

LedgerEdit *
ledger_import_writing_make_edit_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
