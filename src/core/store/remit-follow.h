/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logs that mention a person who is merged into another. */
#pragma once

#include "remit-edit.h"

/**
 * remit_edit_let_follow:
 * @gone: a person whom the edit is going to delete
 * @kept: the person who stands for them from then on
 *
 * Until @gone is deleted, entries of logs may be made to refer to @kept instead of @gone. Nothing
 * else in them can change, not even the name that was written down. An edit that does not delete
 * @gone cannot be committed.
 */
gboolean remit_edit_let_follow (RemitEdit *edit,
                                gint64 gone,
                                gint64 kept,
                                GError **error);
