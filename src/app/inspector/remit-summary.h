/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form says first: load and overload, how far a slot or team is filled, who uses a role. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RemitSummary:
 *
 * An editor (see remit-editor.h) that only tells.
 */
#define REMIT_TYPE_SUMMARY (remit_summary_get_type ())
G_DECLARE_FINAL_TYPE (RemitSummary, remit_summary, REMIT, SUMMARY, AdwBin)

G_END_DECLS
