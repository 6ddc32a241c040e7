/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-diagnostics.h"

#include "ledger-pdf-worker.h"
#include <glib/gi18n-lib.h>

static const char *const LIMIT_WORDS[] = {
  N_ ("no new privileges"),
  N_ ("ends together with the program"),
  N_ ("reads no file but fonts"),
  N_ ("makes only the system calls it needs"),
  N_ ("memory is limited"),
  N_ ("cannot write files"),
  N_ ("leaves no memory image behind"),
};

gboolean
ledger_pdf_diagnostics_probe (LedgerPdfRole role, guint32 *limits, char **log, GError **error)
{
  g_autoptr (LedgerPdfWorker) worker =
      ledger_pdf_worker_start (role, LEDGER_PDF_WALL_LIMIT, NULL, error);

  if (worker == NULL)
    return FALSE;
  *limits = ledger_pdf_worker_get_limits (worker);
  if (log != NULL)
    *log = ledger_pdf_worker_dup_log (worker);
  return TRUE;
}

GStrv
ledger_pdf_diagnostics_describe (guint32 limits)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (LIMIT_WORDS); i++)
    {
      g_autofree char *line
          /* TRANSLATORS: a protection of the PDF reader and whether it is in force */
          = g_strdup_printf (_ ("%s: %s"),
                             _ (LIMIT_WORDS[i]),
                             (limits & (1u << i)) != 0 ? C_ ("protection", "on")
                                                       : C_ ("protection", "off"));

      g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}
