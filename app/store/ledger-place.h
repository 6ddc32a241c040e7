/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a ledger lies, asked of its folder, never of the file (LOG 4). */
typedef enum
{
  LEDGER_PLACE_LOCAL,
  LEDGER_PLACE_NETWORK,   /* NFS, SMB, FUSE shares: not written in place */
  LEDGER_PLACE_REMOVABLE, /* a stick: FAT, exFAT, or any file system on a device that can be pulled
                             out */
  LEDGER_PLACE_READ_ONLY, /* a folder that cannot be written */
  LEDGER_PLACE_MISSING,   /* there is no such folder */
} LedgerPlace;

LedgerPlace ledger_place_of (const char *path);

/* What a folder's file system lies on. */
typedef enum
{
  LEDGER_DEVICE_NONE,   /* no disk of this computer: a share, memory */
  LEDGER_DEVICE_FIXED,  /* a disk, or the one that the system or the home folder is on */
  LEDGER_DEVICE_PULLED, /* can be pulled out */
} LedgerDevice;

/* The rule by itself: TYPE is `f_type` of statfs(2). Disks that NTFS is on come as FUSE too, and
 * are told from shares by their device. LOCAL, NETWORK or REMOVABLE. */
LedgerPlace ledger_place_judge (guint32 type, LedgerDevice device);
/* The sentence for people, or NULL for LEDGER_PLACE_LOCAL. */
char *ledger_place_describe (LedgerPlace place, const char *path);

/* FALSE with LEDGER_ERROR_INVALID where writing TARGET would write over the ledger at PATH or a
 * file that belongs to it: asked before anything is exported, saved or copied there. */
gboolean ledger_place_check_target (const char *path, const char *target, GError **error);

G_END_DECLS
