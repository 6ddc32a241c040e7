/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-compound-file.h"

#include <string.h>

#include "compound-build.h"
#include "sheet-package.h"

/* One large stream and several small ones, all with bytes of their own. */
typedef struct
{
  guint8 large[20000];
  guint8 middle[4095];
  guint8 small[100];
} Content;

static void
content_init (Content *content)
{
  guint8 *const parts[] = { content->large, content->middle, content->small };
  const gsize sizes[] = { sizeof content->large, sizeof content->middle, sizeof content->small };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (gsize k = 0; k < sizes[i]; k++)
      parts[i][k] = (guint8)(7 * k + k / 256 + i);
}

static GByteArray *
build (const Content *content, guint shift)
{
  const CompoundStream streams[] = {
    { "SummaryInformation", content->small, sizeof content->small },
    { "Workbook", content->large, sizeof content->large },
    { "Empty", content->small, 0 },
    { "Book", content->middle, sizeof content->middle },
    { "One", content->small, 1 },
  };

  return compound_build_new (streams, G_N_ELEMENTS (streams), shift);
}

static void
check_stream (LedgerCompoundFile *file, const char *name, const guint8 *bytes, gsize size)
{
  guint8 buffer[20001];
  const gsize lengths[] = { 1, 64, 65, 512, 4096, sizeof buffer };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      const gsize expected = MIN (lengths[i], size);

      g_assert_cmpint (
          ledger_compound_file_read (file, name, buffer, lengths[i]), ==, (gssize)expected);
      g_assert_cmpmem (buffer, expected, bytes, expected);
    }
}

static void
test_read (void)
{
  Content content;

  content_init (&content);
  for (guint shift = 9; shift <= 12; shift += 3)
    {
      g_autoptr (GByteArray) bytes = build (&content, shift);
      char *path = sheet_package_file (".xls", bytes->data, bytes->len);
      g_autoptr (LedgerSourceFile) source = ledger_source_file_open (path, NULL);
      g_autoptr (LedgerCompoundFile) file = ledger_compound_file_new (source);
      guint8 buffer[1];

      g_assert_nonnull (file);
      g_assert_true (ledger_compound_file_has (file, "Workbook"));
      g_assert_true (ledger_compound_file_has (file, "workbook"));
      g_assert_false (ledger_compound_file_has (file, "EncryptedPackage"));
      g_assert_false (ledger_compound_file_has (file, "Root Entry"));
      g_assert_cmpint (ledger_compound_file_read (file, "None", buffer, 1), ==, -1);
      g_assert_cmpint (ledger_compound_file_read (file, "Empty", buffer, 1), ==, 0);
      check_stream (file, "Workbook", content.large, sizeof content.large);
      check_stream (file, "Book", content.middle, sizeof content.middle);
      check_stream (file, "SummaryInformation", content.small, sizeof content.small);
      check_stream (file, "One", content.small, 1);
      sheet_package_remove (path);
    }
}

/* Whatever stands in the file, reading it ends and stays within it. */
static void
test_broken (void)
{
  Content content;
  g_autoptr (GByteArray) good = NULL;

  content_init (&content);
  good = build (&content, 9);
  for (guint round = 0; round < 300; round++)
    {
      g_autofree guint8 *bytes = g_memdup2 (good->data, good->len);
      const guint length =
          round % 3 == 0 ? (guint)g_test_rand_int_range (0, (int)good->len) : good->len;
      char *path;

      for (guint i = 0; i < 40 && length > 80; i++)
        {
          /* the header's numbers and the tables, where it hurts */
          const guint at = (guint)g_test_rand_int_range (24, MIN (2000, (int)length));
          bytes[at] = (guint8)g_test_rand_int_range (0, 256);
        }
      path = sheet_package_file (".xls", bytes, length);
      g_autoptr (LedgerSourceFile) source = ledger_source_file_open (path, NULL);
      g_autoptr (LedgerCompoundFile) file = ledger_compound_file_new (source);
      guint8 buffer[4096];

      if (file != NULL)
        {
          ledger_compound_file_read (file, "Workbook", buffer, sizeof buffer);
          ledger_compound_file_read (file, "Book", buffer, sizeof buffer);
        }
      sheet_package_remove (path);
    }
}

/* Chains that lead into themselves. */
static void
test_circles (void)
{
  Content content;
  g_autoptr (GByteArray) bytes = NULL;
  char *path;

  content_init (&content);
  bytes = build (&content, 9);
  for (guint i = 4; i < 512; i += 4)
    memset (bytes->data + 512 + i, 0, 4), bytes->data[512 + i] = (guint8)(i / 4);
  path = sheet_package_file (".xls", bytes->data, bytes->len);
  g_autoptr (LedgerSourceFile) source = ledger_source_file_open (path, NULL);
  g_autoptr (LedgerCompoundFile) file = ledger_compound_file_new (source);
  guint8 buffer[4096];

  if (file != NULL)
    ledger_compound_file_read (file, "Workbook", buffer, sizeof buffer);
  sheet_package_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compound-file/read", test_read);
  g_test_add_func ("/compound-file/broken", test_broken);
  g_test_add_func ("/compound-file/circles", test_circles);
  return g_test_run ();
}
