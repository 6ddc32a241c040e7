/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-log-check.h"

#include "ledger-ancestry.h"
#include "ledger-digest.h"
#include "ledger-edit.h"
#include "ledger-error.h"
#include "ledger-field-scan.h"
#include "ledger-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define MOST_DAMAGES 100
#define CHECKED_AT_ONCE 500

typedef struct
{
  gint64 key;
  guint8 hash[32];
  guint8 seed[32];
  guint n_parts; /* parts whose operations were seen */
} Edit;

typedef struct
{
  char *type; /* NULL: its name is missing */
  char id[33];
  gboolean used;
} Record;

/* What one edit wrote into the record at hand. */
typedef struct
{
  gint64 edit;
  GArray *operations; /* LedgerLogOperation; own their values and parents */
} Part;

typedef struct
{
  LedgerLog *log;
  GPtrArray *damages;
  GHashTable *blobs;
  LedgerProgress *progress;
  GCancellable *cancellable;
  LedgerAncestry *ancestry;
  GArray *edits;       /* Edit by key */
  GHashTable *names;   /* key → text */
  GHashTable *used;    /* set of name keys that something leans on */
  GHashTable *records; /* key → Record */
  GPtrArray *parts;    /* Part, of the record being read */
  gint64 record;
  guint64 done;
} Check;

/* --- the list --- */

static void
free_damage (gpointer data)
{
  ledger_damage_free (data);
}

void
ledger_damage_free (LedgerDamage *damage)
{
  g_free (damage->place);
  g_free (damage->text);
  g_free (damage);
}

GPtrArray *
ledger_log_check_list_new (void)
{
  return g_ptr_array_new_with_free_func (free_damage);
}

void
ledger_log_check_add (GPtrArray *damages, const char *place, const char *format, ...)
{
  if (damages->len > MOST_DAMAGES)
    return;
  LedgerDamage *damage = g_new0 (LedgerDamage, 1);
  damage->place = g_strdup (place);
  if (damages->len == MOST_DAMAGES)
    damage->text = g_strdup (_ ("More faults were found; they are not listed."));
  else
    {
      va_list arguments;
      va_start (arguments, format);
      damage->text = g_strdup_vprintf (format, arguments);
      va_end (arguments);
    }
  g_ptr_array_add (damages, damage);
}

gboolean
ledger_log_check_refuse (GPtrArray *damages, const char *path, GError **error)
{
  if (damages->len == 0)
    return TRUE;
  const LedgerDamage *first = damages->pdata[0];
  g_autofree char *name = g_path_get_basename (path);
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_DAMAGED,
               /* Translators: file name, the fault as a sentence */
               _ ("“%s” did not pass its check: %s"),
               name,
               first->text);
  return FALSE;
}

/* --- reading what everything leans on --- */

static void
free_record (gpointer data)
{
  Record *record = data;
  g_free (record->type);
  g_free (record);
}

static void
clear_operation (gpointer data)
{
  LedgerLogOperation *operation = data;
  ledger_value_unref ((LedgerValue *)operation->value);
  g_clear_pointer (&operation->parents, g_array_unref);
}

static void
free_part (gpointer data)
{
  Part *part = data;
  g_array_unref (part->operations);
  g_free (part);
}

