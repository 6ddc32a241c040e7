/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-digest.h"
#include "ledger-log.h"
#include "store-fixture.h"

#include <string.h>

/* STORED VECTORS (LOG 2, 3). The bytes and hashes below were computed once, by another program,
 * from the layout written in ledger-log.h. They may never be changed: where they fail, the code is
 * wrong. */
#define ISSUE "00112233445566778899aabbccddeeff"
#define EVIDENCE "ffeeddccbbaa99887766554433221100"
#define HASH_1 "a23233f74b14749f7f1728bc68bccf8fb4b3c890bfc9f902d4399f3f8f3f83af"
#define HASH_2 "4bb7d4ea3863c99e47d0e5d0e41c922449b98f05666308d0ec4944b98942ed47"
#define HASH_3 "a081c44fbeac4e48e038fe55e1c95a06cbc797a3a3dade3c37e4ee2e41ccc9b7"

static const char edit_1[] =
    "zgl-edit-1\n"
    "kind:4:edit\n"
    "target:1:n\n"
    "desk:6:desk-1\n"
    "actor:6:李敏\n"
    "time:13:1772700000000\n"
    "zone:3:480\n"
    "part:64:74c0fb28bd40c38531e79e3f44ccf463909950004f9926150e49db1ec6431bf5\n";
static const char edit_2[] =
    "zgl-edit-1\n"
    "prev:64:a23233f74b14749f7f1728bc68bccf8fb4b3c890bfc9f902d4399f3f8f3f83af\n"
    "kind:6:import\n"
    "target:1:n\n"
    "desk:6:desk-1\n"
    "actor:6:李敏\n"
    "time:13:1772700060000\n"
    "zone:3:480\n"
    "part:64:470af2dcce8a9cb69e52aac93f2d9cbb001ef47e337cae8213731d70c075e22c\n"
    "part:64:ed92297a0848867b686595e63afa537ee00e2493967e8a9ed606f1a988de4d31\n"
    "part:64:8c36518a3eb9dbec34932406a47f3336c50b58a4d35d4c02dd943211a5394f8f\n"
    "part:64:3846d3555ce1a4b8773862d4ba96998752def1e3a6b308aeb83c6a20b1bc9efe\n";
static const char edit_3[] =
    "zgl-edit-1\n"
    "prev:64:4bb7d4ea3863c99e47d0e5d0e41c922449b98f05666308d0ec4944b98942ed47\n"
    "prev:64:a23233f74b14749f7f1728bc68bccf8fb4b3c890bfc9f902d4399f3f8f3f83af\n"
    "kind:4:undo\n"
    "target:65:t4bb7d4ea3863c99e47d0e5d0e41c922449b98f05666308d0ec4944b98942ed47\n"
    "desk:0:\n"
    "actor:0:\n"
    "time:13:1772700000001\n"
    "zone:4:-210\n"
    "part:64:b107521e80828e440ec341060291e65785bd778767b5b7d93522c6d4296a435a\n"
    "part:64:7e84197d992b19cd7e266e843c2636ae2bf1917e0dc9b8a7228fcfd280a7661e\n";
static const char title_2[] =
    "zgl-part-1\n"
    "salt:64:95f4f59435eebafd09251c799e0513c983bd36c964a57d4e8b640d2c4ff98f21\n"
    "type:0:\n"
    "record:32:00000000000000000000000000000000\n"
    "title:17:导入40个问题\n"
    "reason:13:t巡察反馈\n";
static const char part_2[] =
    "zgl-part-1\n"
    "salt:64:d1616133ca6c0d9ed17dec0989d4904ca3d4ee80f688ef74cfc0ec5df0e2797d\n"
    "type:5:issue\n"
    "record:32:00112233445566778899aabbccddeeff\n"
    "field:6:number\n"
    "value:6:t1.1.1\n"
    "field:4:text\n"
    "value:20:t学习\n"
    "不够深入\n"
    "field:6:urgent\n"
    "value:2:i1\n"
    "field:6:weight\n"
    "value:3:i-5\n";

static void
seed_of (guint8 seed[32], guint8 byte)
{
  memset (seed, byte, 32);
}

static LedgerLog *
log_new (void)
{
  return ledger_log_new (NULL, &fixture_reading);
}

static void
assert_bytes (LedgerLog *log, const char *expected)
{
  gsize length = 0;
  const guint8 *bytes = ledger_encoder_peek (log->encoder, &length);
  g_assert_cmpmem (bytes, length, expected, strlen (expected));
}

static void
assert_hash (const guint8 hash[32], const char *expected)
{
  g_autofree char *hex = ledger_hex_encode (hash, 32);
  g_assert_cmpstr (hex, ==, expected);
}

static void
decode (const char *hex, guint8 bytes[32])
{
  g_assert_true (ledger_hex_decode (hex, bytes, 32));
}

static void
test_first_edit (void)
{
  g_autoptr (LedgerLog) log = log_new ();
  guint8 seed[32];
  guint8 digest[32];
  guint8 hash[32];
  seed_of (seed, 1);
  ledger_log_hash_title (log, seed, "New ledger", NULL, digest);
  LedgerLogHeader header = { .kind = "edit",
                             .desk = "desk-1",
                             .actor = "李敏",
                             .time = G_GINT64_CONSTANT (1772700000000),
                             .zone = 480 };
  ledger_log_hash_edit (log, &header, digest, 1, hash);
  assert_bytes (log, edit_1);
  assert_hash (hash, HASH_1);
}

