/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-old-workbook.h"

enum
{
  RECORD_FILEPASS = 0x002f,
  RECORD_END = 0x000a,
};

static guint
get_16 (const guint8 *at)
{
  return at[0] | (guint)at[1] << 8;
}

/* BOF of the four generations: 0x0009, 0x0209, 0x0409, 0x0809. */
static gboolean
begins_workbook (guint record)
{
  return (record & 0xff) == 0x09 && (record >> 8) <= 0x08;
}

gboolean
ledger_old_workbook_is_locked (const guint8 *bytes, gsize length)
{
  if (length < 4 || !begins_workbook (get_16 (bytes)))
    return FALSE;
  for (gsize at = 0; at + 4 <= length; at += 4 + get_16 (bytes + at + 2))
    {
      const guint record = get_16 (bytes + at);

      if (record == RECORD_FILEPASS)
        return TRUE;
      if (record == RECORD_END)
        return FALSE;
    }
  return FALSE;
}
