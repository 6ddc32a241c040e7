/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-change-plan.h"

#include "ledger-error.h"
#include "ledger-id.h"
#include "ledger-store-room.h"
#include "store-fixture.h"

#include <string.h>

typedef struct
{
  Fixture *fixture;
  LedgerStore *store;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->fixture = fixture_new ();
  g_autofree char *path = fixture_path (place->fixture, "a.zgl");
  place->store = fixture_create (path, "desk");
}

static void
tear_down (Place *place, gconstpointer data)
{
  ledger_store_close (place->store, NULL);
  g_object_unref (place->store);
  fixture_free (place->fixture);
}

static GArray *
make_plan (Place *place, LedgerEdit *edit, GError **error)
{
  return ledger_change_plan_new (
      ledger_store_peek_log (place->store), ledger_store_peek_apply (place->store), edit, error);
}

static const LedgerPlannedOperation *
nth (GArray *operations, guint index)
{
  return &g_array_index (operations, LedgerPlannedOperation, index);
}

/* LOG 2: whatever the order of setting, by id, then type, then field. Ids that begin alike are told
 * apart by their ends. */
static void
test_order (Place *place, gconstpointer data)
{
  static const char *const ids[] = {
    "ffffffffffffffff0000000000000002", "00000000000000000000000000000001",
    "ffffffffffffffff0000000000000001", "9fffffffffffffffffffffffffffffff",
    "a0000000000000000000000000000000",
  };
  g_autoptr (LedgerEdit) edit = fixture_edit ("desk");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      ledger_edit_set_text (edit, "measure", ids[i], "text", "丙");
      ledger_edit_set_text (edit, "issue", ids[i], "text", "乙");
      ledger_edit_set_text (edit, "issue", ids[i], "due", "甲");
    }
  g_autoptr (GArray) plan = make_plan (place, edit, NULL);
  g_assert_cmpuint (plan->len, ==, 3 * G_N_ELEMENTS (ids));
  for (guint i = 1; i < plan->len; i++)
    {
      const LedgerChange *one = nth (plan, i - 1)->change;
      const LedgerChange *other = nth (plan, i)->change;
      int order = strcmp (one->id, other->id);
      order = order != 0 ? order : strcmp (one->type, other->type);
      order = order != 0 ? order : strcmp (one->field, other->field);
      g_assert_cmpint (order, <, 0);
    }
  g_assert_cmpint (nth (plan, 0)->record, ==, 0);
  g_assert_null (nth (plan, 0)->heads);
}

static void
test_heads (Place *place, gconstpointer data)
{
  g_autofree char *id = fixture_add (place->store, "desk", "issue", NULL, "旧");
  g_autoptr (LedgerEdit) edit = fixture_edit ("desk");
  g_autoptr (LedgerEdit) same = fixture_edit ("desk");
  ledger_edit_set_text (edit, "issue", id, "text", "新");
  ledger_edit_set_text (same, "issue", id, "text", "旧");
  ledger_edit_set (same, "issue", id, "due", NULL);

  g_autoptr (GArray) plan = make_plan (place, edit, NULL);
  g_assert_cmpuint (plan->len, ==, 1);
  g_assert_cmpint (nth (plan, 0)->record, >, 0);
  g_assert_cmpint (nth (plan, 0)->field, >, 0);
  g_assert_cmpuint (nth (plan, 0)->heads->len, ==, 1);
  g_assert_cmpint (g_array_index (nth (plan, 0)->heads, gint64, 0),
                   ==,
                   ledger_store_get_position (place->store));

  g_autoptr (GArray) nothing = make_plan (place, same, NULL);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_stale (Place *place, gconstpointer data)
{
  g_autofree char *id = fixture_add (place->store, "desk", "issue", NULL, "旧");
  gint64 loaded = ledger_store_get_position (place->store);
  fixture_set (place->store, "desk", "issue", id, "text", "他人");
  g_autoptr (LedgerEdit) edit = fixture_edit ("desk");
  g_autoptr (GError) error = NULL;
  ledger_edit_set_text (edit, "issue", id, "text", "我");
  ledger_edit_set_position (edit, loaded);
  g_assert_null (make_plan (place, edit, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_STALE);
  ledger_edit_set_position (edit, ledger_store_get_position (place->store));
  g_autoptr (GArray) plan = make_plan (place, edit, NULL);
  g_assert_cmpuint (plan->len, ==, 1);
}

/* What is not there, or not any more, need not be deleted. */
static void
test_deletion (Place *place, gconstpointer data)
{
  g_autofree char *id = fixture_add (place->store, "desk", "issue", NULL, "旧");
  g_autofree char *unknown = ledger_id_new_random ();
  g_autoptr (LedgerEdit) edit = fixture_edit ("desk");
  ledger_edit_delete (edit, "issue", id);
  ledger_edit_delete (edit, "issue", unknown);
  g_autoptr (GArray) plan = make_plan (place, edit, NULL);
  g_assert_cmpuint (plan->len, ==, 1);
  g_assert_true (ledger_planned_operation_is_deletion (nth (plan, 0)));
  g_assert_cmpstr (nth (plan, 0)->change->id, ==, id);

  fixture_delete (place->store, "desk", "issue", id);
  g_autoptr (GArray) again = make_plan (place, edit, NULL);
  g_assert_cmpuint (again->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/change-plan/order", Place, NULL, set_up, test_order, tear_down);
  g_test_add ("/store/change-plan/heads", Place, NULL, set_up, test_heads, tear_down);
  g_test_add ("/store/change-plan/stale", Place, NULL, set_up, test_stale, tear_down);
  g_test_add ("/store/change-plan/deletion", Place, NULL, set_up, test_deletion, tear_down);
  return g_test_run ();
}
