/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create, O_TMPFILE */
#include "ledger-sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* Each case runs in a process of its own, shuts itself in and then tries what a hijacked worker
 * would try. Its exit status says how it went; the leak checker must not run in there. */
enum
{
  HELD = 0,
  BROKEN = 10,
  NOT_OFFERED = 11, /* this system has no such protection */
};

typedef struct
{
  const char *folder; /* where this user may write */
  int memory;         /* sealed memory of one page, lent */
} World;

typedef gboolean (*Attempt) (const World *world);

/* The call failed for want of permission. */
static gboolean
refused (long result)
{
  return result == -1 && (errno == EPERM || errno == EACCES);
}

static gboolean
try_open (const World *world, int flags)
{
  g_autofree char *path = g_build_filename (world->folder, "file", NULL);

  return refused (open (path, flags, 0600));
}

static gboolean
make_file (const World *world)
{
  return try_open (world, O_WRONLY | O_CREAT);
}

static gboolean
change_file (const World *world)
{
  return try_open (world, O_RDWR) && try_open (world, O_WRONLY)
         && try_open (world, O_RDONLY | O_TRUNC);
}

static gboolean
make_nameless_file (const World *world)
{
  return refused (open (world->folder, O_TMPFILE | O_RDWR, 0600));
}

static gboolean
remove_file (const World *world)
{
  g_autofree char *path = g_build_filename (world->folder, "file", NULL);
  g_autofree char *other = g_build_filename (world->folder, "other", NULL);

  return refused (unlink (path)) && refused (rename (path, other)) && refused (link (path, other))
         && refused (truncate (path, 0)) && refused (chmod (path, 0777))
         && refused (symlink (path, other)) && refused (mkdir (other, 0700));
}

static gboolean
use_network (const World *world)
{
  int pair[2];

  return refused (socket (AF_INET, SOCK_STREAM, 0)) && refused (socket (AF_UNIX, SOCK_STREAM, 0))
         && refused (socket (AF_NETLINK, SOCK_RAW, 0))
         && refused (socketpair (AF_UNIX, SOCK_STREAM, 0, pair));
}

static gboolean
start_program (const World *world)
{
  char *const arguments[] = { (char *)"/bin/false", NULL };

  return refused (execv ("/bin/false", arguments))
         && refused (syscall (SYS_clone, SIGCHLD, 0, 0, 0, 0)) && refused (syscall (SYS_vfork));
}

static gboolean
touch_processes (const World *world)
{
  return refused (kill (getppid (), 0)) && refused (syscall (SYS_tgkill, getppid (), getppid (), 0))
         && refused (syscall (SYS_ptrace, 16, getppid (), 0, 0))
         && refused (syscall (SYS_process_vm_readv, getppid (), NULL, 0, NULL, 0, 0));
}

static gboolean
run_own_code (const World *world)
{
  gpointer page = mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return page != MAP_FAILED && refused (mprotect (page, 4096, PROT_READ | PROT_EXEC))
         && mmap (NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                == MAP_FAILED;
}

static gboolean
resize_lent_memory (const World *world)
{
  return refused (ftruncate (world->memory, 1 << 20)) && refused (ftruncate (world->memory, 0))
         && refused (fcntl (world->memory, F_ADD_SEALS, F_SEAL_WRITE))
         && refused (syscall (SYS_memfd_create, "more", 0));
}

/* What it is there for. */
static gboolean
use_lent_memory (const World *world)
{
  char *page = mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, world->memory, 0);

  if (page == MAP_FAILED)
    return FALSE;
  page[4095] = 'x';
  return TRUE;
}

static gboolean
raise_limits (const World *world)
{
  struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };

  return refused (setrlimit (RLIMIT_FSIZE, &limit)) && refused (setrlimit (RLIMIT_AS, &limit));
}

/* Past the file-size limit writing fails and the process lives. */
static gboolean
write_through_descriptor (const World *world)
{
  return write (world->memory, "x", 1) == -1 && errno == EFBIG;
}

static gboolean
read_foreign_file (const World *world)
{
  g_autofree char *path = g_build_filename (world->folder, "file", NULL);

  return refused (open (path, O_RDONLY)) && refused (open ("/etc/passwd", O_RDONLY))
         && refused (open ("/proc/self/maps", O_RDONLY)) && refused (open ("/", O_RDONLY));
}

