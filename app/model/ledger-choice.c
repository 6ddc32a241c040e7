/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-choice.h"

#include <glib/gi18n-lib.h>

static const LedgerChoice sources[] = {
  { "feedback", N_ ("feedback opinion") },
  { "issue_list", N_ ("issue list") },
  { "hand_over", N_ ("handed over for immediate rectification") },
  { "special_check", N_ ("special inspection") },
  { "last_round", N_ ("left from the last round") },
  { "audit", N_ ("audit") },
  { "education", N_ ("themed education") },
  { "self_check", N_ ("found by the unit itself") },
};

static const LedgerChoice deadline_classes[] = {
  { "immediate", N_ ("immediate rectification") },
  { "time_limited", N_ ("rectification within a limit") },
  { "long_term", N_ ("long-term rectification") },
  { "staged", N_ ("rectification in stages") },
};

static const LedgerChoice visibilities[] = {
  { "internal", N_ ("internal") },
  { "party_circular", N_ ("circular within the Party") },
  { "public_release", N_ ("open to the public") },
};

static const LedgerChoice kinds[] = {
  { "minutes", N_ ("minutes of a meeting") },
  { "rule", N_ ("rule or regulation") },
  { "document", N_ ("official document") },
  { "statement", N_ ("statement of facts") },
  { "voucher", N_ ("voucher") },
  { "photo", N_ ("photo") },
  { "attendance", N_ ("attendance sheet") },
  { "study_material", N_ ("study material") },
  { "record", N_ ("record of a talk or check") },
  { "table", N_ ("table or list") },
  { "signed_paper", N_ ("signed paper") },
  { "other", N_ ("other") },
};

static const LedgerChoice verdicts[] = {
  { "usable", N_ ("can be shown") },
  { "warnings", N_ ("can be shown, with remarks") },
  { "password", N_ ("protected by a password") },
  { "damaged", N_ ("damaged") },
  { "unsupported", N_ ("cannot be shown") },
  { "limit", N_ ("too large to be shown") },
};

static const LedgerChoice tiers[] = {
  { "central", N_ ("central inspection") },     { "provincial", N_ ("provincial inspection") },
  { "municipal", N_ ("municipal inspection") }, { "county", N_ ("county inspection") },
  { "internal", N_ ("internal inspection") },
};

static const LedgerChoice light_schemes[] = {
  { "standard", N_ ("late, near, within the limit, done") },
};

static const LedgerChoice counting_bases[] = {
  { "issue", N_ ("by issue") },
  { "measure", N_ ("by measure") },
};

/* LEDGER_SIGNOFF_STEPS_THREE, _TWO */
static const LedgerChoice signoff_steps[] = {
  { "handler reviewer leader", N_ ("handling → review → approval") },
  { "handler leader", N_ ("handling → approval") },
};

static const struct
{
  const char *type;
  const char *field;
  const LedgerChoice *choices;
  guint n;
} fields[] = {
  { "issue", "source", sources, G_N_ELEMENTS (sources) },
  { "issue", "deadline_class", deadline_classes, G_N_ELEMENTS (deadline_classes) },
  { "issue", "visibility", visibilities, G_N_ELEMENTS (visibilities) },
  { "evidence", "kind", kinds, G_N_ELEMENTS (kinds) },
  { "evidence", "verdict", verdicts, G_N_ELEMENTS (verdicts) },
  { "inspection", "tier", tiers, G_N_ELEMENTS (tiers) },
  { "inspection", "light_scheme", light_schemes, G_N_ELEMENTS (light_schemes) },
  { "inspection", "counting_basis", counting_bases, G_N_ELEMENTS (counting_bases) },
  { "inspection", "signoff_steps", signoff_steps, G_N_ELEMENTS (signoff_steps) },
};

const LedgerChoice *
ledger_choice_list (const char *type, const char *field, guint *n)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].type, type) && g_str_equal (fields[i].field, field))
      {
        *n = fields[i].n;
        return fields[i].choices;
      }
  *n = 0;
  return NULL;
}

const char *
ledger_choice_get_name (const char *type, const char *field, const char *word)
{
  guint n;
  const LedgerChoice *choices = ledger_choice_list (type, field, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (choices[i].word, word) == 0)
      return _ (choices[i].name);
  return word;
}

const char *
ledger_choice_find (const char *type, const char *field, const char *text)
{
  guint n;
  const LedgerChoice *choices = ledger_choice_list (type, field, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (choices[i].word, text) == 0 || g_strcmp0 (choices[i].name, text) == 0
        || g_strcmp0 (_ (choices[i].name), text) == 0)
      return choices[i].word;
  return NULL;
}
