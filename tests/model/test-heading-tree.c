/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-heading-tree.h"

#include "ledger-fixture.h"
#include "ledger-heading.h"
#include "ledger-id.h"

/* "1:方面 2:大类 0:…": depth and text in the order of the tree. */
static char *
describe (LedgerDocument *document)
{
  g_autoptr (LedgerHeadingTree) tree =
      ledger_heading_tree_new (ledger_document_get_table (document, "heading"));
  const GPtrArray *headings = ledger_heading_tree_get_headings (tree);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < headings->len; i++)
    {
      const char *id = ledger_record_get_id (headings->pdata[i]);
      g_string_append_printf (out,
                              "%s%u:%s",
                              i > 0 ? " " : "",
                              ledger_heading_tree_get_depth (tree, id),
                              ledger_record_get_text (headings->pdata[i], LEDGER_HEADING_TEXT));
      g_assert_cmpuint (ledger_heading_tree_get_order (tree, id), ==, i + 1);
    }
  g_assert_cmpuint (ledger_heading_tree_get_order (tree, NULL), ==, 0);
  g_assert_cmpuint (ledger_heading_tree_get_order (tree, "unknown"), ==, headings->len + 1);
  g_assert_cmpuint (ledger_heading_tree_get_depth (tree, "unknown"), ==, 0);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
expect (LedgerDocument *document, const char *expected)
{
  g_autofree char *found = describe (document);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_preorder (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  expect (document, "");
  g_autofree char *a = fixture_heading (document, NULL, "a");
  g_autofree char *b = fixture_heading (document, NULL, "b");
  g_autofree char *a1 = fixture_heading (document, a, "a1");
  g_autofree char *b1 = fixture_heading (document, b, "b1");
  g_autofree char *a2 = fixture_heading (document, a, "a2");
  g_autofree char *a11 = fixture_heading (document, a1, "a11");
  expect (document, "1:a 2:a1 3:a11 2:a2 1:b 2:b1");
  fixture_put (document, "heading", a1, "parent", b, "rank", "zz", NULL);
  expect (document, "1:a 2:a2 1:b 2:b1 2:a1 3:a11");
}

static void
test_unplaced (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *a = fixture_heading (document, NULL, "a");
  g_autofree char *b = fixture_heading (document, NULL, "b");
  g_autofree char *c = fixture_heading (document, NULL, "c");
  g_autofree char *unknown = ledger_id_new_random ();

  /* Two that stand under each other, as after a merge. */
  fixture_put (document, "heading", a, "parent", b, NULL);
  fixture_put (document, "heading", b, "parent", a, NULL);
  expect (document, "1:c 0:a 0:b");
  fixture_put (document, "heading", b, "parent", NULL, NULL);
  expect (document, "1:b 2:a 1:c");
  fixture_put (document, "heading", c, "parent", unknown, NULL);
  expect (document, "1:b 2:a 0:c");
  fixture_put (document, "heading", b, "parent", b, NULL);
  expect (document, "0:a 0:b 0:c");
}

static void
test_too_deep (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  char *ids[6];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i + 1);
      ids[i] = fixture_heading (document, NULL, text);
    }
  for (guint i = 1; i < G_N_ELEMENTS (ids); i++)
    fixture_put (document, "heading", ids[i], "parent", ids[i - 1], NULL);
  expect (document, "1:1 2:2 3:3 4:4 0:5 0:6");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_free (ids[i]);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/heading-tree/preorder", test_preorder);
  g_test_add_func ("/heading-tree/unplaced", test_unplaced);
  g_test_add_func ("/heading-tree/too-deep", test_too_deep);
  return fixture_run ();
}
