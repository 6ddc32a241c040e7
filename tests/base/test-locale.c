/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-locale.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* A catalogue with one entry, as msgfmt writes it: the test needs neither msgfmt nor the
 * translations of the day. */
static void
write_catalogue (const char *folder)
{
  static const char key[] = "Issue", word[] = "问题";
  static const char head[] = "Content-Type: text/plain; charset=UTF-8\n";
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const guint32 strings = 28 + 2 * 16;
  const guint32 words[] = {
    0x950412de,
    0,
    2,
    28,
    44,
    0,
    0,
    0,
    strings,
    sizeof key - 1,
    strings + 1,
    sizeof head - 1,
    strings + 1 + sizeof key,
    sizeof word - 1,
    strings + 1 + sizeof key + sizeof head,
  };

  g_byte_array_append (bytes, (const guint8 *)words, sizeof words);
  g_byte_array_append (bytes, (const guint8 *)"", 1);
  g_byte_array_append (bytes, (const guint8 *)key, sizeof key);
  g_byte_array_append (bytes, (const guint8 *)head, sizeof head);
  g_byte_array_append (bytes, (const guint8 *)word, sizeof word);

  g_autofree char *inner = g_build_filename (folder, "zh_CN", "LC_MESSAGES", NULL);
  g_autofree char *file = g_build_filename (inner, GETTEXT_PACKAGE ".mo", NULL);
  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, (const char *)bytes->data, (gssize)bytes->len, NULL));
}

/* Each case is a process of its own, for a process chooses its locale once. */
static void
test_speaks_chinese_child (void)
{
  g_autofree char *folder = g_dir_make_tmp ("zhenggai-locale-XXXXXX", NULL);
  write_catalogue (folder);
  g_setenv ("ZHENGGAI_LOCALEDIR", folder, TRUE);

  ledger_locale_init ();
  g_assert_cmpstr (_ ("Issue"), ==, "问题");
  g_assert_cmpstr (g_getenv ("FC_LANG"), ==, "zh-cn");
  g_assert_true (g_str_has_suffix (setlocale (LC_CTYPE, NULL), "UTF-8"));
  g_assert_true (g_str_has_prefix (g_getenv ("LANGUAGE"), "zh"));
  g_assert_nonnull (strstr (g_getenv ("LANGUAGE"), "zh_CN"));
}

typedef struct
{
  const char *name, *locale, *language;
} LocaleCase;

static void
test_speaks_chinese (gconstpointer data)
{
  const LocaleCase *locale_case = data;

  g_auto (GStrv) environment = g_get_environ ();
  environment = g_environ_setenv (environment, "LC_ALL", locale_case->locale, TRUE);
  environment = g_environ_unsetenv (environment, "FC_LANG");
  if (locale_case->language != NULL)
    environment = g_environ_setenv (environment, "LANGUAGE", locale_case->language, TRUE);
  else
    environment = g_environ_unsetenv (environment, "LANGUAGE");

  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  char *arguments[] = { self, (char *)"-p", (char *)"/locale/child", NULL };
  g_autofree char *output = NULL;
  int status = -1;
  environment = g_environ_setenv (environment, "LEDGER_TEST_CHILD", "1", TRUE);
  g_assert_true (g_spawn_sync (
      NULL, arguments, environment, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_nonnull (strstr (output, "ok 1 /locale/child"));
}

static void
test_folders (void)
{
  g_setenv ("ZHENGGAI_DATADIR", "/tests/data", TRUE);
  g_setenv ("ZHENGGAI_LIBEXECDIR", "/tests/libexec", TRUE);
  g_autofree char *data = ledger_locale_dup_datadir ();
  g_autofree char *libexec = ledger_locale_dup_libexecdir ();
  g_assert_cmpstr (data, ==, "/tests/data");
  g_assert_cmpstr (libexec, ==, "/tests/libexec");

  g_unsetenv ("ZHENGGAI_DATADIR");
  g_setenv ("ZHENGGAI_LIBEXECDIR", "", TRUE);
  g_autofree char *installed_data = ledger_locale_dup_datadir ();
  g_autofree char *installed_libexec = ledger_locale_dup_libexecdir ();
  g_assert_true (g_str_has_suffix (installed_data, "/share/zhenggai"));
  g_assert_true (g_str_has_suffix (installed_libexec, "/zhenggai"));
}

int
main (int argc, char **argv)
{
  static const LocaleCase cases[] = {
    { "/locale/c", "C", NULL },
    { "/locale/c-utf-8", "C.UTF-8", NULL },
    { "/locale/not-generated", "zh_CN.UTF-8", NULL },
    { "/locale/unknown", "xx_YY", NULL },
    { "/locale/english", "C.UTF-8", "en_GB:en" },
    { "/locale/simplified", "C.UTF-8", "zh_CN" },
    { "/locale/traditional", "C.UTF-8", "zh_TW" },
  };
  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("LEDGER_TEST_CHILD") != NULL)
    {
      g_test_add_func ("/locale/child", test_speaks_chinese_child);
      return g_test_run ();
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].name, &cases[i], test_speaks_chinese);
  g_test_add_func ("/locale/folders", test_folders);
  return g_test_run ();
}
