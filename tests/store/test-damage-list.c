/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-damage-list.h"

#include "ledger-error.h"
#include "ledger-store.h"

#include <string.h>

static void
test_list_is_bounded (void)
{
  g_autoptr (GPtrArray) damages = ledger_damage_list_new ();
  g_assert_true (ledger_damage_list_refuse (damages, "/a.zgl", NULL));
  for (guint i = 0; i < 1000; i++)
    ledger_damage_list_add (damages, "log", "%u", i);
  g_assert_cmpuint (damages->len, ==, 101);
}

static void
test_refusal_says_the_first (void)
{
  g_autoptr (GPtrArray) damages = ledger_damage_list_new ();
  GError *error = NULL;
  ledger_damage_list_add (damages, "edit", "第%d次", 3);
  ledger_damage_list_add (damages, "page", "第二处");
  const LedgerDamage *first = damages->pdata[0];
  g_assert_cmpstr (first->place, ==, "edit");
  g_assert_cmpstr (first->text, ==, "第3次");
  g_assert_false (ledger_damage_list_refuse (damages, "/台账.zgl", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "台账.zgl"));
  g_assert_nonnull (strstr (error->message, "第3次"));
  g_clear_error (&error);
}

/* Which original is meant is known where it is one. */
static void
test_names_originals (void)
{
  const guint8 digest[32] = { 0xab, 0x01 };
  g_autoptr (GPtrArray) damages = ledger_damage_list_new ();
  ledger_damage_list_add (damages, "edit", "一");
  ledger_damage_list_add (damages, "evidence", "二");
  ledger_damage_list_name_original (damages, digest);
  g_assert_null (((LedgerDamage *)damages->pdata[0])->digest);
  g_assert_true (g_str_has_prefix (((LedgerDamage *)damages->pdata[1])->digest, "ab0100"));
  for (guint i = 0; i < 200; i++)
    {
      ledger_damage_list_add (damages, "evidence", "%u", i);
      ledger_damage_list_name_original (damages, digest);
    }
  g_assert_null (((LedgerDamage *)damages->pdata[damages->len - 1])->digest);
}

static void
check_record (const LedgerDamage *damage, const char *type, const char *id, const char *field)
{
  g_assert_cmpstr (damage->type, ==, type);
  g_assert_cmpstr (damage->id, ==, id);
  g_assert_cmpstr (damage->field, ==, field);
}

/* So is the record; the line that sums up is about none. */
static void
test_names_records (void)
{
  g_autoptr (GPtrArray) damages = ledger_damage_list_new ();
  ledger_damage_list_add (damages, "log", "一");
  ledger_damage_list_add (damages, "reading", "二");
  ledger_damage_list_name_record (damages, "issue", "0a", "text");
  ledger_damage_list_add (damages, "reading", "三");
  ledger_damage_list_name_record (damages, "issue", NULL, NULL);
  check_record (damages->pdata[0], NULL, NULL, NULL);
  check_record (damages->pdata[1], "issue", "0a", "text");
  check_record (damages->pdata[2], "issue", NULL, NULL);
  for (guint i = 0; i < 200; i++)
    {
      ledger_damage_list_add (damages, "reading", "%u", i);
      ledger_damage_list_name_record (damages, "issue", "0b", NULL);
    }
  check_record (damages->pdata[damages->len - 2], "issue", "0b", NULL);
  check_record (damages->pdata[damages->len - 1], NULL, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/damage-list/is-bounded", test_list_is_bounded);
  g_test_add_func ("/damage-list/refusal-says-the-first", test_refusal_says_the_first);
  g_test_add_func ("/damage-list/names-originals", test_names_originals);
  g_test_add_func ("/damage-list/names-records", test_names_records);
  return g_test_run ();
}
