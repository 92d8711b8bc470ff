/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frameworks of decision rights: which letters there are, and what they mean. */
#include "remit-framework.h"

#include <glib/gi18n-lib.h>

#include "remit-text.h"

/* Not translated: they are names, and stand in files. */
const RemitChoice remit_framework_choices[] = {
  { "RACI", "RACI" },   { "RASCI", "RASCI" }, { "DACI", "DACI" },
  { "RAPID", "RAPID" }, { "JOINT", "JOINT" }, { NULL, NULL },
};

const RemitChoice remit_letter_choices[] = {
  { "R", "R" }, { "A", "A" }, { "S", "S" }, { "C", "C" },
  { "I", "I" }, { "D", "D" }, { "P", "P" }, { NULL, NULL },
};

const char *const remit_part_nicks[REMIT_N_PARTS] = {
  [REMIT_PART_DECIDES] = "decides",   [REMIT_PART_DOES] = "does",
  [REMIT_PART_DRIVES] = "drives",     [REMIT_PART_SUPPORTS] = "supports",
  [REMIT_PART_AGREES] = "agrees",     [REMIT_PART_ADVISES] = "advises",
  [REMIT_PART_INFORMED] = "informed",
};

#define RESPONSIBLE \
  { REMIT_LETTER_R, REMIT_PART_DOES, N_ ("Responsible"), N_ ("Does the work.") }
#define ACCOUNTABLE \
  { REMIT_LETTER_A, REMIT_PART_DECIDES, N_ ("Accountable"), \
    N_ ("Has the final say and answers for the outcome; exactly one.") }
#define CONSULTED \
  { REMIT_LETTER_C, REMIT_PART_ADVISES, N_ ("Consulted"), N_ ("Is asked for advice before the " \
                                                              "decision.") }
#define INFORMED \
  { REMIT_LETTER_I, REMIT_PART_INFORMED, N_ ("Informed"), N_ ("Is told about the decision.") }

static const RemitLetterInfo raci[] = { RESPONSIBLE, ACCOUNTABLE, CONSULTED, INFORMED };

static const RemitLetterInfo rasci[] = {
  RESPONSIBLE,
  ACCOUNTABLE,
  { REMIT_LETTER_S, REMIT_PART_SUPPORTS, N_ ("Supports"), N_ ("Supports the people who do the "
                                                              "work.") },
  CONSULTED,
  INFORMED,
};

static const RemitLetterInfo daci[] = {
  { REMIT_LETTER_D, REMIT_PART_DRIVES, N_ ("Driver"),
    N_ ("Ensures that the decision is made; exactly one.") },
  { REMIT_LETTER_A, REMIT_PART_DECIDES, N_ ("Approver"), N_ ("Makes the decision; exactly one.") },
  { REMIT_LETTER_C, REMIT_PART_ADVISES, N_ ("Contributor"),
    N_ ("Contributes expertise to the decision.") },
  INFORMED,
};

static const RemitLetterInfo rapid[] = {
  { REMIT_LETTER_R, REMIT_PART_DRIVES, N_ ("Recommend"),
    N_ ("Makes the proposal, based on facts.") },
  { REMIT_LETTER_A, REMIT_PART_AGREES, N_ ("Agree"),
    N_ ("Must agree with the proposal before the decision.") },
  { REMIT_LETTER_P, REMIT_PART_DOES, N_ ("Perform"), N_ ("Carries the decision out.") },
  { REMIT_LETTER_I, REMIT_PART_ADVISES, N_ ("Input"),
    N_ ("Provides facts for the proposal.") },
  { REMIT_LETTER_D, REMIT_PART_DECIDES, N_ ("Decide"), N_ ("Makes the decision; exactly one.") },
};

static const RemitLetterInfo joint[] = {
  RESPONSIBLE,
  { REMIT_LETTER_A, REMIT_PART_DECIDES, N_ ("Approver"),
    N_ ("Decides together with the other approvers; the quorum sets how many must agree.") },
  CONSULTED,
  INFORMED,
};

