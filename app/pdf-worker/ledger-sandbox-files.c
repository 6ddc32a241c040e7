/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* O_PATH */
#include "ledger-sandbox-files.h"

#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <linux/landlock.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Newer than the oldest kernel headers we build with; the kernel is asked which of them it knows.
 */
#define ACCESS_FS_TRUNCATE (1ULL << 14)
#define ACCESS_FS_IOCTL_DEV (1ULL << 15)
#define ACCESS_NET_ALL 3ULL
#define SCOPE_ALL 3ULL

typedef struct
{
  guint64 files;
  guint64 ports;
  guint64 scopes;
} Ruleset;

/* Where fontconfig looks besides what it says itself, and what poppler reads. Absent ones are
 * skipped. */
static const char *const FOLDERS[] = {
  "/etc/fonts",           "/usr/share/fontconfig", "/usr/share/fonts", "/usr/local/share/fonts",
  "/usr/share/poppler",   "/var/cache/fontconfig", "/run/host/fonts",  "/run/host/local-fonts",
  "/run/host/user-fonts", "/run/host/fonts-cache",
};

static int
landlock_version (void)
{
  return (int)syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

static int
new_ruleset (int version)
{
  Ruleset ruleset = { .files = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1 };
  gsize size = sizeof ruleset.files;

  if (version >= 2)
    ruleset.files |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3)
    ruleset.files |= ACCESS_FS_TRUNCATE;
  if (version >= 4)
    {
      ruleset.ports = ACCESS_NET_ALL;
      size += sizeof ruleset.ports;
    }
  if (version >= 5)
    ruleset.files |= ACCESS_FS_IOCTL_DEV;
  if (version >= 6)
    {
      ruleset.scopes = SCOPE_ALL;
      size += sizeof ruleset.scopes;
    }
  return (int)syscall (SYS_landlock_create_ruleset, &ruleset, size, 0);
}

static void
allow_reading (int ruleset, const char *path)
{
  struct landlock_path_beneath_attr rule = { .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE
                                                               | LANDLOCK_ACCESS_FS_READ_DIR };
  int fd;

  /* A configuration of fontconfig may name "/" or the home folder: that would open everything. */
  if (strcmp (path, "/") == 0 || g_strcmp0 (path, g_get_home_dir ()) == 0)
    return;
  fd = open (path, O_PATH | O_CLOEXEC);
  if (fd < 0)
    return;
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
  rule.parent_fd = fd;
  (void)syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close (fd);
}

static void
allow_list (int ruleset, FcStrList *list)
{
  const FcChar8 *path;

  if (list == NULL)
    return;
  while ((path = FcStrListNext (list)) != NULL)
    allow_reading (ruleset, (const char *)path);
  FcStrListDone (list);
}

static void
allow_fonts (int ruleset)
{
  for (guint i = 0; i < G_N_ELEMENTS (FOLDERS); i++)
    allow_reading (ruleset, FOLDERS[i]);
  allow_list (ruleset, FcConfigGetFontDirs (NULL));
  allow_list (ruleset, FcConfigGetCacheDirs (NULL));
  allow_list (ruleset, FcConfigGetConfigFiles (NULL));
}

gboolean
ledger_sandbox_files_close (void)
{
  int version = landlock_version ();
  int ruleset;
  gboolean closed;

  FcInit ();
  if (version < 1)
    return FALSE;
  ruleset = new_ruleset (version);
  if (ruleset < 0)
    return FALSE;
  allow_fonts (ruleset);
  closed = syscall (SYS_landlock_restrict_self, ruleset, 0) == 0;
  close (ruleset);
  return closed;
}
