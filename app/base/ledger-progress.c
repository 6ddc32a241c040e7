/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-progress.h"

#include <pthread.h>

#define INTERVAL (G_USEC_PER_SEC / 20)
#define UNKNOWN -1.0

/* What the job's thread says is kept under the lock and told to the main context by one source, so
 * that a job that reports a million times wakes it twenty times a second. POSIX lock: see
 * ledger-task-queue.c. */
struct _LedgerProgress
{
  GObject parent_instance;

  GMainContext *context;
  pthread_mutex_t mutex;
  double fraction;    /* under MUTEX */
  char *text;         /* under MUTEX; never NULL */
  gboolean scheduled; /* under MUTEX: a source is on its way */
  gint64 told_at;     /* under MUTEX: monotonic time of the last notification, 0 for none */

  double told_fraction; /* on CONTEXT alone, as is TOLD_TEXT */
  char *told_text;
};

enum
{
  PROP_FRACTION = 1,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LedgerProgress, ledger_progress, G_TYPE_OBJECT)

LedgerProgress *
ledger_progress_new (void)
{
  return g_object_new (LEDGER_TYPE_PROGRESS, NULL);
}

static void
tell (LedgerProgress *self, double fraction, const char *text)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->told_fraction != fraction)
    {
      self->told_fraction = fraction;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
    }
  if (g_strcmp0 (self->told_text, text) != 0)
    {
      g_free (self->told_text);
      self->told_text = g_strdup (text);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
on_time_to_tell (gpointer data)
{
  LedgerProgress *self = data;

  pthread_mutex_lock (&self->mutex);
  self->scheduled = FALSE;
  self->told_at = g_get_monotonic_time ();
  double fraction = self->fraction;
  g_autofree char *text = g_strdup (self->text);
  pthread_mutex_unlock (&self->mutex);

  tell (self, fraction, text);
  return G_SOURCE_REMOVE;
}

/* Holding the lock. */
static void
schedule (LedgerProgress *self)
{
  if (self->scheduled)
    return;
  self->scheduled = TRUE;

  gint64 wait = 0;
  if (self->told_at != 0)
    wait = MAX (0, self->told_at + INTERVAL - g_get_monotonic_time ());
  /* Rounded up, or the twenty-first notification of a second would slip in. */
  g_autoptr (GSource) source = g_timeout_source_new ((guint)((wait + 999) / 1000));
  g_source_set_static_name (source, "[zhenggai] progress");
  g_source_set_callback (source, on_time_to_tell, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

void
ledger_progress_report (LedgerProgress *self, guint64 done, guint64 total)
{
  if (self == NULL)
    return;
  g_return_if_fail (LEDGER_IS_PROGRESS (self));

  double fraction = total == 0 ? UNKNOWN : (double)MIN (done, total) / (double)total;
  pthread_mutex_lock (&self->mutex);
  if (self->fraction != fraction)
    {
      self->fraction = fraction;
      schedule (self);
    }
  pthread_mutex_unlock (&self->mutex);
}

void
ledger_progress_say (LedgerProgress *self, const char *text)
{
  if (self == NULL)
    return;
  g_return_if_fail (LEDGER_IS_PROGRESS (self));
  g_return_if_fail (text != NULL);

  pthread_mutex_lock (&self->mutex);
  if (g_strcmp0 (self->text, text) != 0)
    {
      g_free (self->text);
      self->text = g_strdup (text);
      schedule (self);
    }
  pthread_mutex_unlock (&self->mutex);
}

double
ledger_progress_get_fraction (LedgerProgress *self)
{
  g_return_val_if_fail (LEDGER_IS_PROGRESS (self), UNKNOWN);

  pthread_mutex_lock (&self->mutex);
  double fraction = self->fraction;
  pthread_mutex_unlock (&self->mutex);
  return fraction;
}

char *
ledger_progress_dup_text (LedgerProgress *self)
{
  g_return_val_if_fail (LEDGER_IS_PROGRESS (self), NULL);

  pthread_mutex_lock (&self->mutex);
  char *text = g_strdup (self->text);
  pthread_mutex_unlock (&self->mutex);
  return text;
}

static void
ledger_progress_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LedgerProgress *self = LEDGER_PROGRESS (object);

  switch (id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, ledger_progress_get_fraction (self));
      break;
    case PROP_TEXT:
      g_value_take_string (value, ledger_progress_dup_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ledger_progress_finalize (GObject *object)
{
  LedgerProgress *self = LEDGER_PROGRESS (object);

  g_free (self->text);
  g_free (self->told_text);
  g_main_context_unref (self->context);
  pthread_mutex_destroy (&self->mutex);
  G_OBJECT_CLASS (ledger_progress_parent_class)->finalize (object);
}

static void
ledger_progress_class_init (LedgerProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ledger_progress_get_property;
  object_class->finalize = ledger_progress_finalize;
  properties[PROP_FRACTION] =
      g_param_spec_double ("fraction", NULL, NULL, UNKNOWN, 1.0, UNKNOWN, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ledger_progress_init (LedgerProgress *self)
{
  self->context = g_main_context_ref_thread_default ();
  pthread_mutex_init (&self->mutex, NULL);
  self->fraction = UNKNOWN;
  self->text = g_strdup ("");
  self->told_fraction = UNKNOWN;
  self->told_text = g_strdup ("");
}