static const RemitFrameworkInfo infos[REMIT_N_FRAMEWORKS] = {
  [REMIT_FRAMEWORK_RACI] = { "RACI", N_ ("One person is accountable, some do the work, others are "
                                         "consulted or informed."),
                             raci, G_N_ELEMENTS (raci) },
  [REMIT_FRAMEWORK_RASCI] = { "RASCI", N_ ("RACI, plus people who support the work."), rasci,
                              G_N_ELEMENTS (rasci) },
  [REMIT_FRAMEWORK_DACI] = { "DACI", N_ ("One person drives the decision, another approves it."),
                             daci, G_N_ELEMENTS (daci) },
  [REMIT_FRAMEWORK_RAPID] = { "RAPID", N_ ("Recommend, agree, give input, decide, perform: each "
                                           "step has an owner."),
                              rapid, G_N_ELEMENTS (rapid) },
  [REMIT_FRAMEWORK_JOINT] = { "JOINT", N_ ("Several approvers decide together, with a quorum."),
                              joint, G_N_ELEMENTS (joint) },
};

const RemitFrameworkInfo *
remit_framework_get_info (RemitFramework framework)
{
  g_return_val_if_fail (framework < REMIT_N_FRAMEWORKS, NULL);

  return &infos[framework];
}

const RemitLetterInfo *
remit_framework_get_letter (RemitFramework framework,
                            RemitLetter letter)
{
  const RemitFrameworkInfo *info = remit_framework_get_info (framework);

  for (guint i = 0; i < info->n_letters; i++)
    if (info->letters[i].letter == letter)
      return &info->letters[i];
  return NULL;
}

const RemitLetterInfo *
remit_framework_find_part (RemitFramework framework,
                           RemitPart part)
{
  const RemitFrameworkInfo *info = remit_framework_get_info (framework);

  for (guint i = 0; i < info->n_letters; i++)
    if (info->letters[i].part == part)
      return &info->letters[i];
  return NULL;
}

/* Most words begin with other letters than those that they are held against. */
static gboolean
is_folded_from (const char *folded,
                const char *text)
{
  g_autofree char *other = NULL;

  if ((guchar) *folded < 0x80 && (guchar) *text < 0x80 && *folded != g_ascii_tolower (*text))
    return FALSE;
  other = remit_text_fold (text);
  return g_str_equal (folded, other);
}

const RemitLetterInfo *
remit_framework_parse_letter (RemitFramework framework,
                              const char *text)
{
  const RemitFrameworkInfo *info = remit_framework_get_info (framework);
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  folded = remit_text_fold (text);
  for (guint i = 0; i < info->n_letters; i++)
    {
      const RemitLetterInfo *letter = &info->letters[i];

      if (is_folded_from (folded, remit_letter_choices[letter->letter].nick)
          || is_folded_from (folded, letter->name) || is_folded_from (folded, _ (letter->name)))
        return letter;
    }
  return NULL;
}

/* Where a framework has nobody for a part, the one that comes closest. */
static RemitPart
get_nearest (RemitPart part)
{
  switch (part)
    {
    case REMIT_PART_DRIVES:
    case REMIT_PART_SUPPORTS:
      return REMIT_PART_DOES;
    case REMIT_PART_DOES:
      return REMIT_PART_DRIVES;
    case REMIT_PART_AGREES:
      return REMIT_PART_ADVISES;
    case REMIT_PART_DECIDES:
    case REMIT_PART_ADVISES:
    case REMIT_PART_INFORMED:
    case REMIT_N_PARTS:
    default:
      return part;
    }
}

const RemitLetterInfo *
remit_framework_translate (RemitFramework from,
                           RemitLetter letter,
                           RemitFramework to)
{
  const RemitLetterInfo *info = remit_framework_get_letter (from, letter);
  const RemitLetterInfo *same;

  if (info == NULL)
    return NULL;
  same = remit_framework_find_part (to, info->part);
  return same != NULL ? same : remit_framework_find_part (to, get_nearest (info->part));
}

char *
remit_framework_dup_letters (RemitFramework framework)
{
  const RemitFrameworkInfo *info = remit_framework_get_info (framework);
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < info->n_letters; i++)
    g_string_append_printf (letters, "%s%s", i > 0 ? ", " : "",
                            remit_letter_choices[info->letters[i].letter].nick);
  return g_string_free (letters, FALSE);
}
