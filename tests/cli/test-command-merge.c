/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge LEDGER OTHER: the whole log, all or nothing */
#include "ledger-cli-desk.h"

#include <string.h>

static void
set_field (const char *ledger, const char *number, const char *field, const char *value)
{
  g_autoptr (LedgerCliCall) call =
      ledger_cli_call ("set", ledger, "issue", number, field, value, NULL);

  ledger_cli_call_expect (call, 0);
}

static void
merge (const char *into, const char *from)
{
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("merge", into, from, NULL);

  ledger_cli_call_expect (call, 0);
}

/* Three copies worked on apart converge, whatever the order of exchange; both values of a conflict
 * stay. */
static void
test_three_files_converge (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *b = ledger_cli_desk_path (desk, "乙.zgl");
  g_autofree char *c = ledger_cli_desk_path (desk, "丙.zgl");

  ledger_cli_desk_import (desk);
  ledger_cli_desk_copy (desk->ledger, b);
  ledger_cli_desk_copy (desk->ledger, c);
  set_field (desk->ledger, "1.1.1", "due", "2026-11-01");
  set_field (b, "1.1.1", "due", "2026-11-02");
  set_field (c, "1.1.2", "remark", "丙处补充");
  merge (b, c);
  merge (desk->ledger, b);
  merge (c, desk->ledger);
  merge (b, c);
  merge (desk->ledger, b);

  g_autofree char *digest_a = ledger_cli_desk_dup_digest (desk->ledger);
  g_autofree char *digest_b = ledger_cli_desk_dup_digest (b);
  g_autofree char *digest_c = ledger_cli_desk_dup_digest (c);
  g_assert_cmpstr (digest_a, ==, digest_b);
  g_assert_cmpstr (digest_b, ==, digest_c);
  g_autoptr (LedgerCliCall) conflicts = ledger_cli_call ("list", b, "conflicts", NULL);
  g_assert_cmpuint (ledger_cli_call_count (conflicts), ==, 1);
  JsonObject *conflict = ledger_cli_call_row (conflicts, 0);
  g_assert_cmpstr (json_object_get_string_member (conflict, "number"), ==, "1.1.1");
  g_assert_cmpstr (json_object_get_string_member (conflict, "field"), ==, "due");
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (conflict, "values")), ==, 2);
}

/* The answer, and the copy from which the former state comes back. */
static void
test_answer (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *other = ledger_cli_desk_path (desk, "乙.zgl");

  ledger_cli_desk_import (desk);
  ledger_cli_desk_copy (desk->ledger, other);
  g_autofree char *before = ledger_cli_desk_dup_digest (desk->ledger);
  g_autoptr (LedgerCliCall) nothing = ledger_cli_call ("merge", desk->ledger, other, NULL);
  ledger_cli_call_expect (nothing, 0);
  g_assert_cmpint (ledger_cli_call_figure (nothing, "edits"), ==, 0);
  g_assert_true (json_object_get_null_member (ledger_cli_call_object (nothing), "before"));

  set_field (other, "1.1.1", "due", "2026-11-02");
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("merge", desk->ledger, other, NULL);
  ledger_cli_call_expect (call, 0);
  g_assert_cmpint (ledger_cli_call_figure (call, "edits"), ==, 1);
  g_assert_cmpint (ledger_cli_call_figure (call, "conflicts"), ==, 0);
  g_autoptr (LedgerCliCall) restore = ledger_cli_call (
      "restore", ledger_cli_call_text (call, "before"), "--to", desk->ledger, NULL);
  ledger_cli_call_expect (restore, 0);
  g_autofree char *restored = ledger_cli_desk_dup_digest (desk->ledger);
  g_assert_cmpstr (before, ==, restored);
}

/* One byte of the proof's first page, in the file as it lies. */
static void
damage_proof (const char *ledger)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (ledger, &bytes, &size, NULL));
  char *proof = bytes;
  while (memcmp (proof, "%PDF-1.", 7) != 0)
    g_assert_true (++proof + 200 < bytes + size);
  proof[100] ^= 1;
  g_assert_true (g_file_set_contents (ledger, bytes, (gssize)size, NULL));
}

/* Damage here is healed from there, in either direction told apart; nothing else is to be done. */
static void
test_healed (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *other = ledger_cli_desk_path (desk, "乙.zgl");

  ledger_cli_desk_prepare (desk);
  ledger_cli_desk_copy (desk->ledger, other);
  damage_proof (desk->ledger);
  g_autoptr (LedgerCliCall) damaged = ledger_cli_call ("verify", desk->ledger, NULL);
  ledger_cli_call_expect (damaged, 1);

  g_autoptr (LedgerCliCall) away = ledger_cli_call ("merge", other, desk->ledger, NULL);
  ledger_cli_call_expect (away, 0);
  g_assert_cmpint (ledger_cli_call_figure (away, "healed"), ==, 0);
  g_autoptr (LedgerCliCall) unhurt = ledger_cli_call ("verify", other, NULL);
  ledger_cli_call_expect (unhurt, 0);

  g_autoptr (LedgerCliCall) call = ledger_cli_call ("merge", desk->ledger, other, NULL);
  ledger_cli_call_expect (call, 0);
  g_assert_cmpint (ledger_cli_call_figure (call, "healed"), ==, 1);
  g_assert_cmpint (ledger_cli_call_figure (call, "edits"), ==, 0);
  g_assert_cmpint (ledger_cli_call_figure (call, "evidence"), ==, 0);
  g_autoptr (LedgerCliCall) healed = ledger_cli_call ("verify", desk->ledger, NULL);
  ledger_cli_call_expect (healed, 0);
}

static void
test_refused (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *other = ledger_cli_desk_path (desk, "别局.zgl");
  g_autoptr (LedgerCliCall) made = ledger_cli_call ("new", other, "--unit", "别局", NULL);

  ledger_cli_call_expect (made, 0);
  ledger_cli_call_refused (1, "别局.zgl", "merge", desk->ledger, other, NULL);
  ledger_cli_call_refused (1, "台账.zgl", "merge", desk->ledger, desk->ledger, NULL);
  ledger_cli_call_refused (1, "没有.zgl", "merge", desk->ledger, "没有.zgl", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-merge/three-files-converge", test_three_files_converge);
  ledger_cli_desk_add ("/command-merge/answer", test_answer);
  ledger_cli_desk_add ("/command-merge/healed", test_healed);
  ledger_cli_desk_add ("/command-merge/refused", test_refused);
  return g_test_run ();
}
