/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside a subject of findings: how bad they are, and what they say. */
#pragma once

#include <gtk/gtk.h>

#include "check/remit-checker.h"

/**
 * RemitFindingMark:
 * @severity: of the worst; %REMIT_N_SEVERITIES when there is none
 * @is_misfit: whether one of these is about a skill that somebody lacks in a slot
 * @words: (nullable): what they say, a line each
 */
typedef struct {
  RemitSeverity severity;
  gboolean is_misfit;
  char *words;
} RemitFindingMark;

void remit_finding_mark_clear (RemitFindingMark *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitFindingMark, remit_finding_mark_clear)

/**
 * remit_finding_mark_get:
 * @checker: (nullable): without one there is nothing to say
 * @other_kind: a second subject that they have to be about, or %REMIT_KIND_NONE; what is about a
 *   decision and a holder stands at their cell and at the row of the decision, not with the holder
 *
 * What is not waived of an entity's findings.
 */
void remit_finding_mark_get (RemitChecker *checker,
                             RemitKind kind,
                             gint64 id,
                             RemitKind other_kind,
                             gint64 other,
                             RemitFindingMark *mark);

/**
 * remit_finding_mark_watch:
 * @place: (inout): the checker that @owner holds
 * @on_checked: called with @owner when @checker has found something else
 *
 * Puts @checker in @place, and listens to it instead of to the one that was there.
 *
 * Returns: whether it is another one
 */
gboolean remit_finding_mark_watch (RemitChecker **place,
                                   RemitChecker *checker,
                                   GCallback on_checked,
                                   gpointer owner);

/** Returns: the name of the icon for a severity, %NULL for none */
const char *remit_finding_mark_get_icon (RemitSeverity severity);

/** Returns: the style class for a severity, %NULL for none */
const char *remit_finding_mark_get_class (RemitSeverity severity);

/** Returns: (transfer full) (nullable): the first findings, and how many others there are: whoever
 * hears them can't pass over what is of no interest */
char *remit_finding_mark_dup_spoken (const RemitFindingMark *self);

/** Shows a mark in an image, or hides it. */
void remit_finding_mark_show (const RemitFindingMark *self,
                              GtkImage *image);

/**
 * remit_finding_mark_show_in:
 * @box: the first child of the widget that stands for the subject, which is described by the words
 * @image: (inout): made after the first child of @box when there is something to show first
 */
void remit_finding_mark_show_in (const RemitFindingMark *self,
                                 GtkBox *box,
                                 GtkImage **image);
