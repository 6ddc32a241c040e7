/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* O_TMPFILE */
#include "ledger-sandbox-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

/* By name, for not every machine has every call. */
static const char *const ALLOWED[] = {
  /* bytes of descriptors that are open */
  "read",
  "readv",
  "pread64",
  "preadv",
  "write",
  "writev",
  "lseek",
  "close",
  "dup",
  "dup2",
  "dup3",
  "poll",
  "ppoll",
  "recvmsg",
  "recvfrom",
  "sendmsg",
  "sendto", /* what send() is */
  /* looking at files */
  "stat",
  "fstat",
  "lstat",
  "newfstatat",
  "statx",
  "statfs",
  "fstatfs",
  "access",
  "faccessat",
  "faccessat2",
  "getdents64",
  "readlink",
  "readlinkat",
  "getcwd",
  /* memory */
  "brk",
  "munmap",
  "mremap",
  "madvise",
  /* the process itself */
  "rt_sigaction",
  "rt_sigprocmask",
  "rt_sigreturn",
  "sigaltstack",
  "restart_syscall",
  "futex",
  "sched_yield",
  "sched_getaffinity",
  "getpid",
  "gettid",
  "getuid",
  "geteuid",
  "getgid",
  "getegid",
  "getrandom",
  "getrusage",
  "getrlimit",
  "sysinfo",
  "uname",
  "exit",
  "exit_group",
  /* time */
  "clock_gettime",
  "clock_getres",
  "clock_nanosleep",
  "nanosleep",
  "gettimeofday",
  "time",
};

static const int FCNTL_ALLOWED[] = { F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD, F_DUPFD_CLOEXEC };

#define WRITING (O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY))

static gboolean
allow_named (scmp_filter_ctx filter)
{
  for (guint i = 0; i < G_N_ELEMENTS (ALLOWED); i++)
    {
      int call = seccomp_syscall_resolve_name (ALLOWED[i]);

      /* A call that this kind of machine does not have needs no rule. */
      if (call >= 0 && seccomp_rule_add (filter, SCMP_ACT_ALLOW, call, 0) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
allow_one (scmp_filter_ctx filter, const char *name, struct scmp_arg_cmp condition)
{
  int call = seccomp_syscall_resolve_name (name);

  return call < 0 || seccomp_rule_add (filter, SCMP_ACT_ALLOW, call, 1, condition) == 0;
}

static gboolean
allow_fcntl (scmp_filter_ctx filter)
{
  for (guint i = 0; i < G_N_ELEMENTS (FCNTL_ALLOWED); i++)
    if (!allow_one (filter, "fcntl", SCMP_A1 (SCMP_CMP_EQ, (scmp_datum_t)FCNTL_ALLOWED[i])))
      return FALSE;
  return TRUE;
}

static gboolean
allow_conditional (scmp_filter_ctx filter)
{
  return allow_one (filter, "open", SCMP_A1 (SCMP_CMP_MASKED_EQ, WRITING, O_RDONLY))
         && allow_one (filter, "openat", SCMP_A2 (SCMP_CMP_MASKED_EQ, WRITING, O_RDONLY))
         && allow_one (filter, "mmap", SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
         && allow_one (filter, "mprotect", SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
         /* abort() signals the process itself; nobody else is to be signalled */
         && allow_one (filter, "tgkill", SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t)getpid ()))
         /* reading limits, not setting them */
         && allow_one (filter, "prlimit64", SCMP_A2 (SCMP_CMP_EQ, 0)) && allow_fcntl (filter);
}

gboolean
ledger_sandbox_calls_close (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean closed;

  if (filter == NULL)
    return FALSE;
  closed = allow_named (filter) && allow_conditional (filter) && seccomp_load (filter) == 0;
  seccomp_release (filter);
  return closed;
}
