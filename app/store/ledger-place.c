/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-place.h"

#include "ledger-error.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <unistd.h>

/* f_type of statfs; linux/magic.h has not all of them. */
#define TYPE_NFS 0x6969
#define TYPE_SMB 0x517b
#define TYPE_SMB2 0xfe534d42
#define TYPE_CIFS 0xff534d42
#define TYPE_V9FS 0x01021997
#define TYPE_FUSE 0x65735546
#define TYPE_FUSEBLK_EXFAT 0x2011bab0
#define TYPE_MSDOS 0x4d44
#define TYPE_CODA 0x73757245
#define TYPE_AFS 0x5346414f

LedgerPlace
ledger_place_judge (guint32 type, LedgerDevice device)
{
  if (device == LEDGER_DEVICE_PULLED)
    return LEDGER_PLACE_REMOVABLE;
  if (type == TYPE_FUSE && device == LEDGER_DEVICE_FIXED)
    return LEDGER_PLACE_LOCAL;
  switch (type)
    {
    case TYPE_NFS:
    case TYPE_SMB:
    case TYPE_SMB2:
    case TYPE_CIFS:
    case TYPE_V9FS:
    case TYPE_FUSE:
    case TYPE_CODA:
    case TYPE_AFS:
      return LEDGER_PLACE_NETWORK;
    case TYPE_MSDOS:
    case TYPE_FUSEBLK_EXFAT:
      return LEDGER_PLACE_REMOVABLE;
    default:
      return LEDGER_PLACE_LOCAL;
    }
}

/* A system that runs from a stick has nowhere else to keep its ledgers. */
static gboolean
is_of_the_system (dev_t device)
{
  const char *const folders[] = { "/", g_get_home_dir () };
  struct stat facts;
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    if (stat (folders[i], &facts) == 0 && facts.st_dev == device)
      return TRUE;
  return FALSE;
}

/* A partition does not say it itself, its disk does. */
static gboolean
can_be_pulled (const char *block)
{
  const char *const places[] = { "removable", "../removable" };
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *name = g_build_filename (block, places[i], NULL);
      g_autofree char *text = NULL;
      if (g_file_get_contents (name, &text, NULL, NULL))
        return *text == '1';
    }
  return FALSE;
}

static LedgerDevice
device_of (const char *folder)
{
  struct stat facts;
  if (stat (folder, &facts) != 0)
    return LEDGER_DEVICE_NONE;
  g_autofree char *block =
      g_strdup_printf ("/sys/dev/block/%u:%u", major (facts.st_dev), minor (facts.st_dev));
  if (!g_file_test (block, G_FILE_TEST_IS_DIR))
    return LEDGER_DEVICE_NONE;
  return can_be_pulled (block) && !is_of_the_system (facts.st_dev) ? LEDGER_DEVICE_PULLED
                                                                   : LEDGER_DEVICE_FIXED;
}

LedgerPlace
ledger_place_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs facts;
  if (statfs (folder, &facts) == 0)
    {
      LedgerPlace place = ledger_place_judge ((guint32)facts.f_type, device_of (folder));
      if (place != LEDGER_PLACE_LOCAL)
        return place;
    }
  if (access (folder, W_OK) == 0)
    return LEDGER_PLACE_LOCAL;
  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? LEDGER_PLACE_READ_ONLY : LEDGER_PLACE_MISSING;
}

/* By what is there, so that a link or another spelling of the path changes nothing. */
static gboolean
is_same_file (const char *path, const char *other)
{
  g_autofree char *one_name = g_canonicalize_filename (path, NULL);
  g_autofree char *other_name = g_canonicalize_filename (other, NULL);
  struct stat one;
  struct stat two;
  if (g_str_equal (one_name, other_name))
    return TRUE;
  return stat (path, &one) == 0 && stat (other, &two) == 0 && one.st_dev == two.st_dev
         && one.st_ino == two.st_ino;
}

gboolean
ledger_place_check_target (const char *path, const char *target, GError **error)
{
  static const char *const companions[] = { "", "-wal", "-shm", "-journal", "-lock" };
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *own = g_strconcat (path, companions[i], NULL);
      if (!is_same_file (own, target))
        continue;
      g_autofree char *name = g_path_get_basename (target);
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_INVALID,
                   _ ("“%s” is the ledger itself. Nothing was written. Choose another name."),
                   name);
      return FALSE;
    }
  return TRUE;
}

char *
ledger_place_describe (LedgerPlace place, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  switch (place)
    {
    case LEDGER_PLACE_NETWORK:
      return g_strdup_printf (
          _ ("“%s” lies on a network share, where working on it directly damages "
             "it easily. Copy it to this computer and open the copy, or open it "
             "for reading."),
          name);
    case LEDGER_PLACE_REMOVABLE:
      return g_strdup_printf (
          _ ("“%s” lies on a USB stick, where working on it directly damages it "
             "easily. Copy it to this computer and open the copy, or open it for "
             "reading."),
          name);
    case LEDGER_PLACE_READ_ONLY:
      return g_strdup_printf (
          _ ("The folder of “%s” cannot be written. Open it for reading, or copy "
             "it to a folder of your own."),
          name);
    case LEDGER_PLACE_MISSING:
      return g_strdup_printf (
          _ ("The folder where “%s” should lie is not there. Make it first, or choose another."),
          name);
    case LEDGER_PLACE_LOCAL:
    default:
      return NULL;
    }
}
