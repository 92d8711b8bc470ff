/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar with the list of views. */
#pragma once

#include <adwaita.h>

#include "check/remit-checker.h"

/**
 * RemitSidebar:
 *
 * Has a row for each of remit_views. Property: `view`, the name of the selected one. Signal:
 * `chosen`, when the user has activated a row.
 */
#define REMIT_TYPE_SIDEBAR (remit_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (RemitSidebar, remit_sidebar, REMIT, SIDEBAR, AdwBin)

/**
 * remit_sidebar_set_badge:
 * @n: a number to stand beside the view; 0 for none
 * @words: what it counts
 */
void remit_sidebar_set_badge (RemitSidebar *self,
                              const char *view,
                              guint n,
                              const char *words);

/** Takes away what there is of the present alone. */
void remit_sidebar_set_past (RemitSidebar *self);

/** Counts at “Findings” what @checker finds and nobody accepts. */
void remit_sidebar_watch_findings (RemitSidebar *self,
                                   RemitChecker *checker);
