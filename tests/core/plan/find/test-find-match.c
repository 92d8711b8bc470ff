/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of how well a text is meant by a word. */
#include <string.h>

#include "model/remit-text.h"
#include "plan/find/remit-find-match.h"

static int
score (const char *text,
       const char *typed)
{
  g_autofree char *folded = remit_text_fold_letters (text);
  g_autoptr (GArray) words = remit_find_match_split (typed);
  const RemitFindWord *word = &g_array_index (words, RemitFindWord, 0);
  int score;

  g_assert_cmpuint (words->len, ==, 1);
  score = remit_find_match_word (folded, word, TRUE);
  /* what is told quickly is told rightly */
  if (score > 0)
    g_assert_true (remit_find_match_may (word, remit_find_match_letters (folded)));
  g_assert_cmpint (score, >=, 0);
  g_assert_cmpint (score, <=, REMIT_FIND_BEST);
  return score;
}

/* ── What is meant, and what is not ───────────────────────────────────────────────────────── */

static const struct {
  const char *text;
  const char *typed;
} meant[] = {
  { "Umar Dlamini", "umar" },
  { "Umar Dlamini", "DLAM" },
  { "Umar Dlamini", "ud" },
  { "Umar Dlamini", "umdla" },
  { "Umar Dlamini", "lamin" },
  { "Umar Dlamini", "dlmni" },
  { "Umar Dlamini", "dlanini" },
  { "Umar Dlamini", "dlaminni" },
  { "Umar Dlamini", "dlmini" },
  { "Umar Dlamini", "dalmini" },
  { "ML engineer", "mle" },
  { "Senior ML engineer (Risk)", "mleng" },
  { "Jean-Luc O’Neill", "luc" },
  { "Jean-Luc O’Neill", "neill" },
  { "Jean-Luc O’Neill", "o'neill" },
  { "Jean-Luc O’Neill", "jlo" },
  { "Zoë Müller", "zoe" },
  { "Zoë Müller", "müller" },
  { "Zoë Müller", "muller" },
  { "Łukasz Ærø", "lukasz" },
  { "Łukasz Ærø", "aero" },
  { "Straße 9", "strasse" },
  { "Иван Петров", "пет" },
  { "Иван Петров", "ИП" },
  { "山田 太郎", "田" },
  { "C++ / Qt 6", "c++" },
  { "C++ / Qt 6", "6" },
  { "Ａｄａ", "ada" },
};

static const struct {
  const char *text;
  const char *typed;
} not_meant[] = {
  { "Umar Dlamini", "x" },
  { "Umar Dlamini", "du" },
  { "Umar Dlamini", "mru" },
  { "Umar Dlamini", "umarx" "yz" },
  { "Umar Dlamini", "ilamni" },
  { "Umar Dlamini", "wlamini" },
  { "ML engineer", "em" },
  { "Ada", "adalovelace" },
  { "", "a" },
  { "Churn", "chrunchy" },
  { "An organisation of very many words", "aos" "zz" },
  { "Иван Петров", "ivan" },
};

static void
test_meant (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (meant); i++)
    if (score (meant[i].text, meant[i].typed) == 0)
      g_error ("“%s” does not mean “%s”", meant[i].typed, meant[i].text);
}

static void
test_not_meant (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (not_meant); i++)
    if (score (not_meant[i].text, not_meant[i].typed) != 0)
      g_error ("“%s” means “%s”", not_meant[i].typed, not_meant[i].text);
}

/* Better before worse. */
static void
test_order (void)
{
  static const struct {
    const char *text;
    const char *typed;
  } falling[] = {
    { "Risk", "risk" },
    { "Risk model", "risk" },
    { "Risky", "risk" },
    { "Model risk", "risk" },
    { "Model risks", "risk" },
    { "Rapid Insight Kit", "rik" },
    { "Asterisk", "risk" },
    { "Rare iron skill", "rrskl" },
  };

  for (guint i = 1; i < G_N_ELEMENTS (falling); i++)
    g_assert_cmpint (score (falling[i - 1].text, falling[i - 1].typed), >,
                     score (falling[i].text, falling[i].typed));
  /* fewer words passed over */
  g_assert_cmpint (score ("Data platform", "dp"), >, score ("Data and analytics platform", "dp"));
  /* fewer letters passed over */
  g_assert_cmpint (score ("Anders", "andr"), >, score ("Andover", "andr"));
}

/* Where something is, nobody means by a slip. */
static void
test_strict (void)
{
  g_autoptr (GArray) words = remit_find_match_split ("dlanini fraud");
  const RemitFindWord *slip = &g_array_index (words, RemitFindWord, 0);
  const RemitFindWord *right = &g_array_index (words, RemitFindWord, 1);

  g_assert_cmpint (remit_find_match_word ("umar dlamini", slip, TRUE), >, 0);
  g_assert_cmpint (remit_find_match_word ("umar dlamini", slip, FALSE), ==, 0);
  g_assert_cmpint (remit_find_match_word ("ml engineer in fraud", right, FALSE), >, 0);
}

/* ── What was typed ───────────────────────────────────────────────────────────────────────── */

static void
test_split (void)
{
  static const char *const nothing[] = { "", " ", "\t \n", "\u200b", "\xff\xfe" };
  g_autoptr (GArray) words = remit_find_match_split ("  Zoë\u00a0 RISK ");

  g_assert_cmpuint (words->len, ==, 2);
  g_assert_cmpstr (g_array_index (words, RemitFindWord, 0).text, ==, "zoe");
  g_assert_cmpuint (g_array_index (words, RemitFindWord, 0).n_letters, ==, 3);
  g_assert_cmpstr (g_array_index (words, RemitFindWord, 1).text, ==, "risk");

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (GArray) none = remit_find_match_split (nothing[i]);

      g_assert_cmpuint (none->len, ==, 0);
    }
}

/* Whatever is typed and found, nothing is read beyond the end, and it ends soon. */
static void
test_random (void)
{
  static const char *const parts[] = { "a", "b", "ab", " ", "-", "ä",
                                       "ß", "д", "山", "'", "1", "\u0301" };
  g_autoptr (GRand) random = g_rand_new_with_seed (17);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autoptr (GArray) words = NULL;
      g_autofree char *folded = NULL;

      for (int n = g_rand_int_range (random, 0, 40); n > 0; n--)
        g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
        g_string_append (typed, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      folded = remit_text_fold_letters (text->str);
      words = remit_find_match_split (typed->str);
      for (guint j = 0; j < words->len; j++)
        {
          const RemitFindWord *word = &g_array_index (words, RemitFindWord, j);
          int score = remit_find_match_word (folded, word, TRUE);

          g_assert_cmpint (score, >=, 0);
          if (strstr (folded, word->text) != NULL)
            g_assert_cmpint (score, >, 0);
          if (score > 0)
            g_assert_true (remit_find_match_may (word, remit_find_match_letters (folded)));
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/find-match/meant", test_meant);
  g_test_add_func ("/plan/find-match/not-meant", test_not_meant);
  g_test_add_func ("/plan/find-match/order", test_order);
  g_test_add_func ("/plan/find-match/strict", test_strict);
  g_test_add_func ("/plan/find-match/split", test_split);
  g_test_add_func ("/plan/find-match/random", test_random);

  return g_test_run ();
}
