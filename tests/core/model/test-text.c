/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One form for texts that are the same for people. */
#include "model/remit-text.h"

static const struct
{
  const char *one;
  const char *other;
} same[] = {
  { "Ada Lovelace", "ADA LOVELACE" },
  { "  Ada \t Lovelace ", "ada lovelace" },
  { "Zo\u00eb", "Zoe\u0308" },
  { "O\u2019Brien", "O'Brien" },
  { "O\u02bcBrien", "O`Brien" },
  { "O\u00b4Brien", "o\uff07brien" },
  { "Anne\u2010Marie", "Anne-Marie" },
  { "Q1 \u2013 Q2", "Q1 - Q2" },
  { "Jean\u00a0Paul", "Jean Paul" },
  { "Jean\u202fPaul", "Jean\u3000Paul" },
  { "\ufeffMira\u200b Oka\u00adfor\u200e", "Mira Okafor" },
  { "\uff2d\uff29\uff32\uff21", "mira" },
  { "STRASSE", "Stra\u00dfe" },
  { "\ufb01nance", "Finance" },
  { "TM\u2122", "tmtm" },
  { "\u845b\U000e0100", "\u845b" },
  { "\uff76\uff9e", "\u30ac" },
  { "\u1112\u1161\u11ab", "\ud55c" },
};

static const struct
{
  const char *one;
  const char *other;
} other[] = {
  { "M\u00fcller", "Muller" },
  { "Ada Lovelace", "AdaLovelace" },
  { "Anne-Marie", "Anne Marie" },
  { "1", "2" },
};

static void
test_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *one = remit_text_fold (same[i].one);
      g_autofree char *two = remit_text_fold (same[i].other);
      g_autofree char *again = remit_text_fold (one);

      g_assert_cmpstr (one, ==, two);
      g_assert_cmpstr (again, ==, one);
      g_assert_true (remit_text_is_like (same[i].one, same[i].other));
    }
}

static const struct
{
  const char *text;
  const char *plain;
  const char *spelled; /* NULL: the same */
} letters[] = {
  { "Ada", "ada", NULL },
  { "M\u00fcller", "muller", "mueller" },
  { "MU\u0308LLER", "muller", "mueller" },
  { "\u00c5se \u00d8rsted", "ase orsted", "aase oersted" },
  { "\u0141ukasz Wa\u0142\u0119sa", "lukasz walesa", NULL },
  { "\u00c6r\u00f8", "aero", "aeroe" },
  { "Zo\u00eb Stra\u00dfe", "zoe strasse", NULL },
  { "\u0414\u0451\u043c\u0438\u043d", "\u0434\u0435\u043c\u0438\u043d", NULL },
  { "\u5c71\u7530", "\u5c71\u7530", NULL },
  { "\xff", "", NULL },
};

static void
test_letters (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *plain = remit_text_fold_letters (letters[i].text);
      g_autofree char *spelled = remit_text_spell_letters (letters[i].text);

      g_assert_cmpstr (plain, ==, letters[i].plain);
      g_assert_cmpstr (spelled, ==, letters[i].spelled);
    }
}

static void
test_other (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    g_assert_false (remit_text_is_like (other[i].one, other[i].other));
}

static void
test_damaged (void)
{
  g_autofree char *nothing = remit_text_fold ("");
  g_autofree char *spaces = remit_text_fold (" \n\u00a0\u200b ");
  g_autofree char *broken = remit_text_fold ("Zo\xeb");

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (spaces, ==, "");
  g_assert_cmpstr (broken, ==, "");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/text/same", test_same);
  g_test_add_func ("/model/text/other", test_other);
  g_test_add_func ("/model/text/letters", test_letters);
  g_test_add_func ("/model/text/damaged", test_damaged);

  return g_test_run ();
}
