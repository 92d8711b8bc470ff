/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of views, onto the clipboard and into files. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/paper/remit-view-picture.h"
#include "store/workspace/remit-workspace.h"
#include "widgets/charts/remit-chart.h"

/**
 * remit_picture_copy:
 *
 * Puts a picture of all of a plan's board, map or matrix onto the clipboard: as PNG and SVG, and as
 * a table in HTML and in text, for whatever it is pasted into. Without what is confidential. A
 * toast in @parent says what came of it.
 */
void remit_picture_copy (GtkWindow *parent,
                         RemitWorkspace *workspace,
                         gint64 plan,
                         RemitPictureSubject subject);

/** Asks for a file, and writes it there, as SVG, PNG or PDF by its name. */
void remit_picture_ask (GtkWindow *parent,
                        RemitWorkspace *workspace,
                        gint64 plan,
                        RemitPictureSubject subject);

/** Writes it to @file, or says why it cannot be written there. */
void remit_picture_save (GtkWindow *parent,
                         RemitWorkspace *workspace,
                         gint64 plan,
                         RemitPictureSubject subject,
                         GFile *file);

/** The same of a chart as the window has it. @title: stands above it, and is its file's name */
void remit_picture_copy_chart (GtkWindow *parent,
                               RemitChart *chart,
                               const char *title);
void remit_picture_ask_chart (GtkWindow *parent,
                              RemitChart *chart,
                              const char *title);
void remit_picture_save_chart (GtkWindow *parent,
                               RemitChart *chart,
                               const char *title,
                               GFile *file);

/** Reads the target of an action. Returns: whether it is one of %remit_picture_nicks */
gboolean remit_picture_parse_target (GVariant *target,
                                     RemitPictureSubject *subject);
