/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-paper.h"

#include <string.h>

static const struct
{
  const char *measure;
  LedgerSamplePaper paper;
  const char *name;
} cases[] = {
  { "修订《党组会议议事规则》并印发",
    LEDGER_SAMPLE_RULE,
    "关于印发《党组会议议事规则》的通知.pdf" },
  { "按《办法》逐笔核查", LEDGER_SAMPLE_RULE, "关于印发《办法》的通知.pdf" },
  { "逐笔核对往来款", LEDGER_SAMPLE_VOUCHERS, "财务科核查登记表（2026-07）.pdf" },
  { "清退违规发放的补贴", LEDGER_SAMPLE_VOUCHERS, "财务科核查登记表（2026-07）.pdf" },
  { "每季度组织一次专题研讨", LEDGER_SAMPLE_MINUTES, "会议纪要〔2026〕7号.pdf" },
};

static LedgerSampleMatter
matter_for (const char *measure)
{
  return (LedgerSampleMatter){
    .unit = "某市某局",
    .number = 7,
    .day = ledger_day_new (2026, 3, 10),
    .subject = "会议记录不完整。",
    .measure = measure,
    .department = "财务科",
    .leader = "周海燕",
    .handler = "吴强",
  };
}

static void
test_kind_and_name (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LedgerSampleMatter matter = matter_for (cases[i].measure);
      g_autofree char *name = ledger_sample_paper_dup_name (cases[i].paper, &matter);

      g_assert_cmpint (ledger_sample_paper_for (cases[i].measure), ==, cases[i].paper);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_set_as_pdf (void)
{
  LedgerSampleMatter matter = matter_for (cases[0].measure);
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  for (guint paper = 0; paper < LEDGER_SAMPLE_N_PAPERS; paper++)
    {
      GBytes *bytes = ledger_sample_paper_set (paper, &matter);
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);

      g_ptr_array_add (papers, bytes);
      g_assert_cmpuint (size, >, 1000);
      g_assert_cmpmem (data, 5, "%PDF-", 5);
      g_assert_nonnull (g_strrstr_len (data + size - 16, 16, "%%EOF"));
      for (guint other = 0; other < paper; other++)
        g_assert_false (g_bytes_equal (bytes, papers->pdata[other]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample-paper/kind-and-name", test_kind_and_name);
  g_test_add_func ("/sample-paper/set-as-pdf", test_set_as_pdf);
  return g_test_run ();
}
