/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions: who has which right, as a matrix. */
#pragma once

#include <adwaita.h>

#include "check/remit-checker.h"

G_BEGIN_DECLS

/**
 * RemitDecisionsView:
 *
 * Properties: `workspace`, `plan`, `checker`.
 */
#define REMIT_TYPE_DECISIONS_VIEW (remit_decisions_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitDecisionsView, remit_decisions_view, REMIT, DECISIONS_VIEW, AdwBin)

/** Scrolls to a decision, and gives its cell for a holder (or 0) the keyboard. */
void remit_decisions_view_show (RemitDecisionsView *self,
                                gint64 decision,
                                RemitKind kind,
                                gint64 holder);

G_END_DECLS
