/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a decision says first: how far it has come, whose it is, what came before and after. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RemitDecisionHead:
 *
 * An editor (see remit-editor.h) that tells, and from which a decision is superseded.
 */
#define REMIT_TYPE_DECISION_HEAD (remit_decision_head_get_type ())
G_DECLARE_FINAL_TYPE (RemitDecisionHead, remit_decision_head, REMIT, DECISION_HEAD, GtkBox)

G_END_DECLS
