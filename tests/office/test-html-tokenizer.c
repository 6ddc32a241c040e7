/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-html-tokenizer.h"

#include <string.h>

static char *
cut (const char *html)
{
  LedgerHtmlTokenizer tokenizer;
  GString *out = g_string_new (NULL);
  LedgerHtmlToken token;

  ledger_html_tokenizer_init (&tokenizer, html, strlen (html));
  while ((token = ledger_html_tokenizer_next (&tokenizer)) != LEDGER_HTML_END)
    if (token == LEDGER_HTML_TEXT)
      g_string_append_len (out, tokenizer.text, (gssize)tokenizer.length);
    else
      g_string_append_printf (out, "[%s%s]", token == LEDGER_HTML_CLOSE ? "/" : "", tokenizer.name);
  return g_string_free (out, FALSE);
}

static void
test_tokens (void)
{
  const struct
  {
    const char *html;
    const char *tokens;
  } cases[] = {
    { "<TD Class=x>文</td>", "[td]文[/td]" },
    { "<!DOCTYPE html><!-- <td> -->a<![if !x]>b<?xml y?>c", "abc" },
    { "<style>td{x}</style><script>'</td>'</script>a", "[style][script]a" },
    { "<td title='a>b'>c", "[td]c" },
    { "<td title=it's>c", "[td]c" },
    { "a < b, <5 , </ x", "a < b, <5 , </ x" },
    { "<td", "[td]" },
    { "<!-- offen", "" },
    { "<style>offen", "[style]" },
    { "<o:p></o:p>", "[o:p][/o:p]" },
    { "<verylongelementname-indeed>", "[verylongelement]" },
    { "<", "<" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tokens = cut (cases[i].html);

      g_assert_cmpstr (tokens, ==, cases[i].tokens);
    }
}

static void
test_attributes (void)
{
  const struct
  {
    const char *html;
    const char *value;
  } cases[] = {
    { "<td rowspan=2>", "2" },
    { "<td ROWSPAN = '3'>", "3" },
    { "<td a rowspan=\"4\" b>", "4" },
    { "<td xrowspan=5>", NULL },
    { "<td rowspan>", "" },
    { "<td rowspan=>", "" },
    { "<td rowspan='a&amp;b'>", "a&b" },
    { "<td/rowspan=6>", "6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LedgerHtmlTokenizer tokenizer;
      g_autofree char *value = NULL;

      ledger_html_tokenizer_init (&tokenizer, cases[i].html, strlen (cases[i].html));
      g_assert_cmpint (ledger_html_tokenizer_next (&tokenizer), ==, LEDGER_HTML_OPEN);
      value = ledger_html_tokenizer_dup_attribute (&tokenizer, "rowspan");
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_texts (void)
{
  const struct
  {
    const char *html;
    const char *text;
  } cases[] = {
    { "a&nbsp;b&lt;&#25972;&#x6539;&quot;", "a b<整改\"" },
    { "a \n\t b", "a b" },
    { "&unknown; &", "&unknown; &" },
    { "&#0;&#xD800;&#99999999;", "&#0;&#xD800;&#99999999;" },
    { "&#;&;&#x;", "&#;&;&#x;" },
    { "\xC2\xA0全角　空格", " 全角　空格" },
    { "&ldquo;两个责任&rdquo;", "“两个责任”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      ledger_html_tokenizer_add_text (text, cases[i].html, strlen (cases[i].html));
      g_assert_cmpstr (text->str, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-tokenizer/tokens", test_tokens);
  g_test_add_func ("/html-tokenizer/attributes", test_attributes);
  g_test_add_func ("/html-tokenizer/texts", test_texts);
  return g_test_run ();
}
