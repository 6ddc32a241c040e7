/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-log.h"

#include "ledger-ancestry.h"
#include "ledger-digest.h"
#include "ledger-edit.h"
#include "ledger-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char zeros[] = "00000000000000000000000000000000";

LedgerLog *
ledger_log_new (LedgerConnection *connection, const LedgerReading *reading)
{
  LedgerLog *log = g_new0 (LedgerLog, 1);
  log->connection = connection;
  log->reading = reading;
  log->catalog = ledger_catalog_new (connection);
  log->encoder = ledger_encoder_new ();
  return log;
}

void
ledger_log_free (LedgerLog *log)
{
  if (log == NULL)
    return;
  ledger_ancestry_free (log->ancestry);
  ledger_encoder_free (log->encoder);
  ledger_catalog_free (log->catalog);
  g_free (log);
}

static void
put_hex (LedgerEncoder *encoder, const char *name, const guint8 digest[32])
{
  static const char digits[] = "0123456789abcdef";
  char hex[64];
  for (guint i = 0; i < 32; i++)
    {
      hex[2 * i] = digits[digest[i] >> 4];
      hex[2 * i + 1] = digits[digest[i] & 15];
    }
  ledger_encoder_put_bytes (encoder, name, hex, sizeof hex);
}

static void
begin_part (LedgerEncoder *encoder, const guint8 seed[32], const char *type, const char *id)
{
  guint8 salted[48];
  guint8 salt[32];
  memcpy (salted, seed, 32);
  if (!ledger_hex_decode (id, salted + 32, 16))
    g_critical ("a part was made for “%s”, which is no id", id);
  ledger_digest_of_data (salted, sizeof salted, salt);

  ledger_encoder_reset (encoder);
  ledger_encoder_put_header (encoder, "zgl-part-1");
  put_hex (encoder, "salt", salt);
  ledger_encoder_put_text (encoder, "type", type);
  ledger_encoder_put_text (encoder, "record", id);
}

static void
put_optional (LedgerEncoder *encoder, const char *name, const char *text)
{
  g_autoptr (LedgerValue) value = ledger_value_new_text (text);
  ledger_encoder_put_value (encoder, name, value);
}

void
ledger_log_hash_title (
    LedgerLog *log, const guint8 seed[32], const char *title, const char *reason, guint8 digest[32])
{
  begin_part (log->encoder, seed, "", zeros);
  ledger_encoder_put_text (log->encoder, "title", title);
  put_optional (log->encoder, "reason", reason);
  ledger_encoder_digest (log->encoder, digest);
}

void
ledger_log_hash_part (LedgerLog *log,
                      const guint8 seed[32],
                      const char *type,
                      const char *id,
                      const LedgerLogOperation *operations,
                      guint n_operations,
                      guint8 digest[32])
{
  begin_part (log->encoder, seed, type, id);
  for (guint i = 0; i < n_operations; i++)
    {
      const LedgerLogOperation *operation = &operations[i];
      ledger_encoder_put_text (log->encoder, "field", operation->field);
      ledger_encoder_put_value (log->encoder, "value", operation->value);
      for (guint j = 0; operation->parents != NULL && j < operation->parents->len; j++)
        put_hex (log->encoder, "parent", (const guint8 *)operation->parents->data + 32 * (gsize)j);
    }
  ledger_encoder_digest (log->encoder, digest);
}

void
ledger_log_hash_edit (LedgerLog *log,
                      const LedgerLogHeader *header,
                      const guint8 *parts,
                      guint n_parts,
                      guint8 hash[32])
{
  LedgerEncoder *encoder = log->encoder;
  g_autofree char *target = header->target != NULL ? ledger_hex_encode (header->target, 32) : NULL;

  ledger_encoder_reset (encoder);
  ledger_encoder_put_header (encoder, "zgl-edit-1");
  for (guint i = 0; i < header->n_prevs; i++)
    put_hex (encoder, "prev", header->prevs + 32 * (gsize)i);
  ledger_encoder_put_text (encoder, "kind", header->kind);
  put_optional (encoder, "target", target);
  ledger_encoder_put_text (encoder, "desk", header->desk);
  ledger_encoder_put_text (encoder, "actor", header->actor);
  ledger_encoder_put_integer (encoder, "time", header->time);
  ledger_encoder_put_integer (encoder, "zone", header->zone);
  for (guint i = 0; i < n_parts; i++)
    put_hex (encoder, "part", parts + 32 * (gsize)i);
  ledger_encoder_digest (encoder, hash);
}

