/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edits that many widgets ask for, tried; see remit_try_then(). */
#pragma once

#include "plan/decide/remit-matrix.h"
#include "plan/placement/remit-placement.h"
#include "remit-feedback.h"

/* Each copies what it is given. @tried (nullable) has for its data what is in brackets. */

/** remit_design_create(); [a #RemitRecord] */
gboolean remit_try_create (GtkWidget *widget,
                           RemitWorkspace *workspace,
                           const RemitRecord *record,
                           RemitTriedFunc tried);

/** remit_design_change() */
gboolean remit_try_change (GtkWidget *widget,
                           RemitWorkspace *workspace,
                           RemitKind kind,
                           gint64 id,
                           guint field,
                           const char *text,
                           RemitTriedFunc tried);

/** An entity, and how many places it moves. */
typedef struct {
  RemitKind kind;
  gint64 id;
  int step;
} RemitTryEntity;

/** remit_design_duplicate(); [the original as a #RemitTryEntity] */
gboolean remit_try_duplicate (GtkWidget *widget,
                              RemitWorkspace *workspace,
                              RemitKind kind,
                              gint64 id,
                              RemitTriedFunc tried);

/** remit_design_delete() */
gboolean remit_try_delete (GtkWidget *widget,
                           RemitWorkspace *workspace,
                           RemitKind kind,
                           gint64 id,
                           RemitTriedFunc tried);

/** Says what came of a move by one place: nothing when it was the last one that way. */
void remit_try_say_moved (GtkWidget *widget,
                          RemitWorkspace *workspace,
                          gint64 done,
                          gpointer data,
                          const GError *error);

/** remit_design_move_by(); @tried calls remit_try_say_moved(), or is it */
gboolean remit_try_move_by (GtkWidget *widget,
                            RemitWorkspace *workspace,
                            RemitKind kind,
                            gint64 id,
                            int step,
                            RemitTriedFunc tried);

/** The same with remit_design_move_slot_by(). */
gboolean remit_try_move_slot_by (GtkWidget *widget,
                                 RemitWorkspace *workspace,
                                 gint64 slot,
                                 int step,
                                 RemitTriedFunc tried);

/** remit_design_set_level() */
gboolean remit_try_set_level (GtkWidget *widget,
                              RemitWorkspace *workspace,
                              RemitKind kind,
                              gint64 id,
                              gint64 skill,
                              int level,
                              gboolean critical,
                              RemitTriedFunc tried);

/** remit_placement_do(); [a #GArray of #RemitPlacement] */
gboolean remit_try_place (GtkWidget *widget,
                          RemitWorkspace *workspace,
                          const RemitPlacement *placements,
                          gsize n_placements,
                          RemitTriedFunc tried);

/** remit_matrix_set(); [a #GArray of #RemitCell] */
gboolean remit_try_set_rights (GtkWidget *widget,
                               RemitWorkspace *workspace,
                               const RemitCell *cells,
                               gsize n_cells,
                               RemitTriedFunc tried);
