/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zhenggai-pdf-worker: the only program that parses foreign PDF files. Started by the program with
 * its role as the one argument and a socket as descriptor 3; of no use by hand. */
#include "ledger-complaints.h"
#include "ledger-pdf-server.h"
#include "ledger-sandbox.h"
#include <stdlib.h>
#include <string.h>

/* The leak checker wants to start a process, which the sandbox refuses. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}

static gboolean
parse_role (const char *name, LedgerPdfRole *role)
{
  static const char *const names[] = { "view", "intake", "bind" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *role = (LedgerPdfRole)i;
        return TRUE;
      }
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (LedgerComplaints) complaints = NULL;
  LedgerPdfRole role;
  guint32 limits;

  if (argc != 2 || !parse_role (argv[1], &role))
    return EXIT_FAILURE;
  complaints = ledger_complaints_new ();
  limits = ledger_sandbox_enter (role);
  return ledger_pdf_server_run (LEDGER_PDF_SOCKET, limits, complaints) ? EXIT_SUCCESS
                                                                       : EXIT_FAILURE;
}