static gboolean
take_too_much_memory (const World *world)
{
  return mmap (NULL, 2UL << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
             == MAP_FAILED
         && errno == ENOMEM;
}

static gboolean
read_font_configuration (const World *world)
{
  return access ("/etc/fonts/fonts.conf", F_OK) != 0
         || open ("/etc/fonts/fonts.conf", O_RDONLY) >= 0;
}

static const struct
{
  const char *path;
  Attempt attempt;
  guint32 needs; /* the protection that must be on */
} ATTEMPTS[] = {
  { "/sandbox/make-file", make_file, LEDGER_PDF_LIMIT_CALLS },
  { "/sandbox/change-file", change_file, LEDGER_PDF_LIMIT_CALLS },
  { "/sandbox/make-nameless-file", make_nameless_file, LEDGER_PDF_LIMIT_CALLS },
  { "/sandbox/remove-file", remove_file, LEDGER_PDF_LIMIT_CALLS },
  { "/sandbox/use-network", use_network, LEDGER_PDF_LIMIT_CALLS },
  { "/sandbox/start-program", start_program, LEDGER_PDF_LIMIT_CALLS },
  { "/sandbox/touch-processes", touch_processes, LEDGER_PDF_LIMIT_CALLS },
  { "/sandbox/run-own-code", run_own_code, LEDGER_PDF_LIMIT_CALLS },
  { "/sandbox/resize-lent-memory", resize_lent_memory, LEDGER_PDF_LIMIT_CALLS },
  { "/sandbox/use-lent-memory", use_lent_memory, 0 },
  { "/sandbox/raise-limits", raise_limits, LEDGER_PDF_LIMIT_CALLS },
  { "/sandbox/write-through-descriptor", write_through_descriptor, LEDGER_PDF_LIMIT_FILE_SIZE },
  { "/sandbox/take-too-much-memory", take_too_much_memory, LEDGER_PDF_LIMIT_ADDRESS_SPACE },
  { "/sandbox/read-foreign-file", read_foreign_file, LEDGER_PDF_LIMIT_FILES },
  { "/sandbox/read-font-configuration", read_font_configuration, 0 },
};

/* Exit status of a child that, unless FREE_CHILD, shut itself in, and made the attempt. */
static int
attempt_in_child (const World *world, Attempt attempt, guint32 needs, gboolean free_child)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    {
      guint32 limits = free_child ? needs : ledger_sandbox_enter (LEDGER_PDF_ROLE_VIEW);

      if ((limits & needs) != needs)
        _exit (NOT_OFFERED);
      _exit (attempt (world) ? HELD : BROKEN);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static int
attempt_in_world (gsize index, gboolean free_child)
{
  g_autofree char *folder = g_dir_make_tmp ("sandbox-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *other = g_build_filename (folder, "other", NULL);
  World world = { folder, memfd_create ("lent", MFD_CLOEXEC | MFD_ALLOW_SEALING) };
  int status;

  g_assert_true (g_file_set_contents (path, "evidence", -1, NULL));
  g_assert_cmpint (ftruncate (world.memory, 4096), ==, 0);
  g_assert_cmpint (
      fcntl (world.memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL), ==, 0);
  status = attempt_in_child (&world, ATTEMPTS[index].attempt, ATTEMPTS[index].needs, free_child);
  close (world.memory);
  g_unlink (path);
  g_unlink (other);
  g_rmdir (folder);
  return status;
}

static void
test_attempt (gconstpointer data)
{
  int status = attempt_in_world (GPOINTER_TO_SIZE (data), FALSE);

  if (status == NOT_OFFERED)
    g_test_skip ("this system does not offer the protection");
  else
    g_assert_cmpint (status, ==, HELD);
}

/* The attempts are real: outside the sandbox they succeed, all but those that seals refuse. */
static void
test_attempts_outside (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ATTEMPTS); i++)
    {
      if (ATTEMPTS[i].needs == 0 || ATTEMPTS[i].attempt == resize_lent_memory)
        continue;
      g_test_message ("%s", ATTEMPTS[i].path);
      g_assert_cmpint (attempt_in_world (i, TRUE), !=, HELD);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ATTEMPTS); i++)
    g_test_add_data_func (ATTEMPTS[i].path, GSIZE_TO_POINTER (i), test_attempt);
  g_test_add_func ("/sandbox/attempts-outside", test_attempts_outside);
  return g_test_run ();
}
