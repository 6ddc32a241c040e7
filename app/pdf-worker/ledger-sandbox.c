/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sandbox.h"

#include "ledger-sandbox-calls.h"
#include "ledger-sandbox-files.h"
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#define GIB (1024ULL * 1024 * 1024)

#if defined(__SANITIZE_ADDRESS__)
#define ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ADDRESS_SANITIZER 1
#endif
#endif

typedef struct
{
  rlim_t address_space;
  rlim_t file_size; /* what may be written to one file; lent memory is mapped, not written */
} RoleLimits;

static const RoleLimits ROLES[] = {
  [LEDGER_PDF_ROLE_VIEW] = { GIB, 0 },
  [LEDGER_PDF_ROLE_INTAKE] = { GIB, 0 },
  [LEDGER_PDF_ROLE_BIND] = { 4 * GIB, 64 * GIB },
};

static gboolean
set_limit (__rlimit_resource_t resource, rlim_t value)
{
  struct rlimit limit = { value, value };

  return setrlimit (resource, &limit) == 0;
}

static guint32
limit_resources (LedgerPdfRole role)
{
  guint32 limits = 0;

#ifndef ADDRESS_SANITIZER
  if (set_limit (RLIMIT_AS, ROLES[role].address_space))
    limits |= LEDGER_PDF_LIMIT_ADDRESS_SPACE;
#endif
  /* Past the size limit writing fails instead of killing the process. */
  if (signal (SIGXFSZ, SIG_IGN) != SIG_ERR && set_limit (RLIMIT_FSIZE, ROLES[role].file_size))
    limits |= LEDGER_PDF_LIMIT_FILE_SIZE;
  if (set_limit (RLIMIT_CORE, 0))
    limits |= LEDGER_PDF_LIMIT_CORE;
  return limits;
}

guint32
ledger_sandbox_enter (LedgerPdfRole role)
{
  guint32 limits = 0;

  g_return_val_if_fail ((guint)role < G_N_ELEMENTS (ROLES), 0);
  if (prctl (PR_SET_PDEATHSIG, SIGKILL) == 0)
    limits |= LEDGER_PDF_LIMIT_PARENT_DEATH;
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
    limits |= LEDGER_PDF_LIMIT_NO_NEW_PRIVILEGES;
  /* Files first: that may still write the font cache, which the size limit would cut off. */
  if (ledger_sandbox_files_close ())
    limits |= LEDGER_PDF_LIMIT_FILES;
  limits |= limit_resources (role);
  if (ledger_sandbox_calls_close ())
    limits |= LEDGER_PDF_LIMIT_CALLS;
  return limits;
}
