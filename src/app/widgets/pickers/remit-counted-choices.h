/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drop-down in which each choice says how many it would find. */
#pragma once

#include <gtk/gtk.h>

/** A choice of a drop-down. @n: how many it would find, or -1 when that is not told */
typedef struct {
  const char *name;
  int n;
} RemitCountedChoice;

/** Prepares a drop-down that has no model; at first it offers @none alone, which stands for all. */
void remit_counted_choices_set_up (GtkDropDown *drop_down,
                                   const char *none);

/**
 * remit_counted_choices_offer:
 * @choices: what is offered after the first, each name once
 *
 * What is chosen stays so: when it is not among them, it is offered as one that finds nobody.
 */
void remit_counted_choices_offer (GtkDropDown *drop_down,
                                  const RemitCountedChoice *choices,
                                  guint n_choices);

/** Sets how many the first would find. */
void remit_counted_choices_set_all (GtkDropDown *drop_down,
                                    int n);

/** Returns: (transfer none) (nullable): the name that is chosen, %NULL for the first */
const char *remit_counted_choices_get (GtkDropDown *drop_down);
