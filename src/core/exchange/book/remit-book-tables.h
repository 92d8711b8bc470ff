/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a plan: what is in their rows. */
#pragma once

#include "exchange/remit-plan-source.h"
#include "remit-book-references.h"
#include "remit-book-sink.h"

/**
 * RemitBook:
 *
 * What the tables of one file are read from, and written to.
 */
typedef struct {
  RemitPlanSource *source;
  RemitBookReferences *references;
  RemitBookSink *sink;
} RemitBook;

/** The people whom the plan refers to, as remit_table_import_run() takes them. */
gboolean remit_book_people_write (RemitBook *self,
                                  GError **error);

/** Its slots: a row for each assignment, and one for each vacant slot. */
gboolean remit_book_seats_write (RemitBook *self,
                                 GError **error);

/** Its assignments, its decisions with what they came to, and its conflicts. */
gboolean remit_book_assignments_write (RemitBook *self,
                                       GError **error);
gboolean remit_book_decisions_write (RemitBook *self,
                                     GError **error);
gboolean remit_book_conflicts_write (RemitBook *self,
                                     GError **error);

/** The skills that people have or slots require, with figures. */
gboolean remit_book_skills_write (RemitBook *self,
                                  GError **error);

/** Which skill each person has, and what the level rests on: a row each. */
gboolean remit_book_levels_write (RemitBook *self,
                                  GError **error);

/** The same as a matrix of people and skills. */
gboolean remit_book_skill_matrix_write (RemitBook *self,
                                        GError **error);

/** What the rules find now. */
gboolean remit_book_findings_write (RemitBook *self,
                                    GError **error);
