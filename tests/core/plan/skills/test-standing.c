/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the level of a person's skill rests on. */
#include "model/remit-day.h"
#include "plan/skills/remit-standing.h"
#include "remit-test.h"

static const struct
{
  const char *assessment;
  const char *assessed_by;
  const char *verified_by;
  const char *verified_on;
  const char *expires;
  RemitStanding standing;
  const char *words;
} cases[] = {
  { "unknown", "", "", "", "", REMIT_STANDING_UNKNOWN, "" },
  { "self", "", "", "", "", REMIT_STANDING_SELF, "Self-assessed" },
  { "other", "", "", "", "", REMIT_STANDING_ASSESSED, "Assessed" },
  { "other", "Bob", "", "", "", REMIT_STANDING_ASSESSED, "Assessed by Bob" },
  { "self", "", "Cem", "", "", REMIT_STANDING_VERIFIED, "Verified by Cem" },
  { "unknown", "", "", "2026-01-31", "", REMIT_STANDING_VERIFIED, "Verified" },
  { "self", "", "Cem", "", "2026-03-12", REMIT_STANDING_VERIFIED,
    "Verified by Cem, valid until 03/12/26" },
  { "self", "", "Cem", "", "2026-03-11", REMIT_STANDING_EXPIRING,
    "Verified by Cem, valid until 03/11/26" },
  { "self", "", "Cem", "", "2026-03-01", REMIT_STANDING_EXPIRING,
    "Verified by Cem, valid until 03/01/26" },
  { "self", "", "Cem", "", "2026-02-28", REMIT_STANDING_EXPIRED, "Expired on 02/28/26" },
  { "other", "Bob", "", "", "2026-02-28", REMIT_STANDING_EXPIRED, "Expired on 02/28/26" },
  { "unknown", "", "", "", "2027-02-28", REMIT_STANDING_UNKNOWN, "Valid until 02/28/27" },
};

static void
set (RemitRecord *record,
     guint field,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  remit_record_parse (record, field, text, &error);
  g_assert_no_error (error);
}

/* On 1 March 2026, with a notice of ten days. */
static void
test_cases (void)
{
  gint64 today = remit_day_parse ("2026-03-01");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RemitRecord) skill = remit_record_new (REMIT_KIND_PERSON_SKILL);
      g_autofree char *words = NULL;
      RemitStanding standing;

      g_test_message ("case %u", i);
      set (skill, REMIT_PERSON_SKILL_ASSESSMENT, cases[i].assessment);
      set (skill, REMIT_PERSON_SKILL_ASSESSED_BY, cases[i].assessed_by);
      set (skill, REMIT_PERSON_SKILL_VERIFIED_BY, cases[i].verified_by);
      set (skill, REMIT_PERSON_SKILL_VERIFIED_ON, cases[i].verified_on);
      set (skill, REMIT_PERSON_SKILL_EXPIRES, cases[i].expires);
      standing = remit_standing_get (skill, today, 10);
      g_assert_cmpint (standing, ==, cases[i].standing);
      g_assert_true (remit_standing_is_verified (standing)
                     == (standing == REMIT_STANDING_VERIFIED
                         || standing == REMIT_STANDING_EXPIRING));
      words = remit_standing_dup_words (skill, today, 10);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Only who said nothing is not told in a word. */
static void
test_words (void)
{
  for (int i = 0; i < REMIT_N_STANDINGS; i++)
    g_assert_true ((*remit_standing_get_word ((RemitStanding) i) == '\0')
                   == (i == REMIT_STANDING_UNKNOWN));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/standing/cases", test_cases);
  g_test_add_func ("/standing/words", test_words);
  return g_test_run ();
}
