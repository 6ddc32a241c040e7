/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-blob-copy.h"

#include "ledger-blob.h"
#include "ledger-id.h"
#include "store-fixture.h"

#include <string.h>

/* An evidence of SIZE bytes of FILL; its digest. */
static void
attach (LedgerStore *store, guint8 fill, gsize size, guint8 digest[32])
{
  g_autofree guint8 *data = g_malloc (size);
  memset (data, fill, size);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize)size, NULL);
  LedgerBlobInfo info;
  g_assert_true (ledger_store_stage_blob (store, stream, size, &info, NULL, NULL, NULL));
  memcpy (digest, info.digest, 32);
  g_autofree char *id = ledger_id_new_random ();
  g_autoptr (LedgerEdit) edit = fixture_edit ("a");
  g_autoptr (LedgerValue) value = ledger_value_new_bytes (digest, 32);
  ledger_edit_set (edit, "evidence", id, "digest", value);
  fixture_commit (store, edit);
}

/* Two copies with an evidence of 1,000 bytes in both, one of 3 MiB and one of 2,000 bytes in the
 * first alone. */
typedef struct
{
  Fixture *fixture;
  char *path;
  char *copy;
  guint8 shared[32];
  guint8 whole[32];
  guint8 other[32];
} Pair;

static void
set_up (Pair *pair, gconstpointer data)
{
  pair->fixture = fixture_new ();
  pair->path = fixture_path (pair->fixture, "a.zgl");
  pair->copy = fixture_path (pair->fixture, "b.zgl");
  LedgerStore *store = fixture_create (pair->path, "a");
  attach (store, 1, 1000, pair->shared);
  g_clear_object (&store);
  fixture_copy (pair->path, pair->copy);
  store = fixture_open (pair->path, LEDGER_STORE_WRITE);
  attach (store, 2, 3 * 1024 * 1024, pair->whole);
  attach (store, 3, 2000, pair->other);
  g_clear_object (&store);
}

static void
tear_down (Pair *pair, gconstpointer data)
{
  fixture_free (pair->fixture);
  g_free (pair->path);
  g_free (pair->copy);
}

