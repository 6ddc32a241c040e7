/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* pipe2 */
#include "ledger-complaints.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

struct _LedgerComplaints
{
  int real; /* the true standard error */
  int reader;
  int writer;
};

LedgerComplaints *
ledger_complaints_new (void)
{
  LedgerComplaints *complaints;
  int ends[2];
  int real = fcntl (STDERR_FILENO, F_DUPFD_CLOEXEC, 3);

  if (real < 0)
    return NULL;
  if (pipe2 (ends, O_CLOEXEC | O_NONBLOCK) != 0)
    {
      close (real);
      return NULL;
    }
  complaints = g_new0 (LedgerComplaints, 1);
  complaints->real = real;
  complaints->reader = ends[0];
  complaints->writer = ends[1];
  return complaints;
}

void
ledger_complaints_free (LedgerComplaints *complaints)
{
  if (complaints == NULL)
    return;
  close (complaints->real);
  close (complaints->reader);
  close (complaints->writer);
  g_free (complaints);
}

void
ledger_complaints_begin (LedgerComplaints *complaints)
{
  if (complaints == NULL)
    return;
  fflush (stderr);
  dup2 (complaints->writer, STDERR_FILENO);
}

gboolean
ledger_complaints_end (LedgerComplaints *complaints)
{
  char buffer[4096];
  gboolean heard = FALSE;
  gssize length;

  if (complaints == NULL)
    return FALSE;
  fflush (stderr);
  dup2 (complaints->real, STDERR_FILENO);
  while ((length = read (complaints->reader, buffer, sizeof buffer)) > 0)
    {
      heard = TRUE;
      if (write (STDERR_FILENO, buffer, (size_t)length) < 0)
        continue; /* the client keeps what fits */
    }
  return heard;
}
