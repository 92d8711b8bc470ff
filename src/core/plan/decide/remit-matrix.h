/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of decision rights: reading and writing its cells. */
#pragma once

#include "store/workspace/remit-workspace.h"

/** A set of letters: bit `1 << letter` each. */
typedef guint RemitLetters;

#define REMIT_LETTERS_NONE 0u
#define REMIT_LETTERS(letter) (1u << (letter))

/**
 * RemitCell:
 * @decision: the row
 * @holder_kind: %REMIT_KIND_SLOT, %REMIT_KIND_ROLE or %REMIT_KIND_PERSON
 * @holder: the column
 * @letters: what the cell has, or is to have
 * @keep: letters that the cell keeps beside them if it has them when it is written; all but one to
 *   give or take that one alone, whatever somebody else does meanwhile
 */
typedef struct {
  gint64 decision;
  RemitKind holder_kind;
  gint64 holder;
  RemitLetters letters;
  RemitLetters keep;
} RemitCell;

/**
 * remit_matrix_get_letters:
 *
 * Returns: the letters that a cell has
 */
RemitLetters remit_matrix_get_letters (RemitWorkspace *workspace,
                                       gint64 decision,
                                       RemitKind holder_kind,
                                       gint64 holder);

/**
 * remit_matrix_parse_letters:
 * @text: letters in either case or their names, with `/`, `,`, `;`, `+`, `&` or spaces between
 *   them, or letters without anything between: "R/A", "r, a", "RA", "Responsible"; "-" and an empty
 *   text stand for none
 *
 * Errors: %REMIT_MODEL_ERROR_INVALID, naming the letters of the framework
 */
gboolean remit_matrix_parse_letters (RemitFramework framework,
                                     const char *text,
                                     RemitLetters *letters,
                                     GError **error);

/** Returns: (transfer full): "R/A", in the order of the framework; empty for none */
char *remit_matrix_format_letters (RemitFramework framework,
                                   RemitLetters letters);

/** Returns: (transfer full): "Responsible, Accountable"; empty for none */
char *remit_matrix_describe_letters (RemitFramework framework,
                                     RemitLetters letters);

/**
 * remit_matrix_set:
 * @cells: what they are to have; a cell that has it already is left alone
 *
 * Sets cells of one plan: all of them in one edit, or none.
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED for a letter of another framework, a holder that is not there
 *   or a slot of another plan; %REMIT_STORE_ERROR
 */
gboolean remit_matrix_set (RemitWorkspace *workspace,
                           const RemitCell *cells,
                           gsize n_cells,
                           GError **error);

/** The same within an edit, which gets its label and its plan. */
gboolean remit_matrix_write_all (RemitWorkspace *workspace,
                                 RemitEdit *edit,
                                 const RemitCell *cells,
                                 gsize n_cells,
                                 GError **error);

/**
 * remit_matrix_dup_kept:
 * @cells: those of a decision that is only going to be made have 0 for it, and nothing to keep
 *
 * Adds to cells the letters that they keep as they are now: within an edit, as nobody else can
 * change them any longer.
 *
 * Returns: (transfer full) (array length=n_cells): the cells with all that they are to have
 */
RemitCell *remit_matrix_dup_kept (RemitWorkspace *workspace,
                                  const RemitCell *cells,
                                  gsize n_cells);

/** The same within an edit that does more, of one cell of remit_matrix_dup_kept(). */
gboolean remit_matrix_write (RemitWorkspace *workspace,
                             RemitEdit *edit,
                             const RemitCell *cell,
                             GError **error);

/** Inserts rights of a holder, whatever the matrix has; @decision may be made in the same edit. */
gboolean remit_matrix_insert (RemitWorkspace *workspace,
                              RemitEdit *edit,
                              gint64 plan,
                              gint64 decision,
                              const RemitCell *cell,
                              GError **error);

/**
 * remit_matrix_write_framework:
 * @decision: with the framework that it is to have
 *
 * Gives a decision another framework. Letters become those that come closest; one that has no
 * counterpart is taken away. Under JOINT all who decide have to agree, unless the quorum was set.
 */
gboolean remit_matrix_write_framework (RemitWorkspace *workspace,
                                       RemitEdit *edit,
                                       const RemitRecord *decision,
                                       GError **error);

/** Returns: (transfer full): what an edit is called that does nothing else */
RemitMessage *remit_matrix_describe_framework (const RemitRecord *decision);

/** Says whether somebody has agreed to hold a right. */
gboolean remit_matrix_acknowledge (RemitWorkspace *workspace,
                                   gint64 right,
                                   RemitAcknowledgement acknowledgement,
                                   GError **error);
