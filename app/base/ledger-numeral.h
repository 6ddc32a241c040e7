/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The numbering of Chinese office papers: 一、（一）1.（1）①. */
typedef enum
{
  LEDGER_NUMERAL_NONE,
  LEDGER_NUMERAL_CHINESE,             /* 一、 */
  LEDGER_NUMERAL_CHINESE_PARENTHESES, /* （一） */
  LEDGER_NUMERAL_ARABIC,              /* 1. 1、 1． */
  LEDGER_NUMERAL_ARABIC_PARENTHESES,  /* （1） 1） */
  LEDGER_NUMERAL_CIRCLED,             /* ① */
} LedgerNumeralStyle;

/* 1…9999 as 一, 十二, 一百零三; anything else in Arabic digits. */
char *ledger_numeral_to_chinese (guint number);
/* Recognises a number at the start of TEXT; *LENGTH is its length in bytes with its mark, *NUMBER
 * its value. "2026年" and "3.5亿" are not numbering,
 * nor is an Arabic number of more than three digits. NUMBER and LENGTH may be NULL; 0 for none. */
LedgerNumeralStyle ledger_numeral_parse (const char *text, guint *number, gsize *length);

G_END_DECLS