static void
test_import (void)
{
  g_autoptr (LedgerLog) log = log_new ();
  g_autoptr (LedgerValue) number = ledger_value_new_text ("1.1.1");
  g_autoptr (LedgerValue) text = ledger_value_new_text ("学习\n不够深入");
  g_autoptr (LedgerValue) urgent = ledger_value_new_integer (1);
  g_autoptr (LedgerValue) weight = ledger_value_new_integer (-5);
  g_autoptr (LedgerValue) none = ledger_value_new_none ();
  guint8 bytes[32];
  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8)i;
  g_autoptr (LedgerValue) blob = ledger_value_new_bytes (bytes, sizeof bytes);
  const LedgerLogOperation issue[] = { { "number", number, NULL },
                                       { "text", text, NULL },
                                       { "urgent", urgent, NULL },
                                       { "weight", weight, NULL } };
  const LedgerLogOperation measure[] = { { "issue", none, NULL } };
  const LedgerLogOperation evidence[] = { { "digest", blob, NULL } };
  guint8 seed[32];
  guint8 parts[4][32];
  guint8 prev[32];
  guint8 hash[32];

  seed_of (seed, 2);
  ledger_log_hash_title (log, seed, "导入40个问题", "巡察反馈", parts[0]);
  assert_bytes (log, title_2);
  ledger_log_hash_part (log, seed, "issue", ISSUE, issue, 4, parts[1]);
  assert_bytes (log, part_2);
  ledger_log_hash_part (log, seed, "measure", ISSUE, measure, 1, parts[2]);
  ledger_log_hash_part (log, seed, "evidence", EVIDENCE, evidence, 1, parts[3]);
  decode (HASH_1, prev);
  LedgerLogHeader header = { .kind = "import",
                             .prevs = prev,
                             .n_prevs = 1,
                             .desk = "desk-1",
                             .actor = "李敏",
                             .time = G_GINT64_CONSTANT (1772700060000),
                             .zone = 480 };
  ledger_log_hash_edit (log, &header, parts[0], 4, hash);
  assert_bytes (log, edit_2);
  assert_hash (hash, HASH_2);
}

static void
test_undo_of_several_parents (void)
{
  g_autoptr (LedgerLog) log = log_new ();
  guint8 prevs[2][32];
  guint8 seed[32];
  guint8 seen[32];
  guint8 parts[2][32];
  guint8 hash[32];
  decode (HASH_2, prevs[0]);
  decode (HASH_1, prevs[1]);
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, 32);
  g_array_append_vals (parents, prevs, 2);
  g_array_sort (parents, ledger_log_compare_hashes);
  memset (seen, 255, sizeof seen);
  g_autoptr (LedgerValue) deleted = ledger_value_new_bytes (seen, sizeof seen);
  g_autoptr (LedgerValue) none = ledger_value_new_none ();
  const LedgerLogOperation issue[] = { { "deleted", deleted, NULL }, { "text", none, parents } };

  seed_of (seed, 3);
  ledger_log_hash_title (log, seed, "已撤销：导入40个问题", NULL, parts[0]);
  ledger_log_hash_part (log, seed, "issue", ISSUE, issue, 2, parts[1]);
  LedgerLogHeader header = { .kind = "undo",
                             .prevs = prevs[0],
                             .n_prevs = 2,
                             .target = prevs[0],
                             .desk = "",
                             .actor = "",
                             .time = G_GINT64_CONSTANT (1772700000001),
                             .zone = -210 };
  ledger_log_hash_edit (log, &header, parts[0], 2, hash);
  assert_bytes (log, edit_3);
  assert_hash (hash, HASH_3);
}

static void
test_order_of_parts (void)
{
  g_assert_cmpint (ledger_log_compare_records ("b", "1", "a", "2"), <, 0);
  g_assert_cmpint (ledger_log_compare_records ("a", "1", "b", "1"), <, 0);
  g_assert_cmpint (ledger_log_compare_records ("a", "1", "a", "1"), ==, 0);
  g_assert_cmpstr (ledger_log_kind_word (LEDGER_EDIT_PLAIN), ==, "edit");
  g_assert_cmpstr (ledger_log_kind_word (LEDGER_EDIT_UNDO), ==, "undo");
  g_assert_cmpstr (ledger_log_kind_word (LEDGER_EDIT_REDO), ==, "redo");
  g_assert_cmpstr (ledger_log_kind_word (LEDGER_EDIT_IMPORT), ==, "import");
  g_assert_cmpstr (ledger_log_kind_word (LEDGER_EDIT_MERGE), ==, "merge");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/first-edit", test_first_edit);
  g_test_add_func ("/log/import", test_import);
  g_test_add_func ("/log/undo-of-several-parents", test_undo_of_several_parents);
  g_test_add_func ("/log/order-of-parts", test_order_of_parts);
  return g_test_run ();
}
