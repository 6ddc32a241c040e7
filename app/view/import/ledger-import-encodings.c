/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-encodings.h"

#include <glib/gi18n-lib.h>

static const char *const encodings[] = { "GB18030", "UTF-8", "BIG5", "UTF-16LE", "UTF-16BE", NULL };

static const char *const words[] = {
  NC_ ("encoding", "GB18030 (national standard)"),   NC_ ("encoding", "UTF-8"),
  NC_ ("encoding", "Big5 (traditional characters)"), NC_ ("encoding", "UTF-16"),
  NC_ ("encoding", "UTF-16 (big-endian)"),
};

const char *const *
ledger_import_encodings_get (void)
{
  return encodings;
}

static guint
find (const char *encoding)
{
  guint at = 0;

  while (encodings[at] != NULL
         && (encoding == NULL || g_ascii_strcasecmp (encodings[at], encoding) != 0))
    at++;
  return at;
}

const char *
ledger_import_encodings_get_words (const char *encoding)
{
  const guint at = find (encoding);

  return encodings[at] != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "encoding", words[at]) : encoding;
}

const char *
ledger_import_encodings_get_next (const char *now)
{
  const guint at = find (now);

  return encodings[at] != NULL && encodings[at + 1] != NULL ? encodings[at + 1] : encodings[0];
}

char *
ledger_import_encodings_dup_refusal (const char *path, const char *encoding)
{
  g_autofree char *name = g_filename_display_basename (path);

  return g_strdup_printf (_ ("“%s” cannot be read as %s; it is shown as before."),
                          name,
                          ledger_import_encodings_get_words (encoding));
}
