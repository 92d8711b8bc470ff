/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frameworks: letters, parts, names, and the way from one to another. */
#include "model/remit-framework.h"

/* The choices of the fields and the table are in one order, and each framework has what the rules
 * need. */
static void
test_table (void)
{
  for (RemitFramework i = 0; i < REMIT_N_FRAMEWORKS; i++)
    {
      const RemitFrameworkInfo *info = remit_framework_get_info (i);
      guint seen = 0;

      g_assert_cmpstr (info->nick, ==, remit_framework_choices[i].nick);
      g_assert_nonnull (remit_framework_find_part (i, REMIT_PART_DECIDES));
      for (guint j = 0; j < info->n_letters; j++)
        {
          const RemitLetterInfo *letter = &info->letters[j];

          g_assert_cmpuint (seen & (1u << letter->letter), ==, 0);
          seen |= 1u << letter->letter;
          g_assert_true (remit_framework_get_letter (i, letter->letter) == letter);
          g_assert_true (remit_framework_find_part (i, letter->part) == letter);
          g_assert_cmpstr (letter->name, !=, "");
          g_assert_true (g_str_has_suffix (letter->meaning, "."));
        }
    }
}

static void
check_letter (RemitFramework framework,
              const char *text,
              const char *name)
{
  const RemitLetterInfo *letter = remit_framework_parse_letter (framework, text);

  g_assert_cmpstr (letter != NULL ? letter->name : NULL, ==, name);
}

static void
test_parse (void)
{
  check_letter (REMIT_FRAMEWORK_RACI, "A", "Accountable");
  check_letter (REMIT_FRAMEWORK_RACI, "a", "Accountable");
  check_letter (REMIT_FRAMEWORK_RACI, "accountABLE", "Accountable");
  check_letter (REMIT_FRAMEWORK_RACI, "S", NULL);
  check_letter (REMIT_FRAMEWORK_RACI, "", NULL);
  check_letter (REMIT_FRAMEWORK_RASCI, "s", "Supports");
  check_letter (REMIT_FRAMEWORK_DACI, "A", "Approver");
  check_letter (REMIT_FRAMEWORK_DACI, "driver", "Driver");
  check_letter (REMIT_FRAMEWORK_RAPID, "A", "Agree");
  check_letter (REMIT_FRAMEWORK_RAPID, "d", "Decide");
  check_letter (REMIT_FRAMEWORK_RAPID, "C", NULL);
}

static void
check_way (RemitFramework from,
           RemitLetter letter,
           RemitFramework to,
           const char *name)
{
  const RemitLetterInfo *info = remit_framework_translate (from, letter, to);

  g_assert_cmpstr (info != NULL ? info->name : NULL, ==, name);
}

static void
test_translate (void)
{
  check_way (REMIT_FRAMEWORK_RACI, REMIT_LETTER_A, REMIT_FRAMEWORK_RAPID, "Decide");
  check_way (REMIT_FRAMEWORK_RACI, REMIT_LETTER_R, REMIT_FRAMEWORK_RAPID, "Perform");
  check_way (REMIT_FRAMEWORK_RACI, REMIT_LETTER_R, REMIT_FRAMEWORK_DACI, "Driver");
  check_way (REMIT_FRAMEWORK_RACI, REMIT_LETTER_C, REMIT_FRAMEWORK_RAPID, "Input");
  check_way (REMIT_FRAMEWORK_RACI, REMIT_LETTER_I, REMIT_FRAMEWORK_RAPID, NULL);
  check_way (REMIT_FRAMEWORK_RAPID, REMIT_LETTER_A, REMIT_FRAMEWORK_RACI, "Consulted");
  check_way (REMIT_FRAMEWORK_RAPID, REMIT_LETTER_R, REMIT_FRAMEWORK_RACI, "Responsible");
  check_way (REMIT_FRAMEWORK_RASCI, REMIT_LETTER_S, REMIT_FRAMEWORK_RACI, "Responsible");
  check_way (REMIT_FRAMEWORK_RASCI, REMIT_LETTER_P, REMIT_FRAMEWORK_RACI, NULL);
}

static void
test_words (void)
{
  g_autofree char *letters = remit_framework_dup_letters (REMIT_FRAMEWORK_RASCI);

  g_assert_cmpstr (letters, ==, "R, A, S, C, I");
  g_assert_cmpstr (remit_letter_choices[REMIT_LETTER_P].nick, ==, "P");
  g_assert_cmpstr (remit_part_nicks[REMIT_PART_DECIDES], ==, "decides");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/framework/table", test_table);
  g_test_add_func ("/model/framework/parse", test_parse);
  g_test_add_func ("/model/framework/translate", test_translate);
  g_test_add_func ("/model/framework/words", test_words);
  return g_test_run ();
}