static void
check_clear (Check *check)
{
  g_clear_pointer (&check->edits, g_array_unref);
  g_clear_pointer (&check->names, g_hash_table_unref);
  g_clear_pointer (&check->used, g_hash_table_unref);
  g_clear_pointer (&check->records, g_hash_table_unref);
  g_clear_pointer (&check->parts, g_ptr_array_unref);
  g_clear_pointer (&check->blobs, g_hash_table_unref);
  g_clear_pointer (&check->ancestry, ledger_ancestry_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

static void
check_init (Check *check, LedgerLog *log, GPtrArray *damages)
{
  check->log = log;
  check->damages = damages;
  check->edits = g_array_new (FALSE, TRUE, sizeof (Edit));
  check->names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  check->used = g_hash_table_new (NULL, NULL);
  check->records = g_hash_table_new_full (NULL, NULL, NULL, free_record);
  check->parts = g_ptr_array_new_with_free_func (free_part);
  check->blobs =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
}

#define KEY(key) GSIZE_TO_POINTER ((gsize)(key))

static gboolean
ended (GError *failure, GError **error)
{
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static LedgerStatement *
rows_of (Check *check, const char *sql, GError **error)
{
  return ledger_connection_prepare (check->log->connection, sql, error);
}

static gboolean
load_names (Check *check, GError **error)
{
  LedgerStatement *rows = rows_of (check, "SELECT key, text FROM log_name", error);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  while (ledger_statement_step (rows, &failure))
    g_hash_table_insert (check->names,
                         KEY (ledger_statement_get_integer (rows, 0)),
                         g_strdup (ledger_statement_get_text (rows, 1)));
  return ended (failure, error);
}

static gboolean
load_records (Check *check, GError **error)
{
  LedgerStatement *rows = rows_of (check, "SELECT key, type, id FROM log_record", error);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  while (ledger_statement_step (rows, &failure))
    {
      Record *record = g_new0 (Record, 1);
      gint64 key = ledger_statement_get_integer (rows, 0);
      gint64 type = ledger_statement_get_integer (rows, 1);
      gsize length = 0;
      const guint8 *id = ledger_statement_get_bytes (rows, 2, &length);
      record->type = g_strdup (g_hash_table_lookup (check->names, KEY (type)));
      g_hash_table_add (check->used, KEY (type));
      if (length == 16)
        ledger_catalog_write_id (id, record->id);
      if (record->type == NULL || length != 16)
        ledger_log_check_add (
            check->damages, "record", _ ("Record %" PRId64 " of the log has no valid name."), key);
      g_hash_table_insert (check->records, KEY (key), record);
    }
  return ended (failure, error);
}

static gboolean
copy_32 (LedgerStatement *rows, guint column, guint8 bytes[32])
{
  gsize length = 0;
  gconstpointer data = ledger_statement_get_bytes (rows, column, &length);
  if (length == 32)
    memcpy (bytes, data, 32);
  return length == 32;
}

static gboolean
load_edits (Check *check, GError **error)
{
  LedgerStatement *rows =
      rows_of (check, "SELECT key, hash, seed FROM log_edit ORDER BY key", error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  while (ledger_statement_step (rows, &failure))
    {
      Edit edit = { .key = ledger_statement_get_integer (rows, 0) };
      gboolean sound = copy_32 (rows, 1, edit.hash);
      sound = copy_32 (rows, 2, edit.seed) && sound;
      if (!sound || !g_hash_table_add (seen, ledger_hex_encode (edit.hash, 32)))
        ledger_log_check_add (check->damages,
                              "edit",
                              _ ("Edit %" PRId64 " of the log has no valid name of its own."),
                              edit.key);
      g_array_append_val (check->edits, edit);
    }
  return ended (failure, error);
}

static Edit *
find_edit (Check *check, gint64 key)
{
  guint low = 0;
  guint high = check->edits->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      Edit *edit = &g_array_index (check->edits, Edit, middle);
      if (edit->key == key)
        return edit;
      if (edit->key < key)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* --- operations, record by record --- */

static const char *
describe (const Record *record)
{
  return record != NULL && record->type != NULL ? record->type : "?";
}

static gint64
part_digest (Check *check, gint64 edit, gint64 record, guint8 digest[32], GError **error)
{
  LedgerStatement *row =
      rows_of (check, "SELECT digest FROM log_part WHERE edit = ? AND record = ?", error);
  GError *failure = NULL;
  if (row == NULL)
    return -1;
  ledger_statement_bind_integer (row, 0, edit);
  ledger_statement_bind_integer (row, 1, record);
  gboolean found = ledger_statement_step (row, &failure);
  if (found)
    found = copy_32 (row, 0, digest);
  ledger_statement_reset (row);
  return ended (failure, error) ? found : -1;
}

static int
compare_operations (gconstpointer a, gconstpointer b)
{
  const LedgerLogOperation *one = a;
  const LedgerLogOperation *other = b;
  return strcmp (one->field, other->field);
}

static gboolean
check_part (Check *check, const Part *part, Record *record, GError **error)
{
  Edit *edit = find_edit (check, part->edit);
  guint8 stored[32] = { 0 };
  guint8 computed[32] = { 0 };
  gint64 found = part_digest (check, part->edit, check->record, stored, error);
  if (found < 0)
    return FALSE;
  if (edit != NULL && record != NULL && record->type != NULL && *record->id != '\0')
    {
      g_array_sort (part->operations, compare_operations);
      ledger_log_hash_part (check->log,
                            edit->seed,
                            record->type,
                            record->id,
                            (const LedgerLogOperation *)(gpointer)part->operations->data,
                            part->operations->len,
                            computed);
      edit->n_parts++;
    }
  if (found == 0 || memcmp (stored, computed, 32) != 0)
    ledger_log_check_add (check->damages,
                          "operation",
                          /* Translators: number of an edit, kind and id of a record */
                          _ ("What edit %" PRId64 " wrote into %s %s does not match its digest."),
                          part->edit,
                          describe (record),
                          record != NULL ? record->id : "?");
  return TRUE;
}

/* All parts of the record that was read. */
static gboolean
finish_record (Check *check, GError **error)
{
  Record *record = g_hash_table_lookup (check->records, KEY (check->record));
  if (record != NULL)
    record->used = TRUE;
  for (guint i = 0; i < check->parts->len; i++)
    if (!check_part (check, check->parts->pdata[i], record, error))
      return FALSE;
  g_ptr_array_set_size (check->parts, 0);
  if (++check->done % CHECKED_AT_ONCE == 0)
    {
      ledger_progress_report (check->progress, check->done, g_hash_table_size (check->records));
      return !g_cancellable_set_error_if_cancelled (check->cancellable, error);
    }
  return TRUE;
}

static Part *
part_of (Check *check, gint64 edit)
{
  for (guint i = check->parts->len; i > 0; i--)
    {
      Part *part = check->parts->pdata[i - 1];
      if (part->edit == edit)
        return part;
    }
  Part *part = g_new0 (Part, 1);
  part->edit = edit;
  part->operations = g_array_new (FALSE, TRUE, sizeof (LedgerLogOperation));
  g_array_set_clear_func (part->operations, clear_operation);
  g_ptr_array_add (check->parts, part);
  return part;
}

static gboolean
has_operation (GArray *operations, gint64 edit)
{
  for (guint i = 0; i < operations->len; i++)
    if (g_array_index (operations, LedgerFieldOperation, i).edit == edit)
      return TRUE;
  return FALSE;
}

/* A parent concerns the same record and field (it lies in the same list) and an ancestor of the
 * edit. */
static GArray *
parents_of (Check *check, LedgerFieldScan *scan, gint64 edit, const char *field)
{
  GArray *all = ledger_field_scan_get_parents (scan);
  GArray *hashes = NULL;
  for (guint i = 0; i < all->len; i++)
    {
      const LedgerFieldParent *parent = &g_array_index (all, LedgerFieldParent, i);
      if (parent->edit != edit)
        continue;
      const Edit *named = find_edit (check, parent->parent);
      if (hashes == NULL)
        hashes = g_array_new (FALSE, TRUE, 32);
      if (named != NULL)
        g_array_append_vals (hashes, named->hash, 1);
      if (named == NULL || parent->parent == edit
          || !has_operation (ledger_field_scan_get_operations (scan), parent->parent)
          || !ledger_ancestry_contains (check->ancestry, edit, parent->parent))
        ledger_log_check_add (
            check->damages,
            "parent",
            _ ("Edit %" PRId64 " stands on something in field “%s” that is not before it."),
            edit,
            field);
    }
  if (hashes != NULL)
    g_array_sort (hashes, ledger_log_compare_hashes);
  return hashes;
}

static void
note_blob (Check *check, const char *field, const LedgerValue *value)
{
  gsize length = 0;
  gconstpointer data = ledger_value_get_data (value, &length);
  if (ledger_value_get_tag (value) == LEDGER_VALUE_BYTES && length == 32
      && !g_str_equal (field, LEDGER_FIELD_DELETED))
    g_hash_table_add (check->blobs, g_bytes_new (data, length));
}

static void
take_field (Check *check, LedgerFieldScan *scan)
{
  gint64 key = ledger_field_scan_get_field (scan);
  const char *field = g_hash_table_lookup (check->names, KEY (key));
  GArray *operations = ledger_field_scan_get_operations (scan);
  g_hash_table_add (check->used, KEY (key));
  if (field == NULL)
    field = ""; /* no digest fits an operation whose field has no name */
  for (guint i = 0; i < operations->len; i++)
    {
      const LedgerFieldOperation *read = &g_array_index (operations, LedgerFieldOperation, i);
      LedgerLogOperation operation = { 0 };
      operation.field = field;
      operation.value = ledger_value_ref (read->value);
      operation.parents = parents_of (check, scan, read->edit, field);
      g_array_append_val (part_of (check, read->edit)->operations, operation);
      note_blob (check, field, read->value);
    }
  for (guint i = 0; i < ledger_field_scan_get_parents (scan)->len; i++)
    {
      gint64 edit = g_array_index (ledger_field_scan_get_parents (scan), LedgerFieldParent, i).edit;
      if (!has_operation (operations, edit))
        ledger_log_check_add (
            check->damages, "parent", _ ("A parent in field “%s” belongs to no operation."), field);
    }
}

static gboolean
check_operations (Check *check, GError **error)
{
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_from (check->log, G_MININT64, error);
  GError *failure = NULL;
  if (scan == NULL)
    return FALSE;
  while (ledger_field_scan_next (scan, &failure))
    {
      gint64 record = ledger_field_scan_get_record (scan);
      if (record != check->record && check->parts->len > 0 && !finish_record (check, error))
        return FALSE;
      check->record = record;
      take_field (check, scan);
    }
  if (!ended (failure, error))
    return FALSE;
  return check->parts->len == 0 || finish_record (check, error);
}

/* --- edits --- */

typedef struct
{
  const Record *record; /* NULL for part 0 */
  guint8 digest[32];
} Digest;

static int
compare_digests (gconstpointer a, gconstpointer b)
{
  const Digest *one = a;
  const Digest *other = b;
  if (one->record == NULL || other->record == NULL)
    return (one->record != NULL) - (other->record != NULL);
  return ledger_log_compare_records (
      describe (one->record), one->record->id, describe (other->record), other->record->id);
}

/* The digests of an edit's parts in their order, as bytes. */
static GByteArray *
load_parts (Check *check, gint64 edit, guint *n_records, GError **error)
{
  LedgerStatement *rows =
      rows_of (check, "SELECT record, digest FROM log_part WHERE edit = ?", error);
  g_autoptr (GArray) digests = g_array_new (FALSE, TRUE, sizeof (Digest));
  GError *failure = NULL;
  if (rows == NULL)
    return NULL;
  ledger_statement_bind_integer (rows, 0, edit);
  *n_records = 0;
  while (ledger_statement_step (rows, &failure))
    {
      Digest digest = { 0 };
      gint64 record = ledger_statement_get_integer (rows, 0);
      if (record != 0)
        digest.record = g_hash_table_lookup (check->records, KEY (record));
      copy_32 (rows, 1, digest.digest);
      *n_records += record != 0;
      g_array_append_val (digests, digest);
    }
  if (!ended (failure, error))
    return NULL;
  g_array_sort (digests, compare_digests);
  GByteArray *bytes = g_byte_array_new ();
  for (guint i = 0; i < digests->len; i++)
    g_byte_array_append (bytes, g_array_index (digests, Digest, i).digest, 32);
  return bytes;
}

/* All prevs of an edit, own tip first. FALSE where one is missing or not before it. */
static gboolean
load_prevs (Check *check, gint64 edit, GByteArray *prevs, gboolean *sound, GError **error)
{
  LedgerStatement *rows =
      rows_of (check,
               "SELECT 0, prev FROM log_edit WHERE key = ?1 AND prev IS NOT NULL "
               "UNION ALL SELECT position, prev FROM log_prev WHERE edit = ?1 ORDER BY 1",
               error);
  GError *failure = NULL;
  gint64 expected = 0;
  if (rows == NULL)
    return FALSE;
  ledger_statement_bind_integer (rows, 0, edit);
  *sound = TRUE;
  while (ledger_statement_step (rows, &failure))
    {
      gint64 prev = ledger_statement_get_integer (rows, 1);
      const Edit *named = find_edit (check, prev);
      if (named == NULL || prev >= edit || ledger_statement_get_integer (rows, 0) != expected++)
        *sound = FALSE;
      if (named != NULL)
        g_byte_array_append (prevs, named->hash, 32);
    }
  return ended (failure, error);
}

static gboolean
check_title (Check *check, const Edit *edit, LedgerStatement *row, const GByteArray *parts)
{
  const char *title = ledger_statement_get_text (row, 6);
  guint8 digest[32];
  ledger_log_hash_title (check->log,
                         edit->seed,
                         title != NULL ? title : "",
                         ledger_statement_get_text (row, 7),
                         digest);
  return parts->len >= 32 && memcmp (parts->data, digest, 32) == 0;
}

/* ROW: kind, target, actor, desk, time, zone, title, reason. */
static gboolean
check_edit (Check *check, Edit *edit, LedgerStatement *row, GError **error)
{
  g_autoptr (GByteArray) prevs = g_byte_array_new ();
  guint n_records = 0;
  gboolean sound = TRUE;
  g_autoptr (GByteArray) parts = load_parts (check, edit->key, &n_records, error);
  if (parts == NULL || !load_prevs (check, edit->key, prevs, &sound, error))
    return FALSE;

  guint8 target[32];
  guint8 hash[32];
  gboolean has_target = !ledger_statement_is_null (row, 1);
  LedgerLogHeader header = { 0 };
  header.kind = ledger_statement_get_text (row, 0);
  header.prevs = prevs->data;
  header.n_prevs = prevs->len / 32;
  header.target = has_target && copy_32 (row, 1, target) ? target : NULL;
  header.actor = ledger_statement_get_text (row, 2);
  header.desk = ledger_statement_get_text (row, 3);
  header.time = ledger_statement_get_integer (row, 4);
  header.zone = (int)ledger_statement_get_integer (row, 5);
  /* What the hash would not see: it is put as none, or cut. */
  sound = sound && (has_target == (header.target != NULL))
          && header.zone == ledger_statement_get_integer (row, 5);
  ledger_log_hash_edit (check->log, &header, parts->data, parts->len / 32, hash);

  if (!sound)
    ledger_log_check_add (check->damages,
                          "edit",
                          _ ("Edit %" PRId64 " of the log stands on one that is not before it."),
                          edit->key);
  if (n_records != edit->n_parts || !check_title (check, edit, row, parts)
      || memcmp (hash, edit->hash, 32) != 0)
    ledger_log_check_add (check->damages,
                          "edit",
                          /* Translators: number of an edit, its title */
                          _ ("Edit %" PRId64 " of the log (“%s”) does not match its digest."),
                          edit->key,
                          ledger_statement_get_text (row, 6));
  return TRUE;
}

static gboolean
check_edits (Check *check, GError **error)
{
  LedgerStatement *rows = rows_of (
      check,
      "SELECT kind, target, actor, desk, time, zone, title, reason FROM log_edit ORDER BY key",
      error);
  GError *failure = NULL;
  gboolean fine = TRUE;
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; fine && i < check->edits->len && ledger_statement_step (rows, &failure); i++)
    {
      Edit *edit = &g_array_index (check->edits, Edit, i);
      fine = check_edit (check, edit, rows, error);
      if (fine && i % CHECKED_AT_ONCE == 0)
        fine = !g_cancellable_set_error_if_cancelled (check->cancellable, error);
    }
  ledger_statement_reset (rows);
  if (!fine)
    {
      g_clear_error (&failure);
      return FALSE;
    }
  return ended (failure, error);
}

/* One beginning, one tip with the largest key. */
static gboolean
check_shape (Check *check, GError **error)
{
  LedgerStatement *row =
      rows_of (check,
               "SELECT (SELECT count(*) FROM log_edit WHERE prev IS NULL), "
               "(SELECT count(*) FROM log_prev v WHERE v.edit NOT IN (SELECT key FROM log_edit)), "
               "(SELECT count(*) FROM log_part p WHERE p.edit NOT IN (SELECT key FROM log_edit))",
               error);
  if (row == NULL || !ledger_statement_step (row, error))
    return FALSE;
  gint64 n_first = ledger_statement_get_integer (row, 0);
  gint64 n_stray = ledger_statement_get_integer (row, 1) + ledger_statement_get_integer (row, 2);
  ledger_statement_reset (row);
  guint n_tips = ledger_ancestry_get_n_tips (check->ancestry);
  if (n_first != 1 || n_tips != 1)
    ledger_log_check_add (check->damages,
                          "log",
                          _ ("The log has %d beginnings and %u ends in place of one of each."),
                          (int)n_first,
                          n_tips);
  if (n_stray > 0)
    ledger_log_check_add (
        check->damages, "log", _ ("The log holds parts of edits that it does not have."));
  return TRUE;
}

static void
check_unused (Check *check)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  g_hash_table_iter_init (&iter, check->records);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Record *record = value;
      if (!record->used)
        ledger_log_check_add (check->damages,
                              "record",
                              _ ("No operation belongs to %s %s."),
                              describe (record),
                              record->id);
    }
  g_hash_table_iter_init (&iter, check->names);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (check->used, key))
      ledger_log_check_add (check->damages,
                            "name",
                            _ ("The name “%s” of the log is used by nothing."),
                            (char *)value);
}

gboolean
ledger_log_check (LedgerLog *log,
                  GPtrArray *damages,
                  GHashTable **blobs,
                  LedgerProgress *progress,
                  GCancellable *cancellable,
                  GError **error)
{
  g_auto (Check) check = { 0 };
  check_init (&check, log, damages);
  check.progress = progress;
  check.cancellable = cancellable;
  check.ancestry = ledger_ancestry_load (log, error);
  if (check.ancestry == NULL || !load_names (&check, error) || !load_records (&check, error)
      || !load_edits (&check, error) || !check_operations (&check, error)
      || !check_edits (&check, error) || !check_shape (&check, error))
    return FALSE;
  check_unused (&check);
  if (blobs != NULL)
    *blobs = g_steal_pointer (&check.blobs);
  return TRUE;
}
