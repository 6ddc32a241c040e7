/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff.h"

#include <glib/gi18n-lib.h>

struct _LedgerSignoff
{
  LedgerRecord parent_instance;
  LedgerSignoffText *header;
};

G_DEFINE_FINAL_TYPE (LedgerSignoff, ledger_signoff, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "issue",
    LEDGER_COLUMN_REFERENCE,
    LEDGER_COLUMN_PARENT | LEDGER_COLUMN_WRITE_ONCE,
    N_ ("problem"),
    "issue" },
  { "body",
    LEDGER_COLUMN_TEXT,
    LEDGER_COLUMN_WRITE_ONCE | LEDGER_COLUMN_HIDDEN,
    N_ ("canonical text") },
  { "scan", LEDGER_COLUMN_DIGEST, LEDGER_COLUMN_WRITE_ONCE | LEDGER_COLUMN_HIDDEN, N_ ("scan") },
  { "scan_name",
    LEDGER_COLUMN_TEXT,
    LEDGER_COLUMN_WRITE_ONCE | LEDGER_COLUMN_HIDDEN,
    N_ ("file name") },
  { "scan_pages",
    LEDGER_COLUMN_INTEGER,
    LEDGER_COLUMN_WRITE_ONCE | LEDGER_COLUMN_HIDDEN,
    N_ ("pages") },
  { "scan_verdict",
    LEDGER_COLUMN_TEXT,
    LEDGER_COLUMN_WRITE_ONCE | LEDGER_COLUMN_HIDDEN,
    N_ ("result of inspection") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_SIGNOFF_N_COLUMNS);

const LedgerRecordType ledger_signoff_record_type = {
  .name = "signoff",
  .word = N_ ("sign-off"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .lasting = TRUE,
};

static void
ledger_signoff_loaded (LedgerRecord *record)
{
  LedgerSignoff *self = LEDGER_SIGNOFF (record);
  const char *body = ledger_record_get_text (record, LEDGER_SIGNOFF_BODY);

  g_clear_pointer (&self->header, ledger_signoff_text_free);
  if (body != NULL)
    self->header = ledger_canonical_parse (body, NULL);
}

/* By the time that was claimed. */
static char *
dup_order (LedgerRecord *record)
{
  LedgerSignoff *self = LEDGER_SIGNOFF (record);
  return g_strdup_printf ("%020" G_GINT64_FORMAT, self->header != NULL ? self->header->time : 0);
}

static void
ledger_signoff_finalize (GObject *object)
{
  LedgerSignoff *self = LEDGER_SIGNOFF (object);

  g_clear_pointer (&self->header, ledger_signoff_text_free);
  G_OBJECT_CLASS (ledger_signoff_parent_class)->finalize (object);
}

static void
ledger_signoff_class_init (LedgerSignoffClass *klass)
{
  LedgerRecordClass *record_class = LEDGER_RECORD_CLASS (klass);

  ledger_record_class_install (record_class, &ledger_signoff_record_type);
  record_class->loaded = ledger_signoff_loaded;
  record_class->dup_order = dup_order;
  G_OBJECT_CLASS (klass)->finalize = ledger_signoff_finalize;
}

static void
ledger_signoff_init (LedgerSignoff *self)
{
}

const LedgerSignoffText *
ledger_signoff_get_header (LedgerSignoff *self)
{
  g_return_val_if_fail (LEDGER_IS_SIGNOFF (self), NULL);
  return self->header;
}

gboolean
ledger_signoff_has_scan (LedgerSignoff *self)
{
  gsize length = 0;
  const LedgerValue *scan;

  g_return_val_if_fail (LEDGER_IS_SIGNOFF (self), FALSE);
  scan = ledger_record_get_value (LEDGER_RECORD (self), LEDGER_SIGNOFF_SCAN);
  return scan != NULL && ledger_value_get_data (scan, &length) != NULL && length == 32;
}
