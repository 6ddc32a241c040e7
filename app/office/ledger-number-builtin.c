/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-number-builtin.h"

typedef struct
{
  guint id;
  const char *code;
} Builtin;

static const Builtin builtins[] = {
  { 1, "0" },
  { 2, "0.00" },
  { 3, "#,##0" },
  { 4, "#,##0.00" },
  { 9, "0%" },
  { 10, "0.00%" },
  { 14, "yyyy/m/d" },
  { 15, "yyyy\"年\"m\"月\"d\"日\"" },
  { 16, "m\"月\"d\"日\"" },
  { 17, "yyyy\"年\"m\"月\"" },
  { 18, "h:mm AM/PM" },
  { 19, "h:mm:ss AM/PM" },
  { 20, "h:mm" },
  { 21, "h:mm:ss" },
  { 22, "yyyy/m/d h:mm" },
  { 27, "yyyy\"年\"m\"月\"" },
  { 28, "m\"月\"d\"日\"" },
  { 29, "m\"月\"d\"日\"" },
  { 30, "yyyy/m/d" },
  { 31, "yyyy\"年\"m\"月\"d\"日\"" },
  { 32, "h\"时\"mm\"分\"" },
  { 33, "h\"时\"mm\"分\"ss\"秒\"" },
  { 34, "上午/下午h\"时\"mm\"分\"" },
  { 35, "上午/下午h\"时\"mm\"分\"ss\"秒\"" },
  { 36, "yyyy\"年\"m\"月\"" },
  { 37, "#,##0" },
  { 38, "#,##0" },
  { 39, "#,##0.00" },
  { 40, "#,##0.00" },
  { 41, "#,##0" },
  { 42, "#,##0" },
  { 43, "#,##0.00" },
  { 44, "#,##0.00" },
  { 45, "mm:ss" },
  { 46, "[h]:mm:ss" },
  { 47, "mm:ss" },
  { 50, "yyyy\"年\"m\"月\"" },
  { 51, "m\"月\"d\"日\"" },
  { 52, "yyyy\"年\"m\"月\"" },
  { 53, "m\"月\"d\"日\"" },
  { 54, "m\"月\"d\"日\"" },
  { 55, "上午/下午h\"时\"mm\"分\"" },
  { 56, "上午/下午h\"时\"mm\"分\"ss\"秒\"" },
  { 57, "yyyy\"年\"m\"月\"" },
  { 58, "m\"月\"d\"日\"" },
};

const char *
ledger_number_builtin_get_code (guint id)
{
  for (guint i = 0; i < G_N_ELEMENTS (builtins); i++)
    if (builtins[i].id == id)
      return builtins[i].code;
  return NULL;
}