/* From the first to the second, or back; the caller looks at what stands in TO then. */
static void
copy_all (LedgerBlobCopy *copy, const char *from, LedgerStore *to)
{
  GError *error = NULL;
  g_autoptr (LedgerStore) store = fixture_open (from, LEDGER_STORE_READ);
  g_assert_true (ledger_blob_copy_all (copy, to, store, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* What the other has and is whole there comes over; what is damaged there stays away, and what is
 * here already is not copied again. */
static void
test_what_is_lacking (Pair *pair, gconstpointer data)
{
  g_auto (LedgerBlobCopy) copy = { 0 };
  fixture_raw (pair->path,
               "UPDATE log_chunk SET bytes = zeroblob (2000) WHERE length (bytes) = 2000");
  g_autoptr (LedgerStore) to = fixture_open (pair->copy, LEDGER_STORE_WRITE);
  GError *error = NULL;
  copy_all (&copy, pair->path, to);
  g_assert_cmpuint (copy.n_added, ==, 1);
  g_assert_cmpuint (copy.n_healed, ==, 0);
  g_assert_true (ledger_store_has_blob (to, pair->shared, NULL));
  g_assert_true (ledger_store_has_blob (to, pair->whole, NULL));
  g_assert_false (ledger_store_has_blob (to, pair->other, NULL));

  /* Unnamed they are leftovers, named they stay. */
  g_assert_true (ledger_blob_copy_name (&copy, ledger_store_peek_log (to), &error));
  g_assert_true (ledger_blob_remove_leftovers (ledger_store_peek_log (to), &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (to, "SELECT count(*) FROM log_blob WHERE named = 1"), ==, 2);
}

typedef struct
{
  const char *name;
  const char *damage; /* done to the first copy */
} Damage;

static const Damage damages[] = {
  { "/blob-copy/healed/byte",
    "UPDATE log_chunk SET bytes = zeroblob (2000) WHERE length (bytes) = 2000" },
  { "/blob-copy/healed/cut",
    "UPDATE log_chunk SET bytes = substr (bytes, 1, 700) WHERE length (bytes) = 2000" },
  { "/blob-copy/healed/chunk", "DELETE FROM log_chunk WHERE length (bytes) = 2000" },
  { "/blob-copy/healed/size", "UPDATE log_blob SET size = 1999 WHERE size = 2000" },
  { "/blob-copy/healed/row",
    "DELETE FROM log_chunk WHERE length (bytes) = 2000; DELETE FROM log_blob WHERE size = 2000" },
};

/* Damaged or missing here and whole there: afterwards verify finds nothing, and nothing is left
 * over. */
static void
test_healed (Pair *pair, gconstpointer data)
{
  const Damage *damage = data;
  g_auto (LedgerBlobCopy) copy = { 0 };
  GError *error = NULL;
  fixture_copy (pair->path, pair->copy);
  fixture_raw (pair->path, damage->damage);
  g_autoptr (LedgerStore) to = fixture_open (pair->path, LEDGER_STORE_WRITE);
  copy_all (&copy, pair->copy, to);
  g_assert_cmpuint (copy.n_healed, ==, 1);
  g_assert_cmpuint (copy.n_added, ==, 0);
  g_assert_true (ledger_blob_copy_name (&copy, ledger_store_peek_log (to), &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (to, "SELECT count(*) FROM log_blob"), ==, 3);
  fixture_assert_sound (to);
}

/* Damaged there and whole here: nothing happens here. */
static void
test_damage_stays_there (Pair *pair, gconstpointer data)
{
  const Damage *damage = data;
  g_auto (LedgerBlobCopy) copy = { 0 };
  fixture_copy (pair->path, pair->copy);
  fixture_raw (pair->copy, damage->damage);
  g_autoptr (LedgerStore) to = fixture_open (pair->path, LEDGER_STORE_WRITE);
  copy_all (&copy, pair->copy, to);
  g_assert_cmpuint (copy.n_healed + copy.n_added, ==, 0);
  g_assert_cmpint (fixture_count (to, "SELECT count(*) FROM log_blob"), ==, 3);
  fixture_assert_sound (to);
}

/* What is added for a merge that fails does not stay. */
static void
test_given_back (Pair *pair, gconstpointer data)
{
  g_auto (LedgerBlobCopy) copy = { 0 };
  g_autoptr (LedgerStore) to = fixture_open (pair->copy, LEDGER_STORE_WRITE);
  copy_all (&copy, pair->path, to);
  g_assert_cmpuint (copy.n_added, ==, 2);
  ledger_blob_copy_give_back (&copy, ledger_store_peek_log (to));
  g_assert_cmpint (fixture_count (to, "SELECT count(*) FROM log_blob"), ==, 1);
  g_assert_cmpint (fixture_count (to, "SELECT count(*) FROM log_chunk"), ==, 1);
  fixture_assert_sound (to);
}

static void
test_cancelled (Pair *pair, gconstpointer data)
{
  g_auto (LedgerBlobCopy) copy = { 0 };
  g_autoptr (LedgerStore) from = fixture_open (pair->path, LEDGER_STORE_READ);
  g_autoptr (LedgerStore) to = fixture_open (pair->copy, LEDGER_STORE_WRITE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GError *error = NULL;
  g_cancellable_cancel (cancellable);
  g_assert_false (ledger_blob_copy_all (&copy, to, from, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (copy.n_added, ==, 0);
  g_assert_false (ledger_store_has_blob (to, pair->whole, NULL));
}

#define ADD(name, data, func) g_test_add (name, Pair, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/blob-copy/what-is-lacking", NULL, test_what_is_lacking);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *there = g_strconcat (damages[i].name, "/there", NULL);
      ADD (damages[i].name, &damages[i], test_healed);
      ADD (there, &damages[i], test_damage_stays_there);
    }
  ADD ("/blob-copy/given-back", NULL, test_given_back);
  ADD ("/blob-copy/cancelled", NULL, test_cancelled);
  return g_test_run ();
}
