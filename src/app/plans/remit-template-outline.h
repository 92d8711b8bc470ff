/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content of a template: teams, slots and their purposes. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/library/remit-template-details.h"

/** Fills the box @teams. @details: (nullable): for nothing */
void remit_template_outline_show (GtkBox *teams,
                                  const RemitTemplateDetails *details);
