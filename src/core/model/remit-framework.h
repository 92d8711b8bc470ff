/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frameworks of decision rights: which letters there are, and what they mean. */
#pragma once

#include "remit-field.h"

/**
 * RemitFramework:
 * @REMIT_FRAMEWORK_RACI: responsible, accountable, consulted, informed; the practice of
 *   responsibility assignment matrices (PMI, A Guide to the Project Management Body of Knowledge)
 * @REMIT_FRAMEWORK_RASCI: RACI, with those who support the responsible one
 * @REMIT_FRAMEWORK_DACI: driver, approver, contributors, informed
 * @REMIT_FRAMEWORK_RAPID: recommend, agree, perform, input, decide (Rogers, Blenko: Who Has the D?,
 *   Harvard Business Review, January 2006)
 * @REMIT_FRAMEWORK_JOINT: RACI, decided by several approvers, of whom a quorum has to agree
 *
 * In the order of the choices of the field `framework`.
 */
typedef enum {
  REMIT_FRAMEWORK_RACI,
  REMIT_FRAMEWORK_RASCI,
  REMIT_FRAMEWORK_DACI,
  REMIT_FRAMEWORK_RAPID,
  REMIT_FRAMEWORK_JOINT,
  REMIT_N_FRAMEWORKS
} RemitFramework;

/**
 * RemitPart:
 * @REMIT_PART_DECIDES: has the last word
 * @REMIT_PART_DOES: does the work
 * @REMIT_PART_DRIVES: leads the way to the decision
 * @REMIT_PART_SUPPORTS: helps those who do the work
 * @REMIT_PART_AGREES: can hold the decision up
 * @REMIT_PART_ADVISES: is asked before
 * @REMIT_PART_INFORMED: is told afterwards
 *
 * What a letter has its holder do, whatever it is called in its framework.
 */
typedef enum {
  REMIT_PART_DECIDES,
  REMIT_PART_DOES,
  REMIT_PART_DRIVES,
  REMIT_PART_SUPPORTS,
  REMIT_PART_AGREES,
  REMIT_PART_ADVISES,
  REMIT_PART_INFORMED,
  REMIT_N_PARTS
} RemitPart;

/** The letters of all frameworks, in the order of the choices of the field `letter`. */
typedef enum {
  REMIT_LETTER_R,
  REMIT_LETTER_A,
  REMIT_LETTER_S,
  REMIT_LETTER_C,
  REMIT_LETTER_I,
  REMIT_LETTER_D,
  REMIT_LETTER_P,
  REMIT_N_LETTERS
} RemitLetter;

/**
 * RemitLetterInfo:
 * @name: translatable: "Accountable"
 * @meaning: translatable, one sentence
 *
 * One letter of a framework.
 */
typedef struct {
  RemitLetter letter;
  RemitPart part;
  const char *name;
  const char *meaning;
} RemitLetterInfo;

/**
 * RemitFrameworkInfo:
 * @nick: the word in files and in the database, and the name in the window
 * @meaning: translatable, one sentence
 * @letters: in the order in which they are offered
 */
typedef struct {
  const char *nick;
  const char *meaning;
  const RemitLetterInfo *letters;
  guint n_letters;
} RemitFrameworkInfo;

const RemitFrameworkInfo *remit_framework_get_info (RemitFramework framework);

/** Returns: (nullable): what @letter is in @framework, or %NULL when it is no letter of it */
const RemitLetterInfo *remit_framework_get_letter (RemitFramework framework,
                                                   RemitLetter letter);

/** Returns: (nullable): the letter of @framework that has its holder do @part */
const RemitLetterInfo *remit_framework_find_part (RemitFramework framework,
                                                  RemitPart part);

/**
 * remit_framework_parse_letter:
 * @text: a letter in either case, or a letter's name in English or in the user's language
 *
 * Returns: (nullable): the letter, or %NULL when @framework has no such letter
 */
const RemitLetterInfo *remit_framework_parse_letter (RemitFramework framework,
                                                     const char *text);

/**
 * remit_framework_translate:
 *
 * Returns: (nullable): the letter of @to that comes closest to @letter of @from, or %NULL when none
 *   does
 */
const RemitLetterInfo *remit_framework_translate (RemitFramework from,
                                                  RemitLetter letter,
                                                  RemitFramework to);

/** Returns: (transfer full): the letters of a framework, for messages: "R, A, C, I" */
char *remit_framework_dup_letters (RemitFramework framework);

/** The words for the parts in the tables that rules read: "decides". */
extern const char *const remit_part_nicks[REMIT_N_PARTS];

/** The choices of the fields `framework` and `letter`. */
extern const RemitChoice remit_framework_choices[REMIT_N_FRAMEWORKS + 1];
extern const RemitChoice remit_letter_choices[REMIT_N_LETTERS + 1];
