/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-place.h"

#include "ledger-error.h"
#include "store-fixture.h"

#include <unistd.h>

static void
test_local (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "还没有.zgl");
  g_assert_cmpint (ledger_place_of (path), ==, LEDGER_PLACE_LOCAL);
  g_assert_null (ledger_place_describe (LEDGER_PLACE_LOCAL, path));
}

static void
test_no_place_to_write (void)
{
  g_assert_cmpint (ledger_place_of ("/proc/a.zgl"), !=, LEDGER_PLACE_NETWORK);
  g_assert_cmpint (ledger_place_of ("/nowhere/a.zgl"), ==, LEDGER_PLACE_MISSING);
}

static void
test_sentences (void)
{
  for (guint place = LEDGER_PLACE_NETWORK; place <= LEDGER_PLACE_MISSING; place++)
    {
      g_autofree char *text = ledger_place_describe (place, "/mnt/台账.zgl");
      g_assert_nonnull (g_strstr_len (text, -1, "台账.zgl"));
      g_assert_null (g_strstr_len (text, -1, "/mnt"));
    }
}

/* Types as in statfs(2). A stick is a stick whatever it is formatted with; NTFS by FUSE is no
 * share. */
static void
test_judge (void)
{
  static const struct
  {
    guint32 type;
    LedgerDevice device;
    LedgerPlace place;
  } cases[] = {
    { 0xef53 /* ext4 */, LEDGER_DEVICE_FIXED, LEDGER_PLACE_LOCAL },
    { 0xef53, LEDGER_DEVICE_PULLED, LEDGER_PLACE_REMOVABLE },
    { 0x9123683e /* btrfs: its device has no name of its own */,
      LEDGER_DEVICE_NONE,
      LEDGER_PLACE_LOCAL },
    { 0x01021994 /* tmpfs */, LEDGER_DEVICE_NONE, LEDGER_PLACE_LOCAL },
    { 0x4d44 /* FAT */, LEDGER_DEVICE_FIXED, LEDGER_PLACE_REMOVABLE },
    { 0x2011bab0 /* exFAT */, LEDGER_DEVICE_PULLED, LEDGER_PLACE_REMOVABLE },
    { 0x65735546 /* FUSE: sshfs, gvfs */, LEDGER_DEVICE_NONE, LEDGER_PLACE_NETWORK },
    { 0x65735546 /* FUSE: NTFS on a disk */, LEDGER_DEVICE_FIXED, LEDGER_PLACE_LOCAL },
    { 0x65735546 /* FUSE: NTFS on a stick */, LEDGER_DEVICE_PULLED, LEDGER_PLACE_REMOVABLE },
    { 0x7366746e /* ntfs3 */, LEDGER_DEVICE_PULLED, LEDGER_PLACE_REMOVABLE },
    { 0x6969 /* NFS */, LEDGER_DEVICE_NONE, LEDGER_PLACE_NETWORK },
    { 0xff534d42 /* CIFS */, LEDGER_DEVICE_NONE, LEDGER_PLACE_NETWORK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ledger_place_judge (cases[i].type, cases[i].device), ==, cases[i].place);
}

/* Nothing is ever written over the ledger, under whatever name it is asked for. */
static void
test_target (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *link = fixture_path (fixture, "链接");
  g_autofree char *other = fixture_path (fixture, "b.pdf");
  g_autofree char *detour = g_build_filename (fixture->folder, ".", "a.zgl", NULL);
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  const char *const own[] = { path, detour, link };
  GError *error = NULL;
  g_assert_cmpint (symlink (path, link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_assert_false (ledger_place_check_target (path, own[i], &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
      g_clear_error (&error);
    }
  static const char *const companions[] = { "-wal", "-shm", "-lock", "-journal" };
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *beside = g_strconcat (path, companions[i], NULL);
      g_assert_false (ledger_place_check_target (path, beside, NULL));
    }
  g_assert_true (ledger_place_check_target (path, other, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/local", test_local);
  g_test_add_func ("/place/no-place-to-write", test_no_place_to_write);
  g_test_add_func ("/place/sentences", test_sentences);
  g_test_add_func ("/place/judge", test_judge);
  g_test_add_func ("/place/target", test_target);
  return g_test_run ();
}
