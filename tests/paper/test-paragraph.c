/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>

#include "ledger-paragraph.h"

static PangoContext *
new_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_cairo_context_set_resolution (context, 72);
  return context;
}

static guint
count_lines (LedgerTextStyle style, const char *text, double *height)
{
  LedgerPaperStyle paper = ledger_paper_style_document ();
  PangoContext *context = new_context ();
  g_autoptr (GPtrArray) pieces =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_paper_piece_unref);

  ledger_paragraph_append (
      pieces, context, &paper, style, text, ledger_paper_style_text_width (&paper));
  for (guint i = 0; height && i < pieces->len; i++)
    *height += ledger_paper_piece_get_height (g_ptr_array_index (pieces, i));
  g_object_unref (context);
  return pieces->len;
}

/* Lines grow with the text, and a body line holds about 27 ideographs (28 less what the font's own
 * widths take). */
static void
test_lines_grow_with_the_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint before = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_string_append (text, "整");
      guint n = count_lines (LEDGER_TEXT_BODY, text->str, NULL);
      g_assert_cmpuint (n, >=, before);
      before = n;
    }
  g_assert_cmpuint (before, >=, 402 / 28);
  g_assert_cmpuint (before, <=, 402 / 26 + 1);
}

static void
test_leading_is_fixed (void)
{
  double height = 0;
  guint n = count_lines (LEDGER_TEXT_BODY, "一\n二\n三", &height);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat_with_epsilon (height, 3 * 28, 0.01);
}

static void
test_empty_text_is_one_line (void)
{
  g_assert_cmpuint (count_lines (LEDGER_TEXT_BODY, "", NULL), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paragraph/lines-grow-with-the-text", test_lines_grow_with_the_text);
  g_test_add_func ("/paragraph/leading-is-fixed", test_leading_is_fixed);
  g_test_add_func ("/paragraph/empty-text-is-one-line", test_empty_text_is_one_line);
  return g_test_run ();
}
