/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is to fill which slots, as numbers: what is to be filled, who could, and what limits them. */
#pragma once

#include <gio/gio.h>

/* What a filled slot is worth, beside the score of the person in it: one more slot filled is worth
 * more than all that ten scores can differ by. */
#define REMIT_STAFFING_FILLED 1000

/**
 * RemitVacancy:
 * @percent: what is needed, more than 0
 * @from: first day
 * @until: last day, %REMIT_DAY_MAX for an open end
 * @first: where its options begin
 * @n_options: how many there are
 *
 * The part of a slot that one person is to fill.
 */
typedef struct {
  int percent;
  gint64 from;
  gint64 until;
  guint first;
  guint n_options;
} RemitVacancy;

/** A person who could fill a vacancy. @score: 0 or more, see #RemitMatch */
typedef struct {
  guint vacancy;
  guint person;
  int score;
} RemitOption;

/** Days in a row on which a person has @percent left; what is in none of their spans is free of
 * limits, such as days of absence. */
typedef struct {
  guint person;
  gint64 from;
  gint64 until;
  int percent;
} RemitRoom;

/** Two vacancies that one person must not fill both: a separation of duties. */
typedef struct {
  guint a;
  guint b;
} RemitSeparation;

/**
 * RemitStaffing:
 * @n_people: how many people there are
 * @vacancies: (element-type RemitVacancy)
 * @options: (element-type RemitOption): after remit_staffing_close() by vacancy and person
 * @rooms: (element-type RemitRoom): after that by person and day
 * @separations: (element-type RemitSeparation)
 * @people_options: (element-type guint): after that, the options by person
 * @first_options: where those of a person begin in it; one more than people
 * @first_rooms: where those of a person begin in @rooms; one more than people
 * @rivals: (element-type RemitSeparation): the separations both ways, by @a
 * @first_rivals: where those of a vacancy begin in it; one more than vacancies
 *
 * A problem: at most one person fills a vacancy, nobody more than there is room for on any day, nor
 * both of two that are separated. Best is what has the largest sum of %REMIT_STAFFING_FILLED and
 * the score of each vacancy that is filled.
 */
typedef struct {
  guint n_people;
  GArray *vacancies;
  GArray *options;
  GArray *rooms;
  GArray *separations;
  GArray *people_options;
  guint *first_options;
  guint *first_rooms;
  GArray *rivals;
  guint *first_rivals;
} RemitStaffing;

RemitStaffing *remit_staffing_new (guint n_people);
void remit_staffing_free (RemitStaffing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitStaffing, remit_staffing_free)

/** Returns: the number of the vacancy. One that needs nothing, or ends before it begins, cannot be
 *   filled. */
guint remit_staffing_add_vacancy (RemitStaffing *self,
                                  int percent,
                                  gint64 from,
                                  gint64 until);
void remit_staffing_add_option (RemitStaffing *self,
                                guint vacancy,
                                guint person,
                                int score);
void remit_staffing_add_room (RemitStaffing *self,
                              guint person,
                              gint64 from,
                              gint64 until,
                              int percent);
void remit_staffing_separate (RemitStaffing *self,
                              guint a,
                              guint b);

/** Ends adding: drops options that are there twice, and those for which there is no room even
 * without any other. */
void remit_staffing_close (RemitStaffing *self);

static inline const RemitVacancy *
remit_staffing_get_vacancy (const RemitStaffing *self,
                            guint vacancy)
{
  return &g_array_index (self->vacancies, RemitVacancy, vacancy);
}

static inline const RemitOption *
remit_staffing_get_option (const RemitStaffing *self,
                           guint option)
{
  return &g_array_index (self->options, RemitOption, option);
}

/** Returns: what the option is worth */
static inline int
remit_staffing_get_worth (const RemitStaffing *self,
                          guint option)
{
  return REMIT_STAFFING_FILLED + remit_staffing_get_option (self, option)->score;
}

/** Returns: what a person has left on a day; %G_MAXINT when nothing limits it */
int remit_staffing_get_room (const RemitStaffing *self,
                             guint person,
                             gint64 day);

/** Returns: whether two vacancies are separated */
gboolean remit_staffing_is_separated (const RemitStaffing *self,
                                      guint a,
                                      guint b);

/**
 * remit_staffing_fits:
 * @options: others of the same person
 *
 * Returns: whether @option can be taken beside @options
 */
gboolean remit_staffing_fits (const RemitStaffing *self,
                              guint option,
                              const guint *options,
                              guint n_options);
