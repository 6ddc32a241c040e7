/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-paper-style.h"

/* GB/T 9704: a type area of 156 × 225 mm holding 22 lines of 28 characters. */
static void
test_document_holds_22_lines_of_28 (void)
{
  LedgerPaperStyle style = ledger_paper_style_document ();
  const LedgerTextFace *body = &style.faces[LEDGER_TEXT_BODY];

  g_assert_cmpfloat_with_epsilon (ledger_paper_style_text_width (&style), 156 * 72 / 25.4, 0.5);
  g_assert_cmpfloat_with_epsilon (ledger_paper_style_text_height (&style), 225 * 72 / 25.4, 0.5);
  g_assert_cmpint ((int)(ledger_paper_style_text_height (&style) / body->leading), ==, 22);
  g_assert_cmpint ((int)((ledger_paper_style_text_width (&style) + 6) / body->size), ==, 28);
}

static void
test_every_face_is_set (void)
{
  LedgerPaperStyle styles[] = { ledger_paper_style_document (), ledger_paper_style_ledger () };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    for (guint k = 0; k < LEDGER_TEXT_N_STYLES; k++)
      {
        g_assert_nonnull (styles[i].faces[k].family);
        g_assert_cmpfloat (styles[i].faces[k].leading, >, styles[i].faces[k].size);
      }
  g_assert_cmpfloat (styles[1].width, >, styles[1].height);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper-style/document-holds-22-lines-of-28",
                   test_document_holds_22_lines_of_28);
  g_test_add_func ("/paper-style/every-face-is-set", test_every_face_is_set);
  return g_test_run ();
}
