/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view as a picture and as a table, for slides, mails and spreadsheets. */
#pragma once

#include "exchange/remit-exporter.h"
#include "remit-picture-file.h"

/** What of a plan a picture shows. */
typedef enum {
  REMIT_PICTURE_BOARD,
  REMIT_PICTURE_MAP,
  REMIT_PICTURE_MATRIX,
  REMIT_N_PICTURES
} RemitPictureSubject;

/** Their names in actions, ending with %NULL. */
extern const char *const remit_picture_nicks[REMIT_N_PICTURES + 1];

/**
 * RemitViewPicture:
 *
 * All of the board, the map or the matrix of a plan, however much of it is in sight, as the report
 * has it for the audience of an export. For one thread at a time.
 */
typedef struct _RemitViewPicture RemitViewPicture;

/**
 * remit_view_picture_new:
 *
 * Errors: as of remit_report_build(); %REMIT_EXCHANGE_ERROR_REFUSED: there is nothing to be seen,
 *   such as no team
 */
RemitViewPicture *remit_view_picture_new (const RemitExport *export,
                                          RemitPictureSubject subject,
                                          GError **error);
void remit_view_picture_free (RemitViewPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitViewPicture, remit_view_picture_free)

/** Returns: (transfer full) (nullable): the bytes of a file, or %NULL with @error set */
GBytes *remit_view_picture_draw (RemitViewPicture *self,
                                 RemitPictureFormat format,
                                 GError **error);

/** Returns: (transfer full): the same as a table of HTML, in which nothing that was typed is
 * markup or begins a formula */
char *remit_view_picture_dup_html (RemitViewPicture *self);

/** Returns: (transfer full): the same as lines whose cells are parted by tabs, none of which begins
 * a formula */
char *remit_view_picture_dup_text (RemitViewPicture *self);