int
ledger_log_compare_records (const char *type_a,
                            const char *id_a,
                            const char *type_b,
                            const char *id_b)
{
  int order = strcmp (id_a, id_b);
  return order != 0 ? order : strcmp (type_a, type_b);
}

int
ledger_log_compare_hashes (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, 32);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const gint64 one = *(const gint64 *)a;
  const gint64 other = *(const gint64 *)b;
  return one < other ? -1 : one > other;
}

gpointer
ledger_log_find_by_key (GArray *elements, gint64 key)
{
  guint index = 0;
  if (!g_array_binary_search (elements, &key, compare_keys, &index))
    return NULL;
  return elements->data + (gsize)index * g_array_get_element_size (elements);
}

static gboolean
missing_edit (GError **error)
{
  g_set_error_literal (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_DAMAGED,
      _ ("The log of this ledger is damaged: an edit is missing. Check the ledger and "
         "restore it from a backup."));
  return FALSE;
}

/* FALSE with ERROR, also where there is no row. */
static gboolean
step_to_row (LedgerStatement *statement, GError **error)
{
  GError *failure = NULL;
  if (ledger_statement_step (statement, &failure))
    return TRUE;
  if (failure == NULL)
    return missing_edit (error);
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
copy_hash (LedgerStatement *statement, guint column, guint8 hash[32], GError **error)
{
  gsize length = 0;
  gconstpointer bytes = ledger_statement_get_bytes (statement, column, &length);
  if (length == 32)
    memcpy (hash, bytes, 32);
  return length == 32 || missing_edit (error);
}

gboolean
ledger_log_read_tip (LedgerLog *log, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "SELECT key, hash FROM log_edit ORDER BY key DESC LIMIT 1", error);
  if (statement == NULL || !step_to_row (statement, error))
    return FALSE;
  gint64 key = ledger_statement_get_integer (statement, 0);
  gboolean fine = copy_hash (statement, 1, log->tip_hash, error);
  ledger_statement_reset (statement);
  if (fine)
    log->tip = key;
  return fine;
}

gboolean
ledger_log_read_edit (LedgerLog *log, gint64 key, guint8 hash[32], gint64 *time, GError **error)
{
  if (key == log->tip && time == NULL)
    {
      memcpy (hash, log->tip_hash, 32);
      return TRUE;
    }
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "SELECT hash, time FROM log_edit WHERE key = ?", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, key);
  if (!step_to_row (statement, error))
    return FALSE;
  if (time != NULL)
    *time = ledger_statement_get_integer (statement, 1);
  gboolean fine = copy_hash (statement, 0, hash, error);
  ledger_statement_reset (statement);
  return fine;
}

gint64
ledger_log_find_edit (LedgerLog *log, const char *hash, GError **error)
{
  guint8 bytes[32];
  if (!ledger_hex_decode (hash, bytes, sizeof bytes))
    {
      g_set_error (
          error, LEDGER_ERROR, LEDGER_ERROR_INVALID, _ ("“%s” is not the hash of an edit."), hash);
      return -1;
    }
  if (log->found_key > 0 && memcmp (log->found_hash, bytes, 32) == 0)
    return log->found_key;
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "SELECT key FROM log_edit WHERE hash = ? ORDER BY key DESC LIMIT 1", error);
  if (statement == NULL)
    return -1;
  ledger_statement_bind_bytes (statement, 0, bytes, sizeof bytes);
  gint64 key = ledger_statement_find_key (statement, error);
  if (key <= 0)
    return key;
  memcpy (log->found_hash, bytes, 32);
  log->found_key = key;
  return key;
}

char *
ledger_log_dup_ledger_id (LedgerLog *log, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "SELECT hash FROM log_edit ORDER BY key LIMIT 1", error);
  if (statement == NULL || !step_to_row (statement, error))
    return NULL;
  guint8 hash[32];
  gboolean fine = copy_hash (statement, 0, hash, error);
  ledger_statement_reset (statement);
  return fine ? ledger_hex_encode (hash, sizeof hash) : NULL;
}

LedgerAncestry *
ledger_log_get_ancestry (LedgerLog *log, GError **error)
{
  if (!ledger_log_read_tip (log, error))
    return NULL;
  if (log->ancestry == NULL || ledger_ancestry_get_position (log->ancestry) != log->tip)
    {
      g_clear_pointer (&log->ancestry, ledger_ancestry_free);
      log->ancestry = ledger_ancestry_load (log, error);
    }
  return log->ancestry;
}

const char *
ledger_log_kind_word (guint kind)
{
  static const char *const words[] = { "edit", "undo", "redo", "import", "merge" };
  return kind < G_N_ELEMENTS (words) ? words[kind] : words[0];
}
