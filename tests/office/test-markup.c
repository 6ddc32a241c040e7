/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-markup.h"

#include <string.h>

#include "ledger-error.h"
#include "sheet-package.h"

typedef struct
{
  GString *seen;
  gboolean stop;
} Watch;

static void
on_start (LedgerMarkup *markup,
          LedgerMarkupSpace space,
          const char *local,
          const char *const *attributes,
          gpointer data)
{
  Watch *watch = data;
  const char *a = ledger_markup_attribute (attributes, "a");
  const char *id = ledger_markup_attribute_in (attributes, LEDGER_MARKUP_RELATION, "id");

  g_string_append_printf (
      watch->seen, "<%d:%s%s%s", (int)space, local, a != NULL ? a : "", id != NULL ? id : "");
  if (watch->stop)
    ledger_markup_fail (markup, g_error_new (LEDGER_ERROR, LEDGER_ERROR_REFUSED, "halt"));
}

static void
on_end (LedgerMarkup *markup, LedgerMarkupSpace space, const char *local, gpointer data)
{
  Watch *watch = data;

  g_string_append_c (watch->seen, '>');
}

static void
on_text (LedgerMarkup *markup, const char *text, gsize length, gpointer data)
{
  Watch *watch = data;

  g_string_append_len (watch->seen, text, (gssize)length);
}

static const LedgerMarkupHandlers handlers = { on_start, on_end, on_text };

/* What was seen, or NULL with the error in CODE. */
static char *
read_markup (const char *xml, gboolean stop, int *code)
{
  char *path = sheet_package_new ("a.xml", xml, NULL);
  g_autoptr (LedgerArchive) archive = ledger_archive_open (path, "清单.xlsx", NULL);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Watch watch = { seen, stop };
  LedgerReadBudget budget;
  gboolean done;

  ledger_read_budget_init (&budget, "清单.xlsx", NULL, NULL);
  done = ledger_markup_read (archive, "a.xml", &handlers, &watch, &budget, &error);
  *code = error != NULL ? error->code : 0;
  g_assert_true (done == (error == NULL));
  sheet_package_remove (path);
  return done ? g_strdup (seen->str) : NULL;
}

static void
test_names (void)
{
  int code;
  g_autofree char *seen = read_markup (
      "<x:sst xmlns:x='" MAIN_NS "' xmlns:r='" DOC_RELS_NS "' xmlns:o='urn:o' a='1' r:id='7'>"
      "<x:t o:a='no'>文</x:t><o:t/><t/><s:t xmlns:s='" STRICT_NS "'/></x:sst>",
      FALSE,
      &code);
  g_autofree char *expected = g_strdup_printf ("<%d:sst17<%d:t文><%d:t><%d:t><%d:t>>",
                                               LEDGER_MARKUP_SHEET,
                                               LEDGER_MARKUP_SHEET,
                                               LEDGER_MARKUP_OTHER,
                                               LEDGER_MARKUP_NONE,
                                               LEDGER_MARKUP_SHEET);

  g_assert_cmpstr (seen, ==, expected);
}

static void
test_broken (void)
{
  const char *cases[] = {
    "",
    "<a>",
    "<a></b>",
    "<a b=1/>",
    "\x80",
    "<a>\xFF</a>",
    "<a/><b/>",
    "<a>&b;</a>",
    "<x:a/>",
    "<!DOCTYPE a><a/>",
    "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>",
    "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int code;

      g_assert_null (read_markup (cases[i], FALSE, &code));
      g_assert_cmpint (code, ==, LEDGER_ERROR_DAMAGED);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  int code;

  for (guint i = 0; i < 100000; i++)
    g_string_append (xml, "<a>");
  g_assert_null (read_markup (xml->str, FALSE, &code));
  g_assert_cmpint (code, ==, LEDGER_ERROR_DAMAGED);
}

/* One attribute of many megabytes must not be looked at again with every piece. */
static void
test_huge_token (void)
{
  g_autoptr (GString) xml = g_string_new ("<a b='");
  int code;

  g_string_set_size (xml, 40 * 1000 * 1000);
  memset (xml->str + 6, 'x', xml->len - 6);
  g_assert_null (read_markup (xml->str, FALSE, &code));
  g_assert_cmpint (code, ==, LEDGER_ERROR_UNSUPPORTED);
}

static void
test_stop (void)
{
  int code;

  g_assert_null (read_markup ("<a><b/><c/></a>", TRUE, &code));
  g_assert_cmpint (code, ==, LEDGER_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup/names", test_names);
  g_test_add_func ("/markup/broken", test_broken);
  g_test_add_func ("/markup/deep", test_deep);
  g_test_add_func ("/markup/huge-token", test_huge_token);
  g_test_add_func ("/markup/stop", test_stop);
  return g_test_run ();
}
