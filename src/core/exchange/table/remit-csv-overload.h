/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has more load than capacity after an import of seats. */
#pragma once

#include "remit-csv-private.h"

G_BEGIN_DECLS

/**
 * remit_csv_overload_note:
 * @seated: (element-type gint64): the people whom the file has in seats
 *
 * Notes a line for each of them whose assignments in the plan come, on some day from today on, to
 * more than their capacity; counted from what the workspace has now. The worst come first.
 */
gboolean remit_csv_overload_note (RemitCsvJob *job,
                                  gint64 plan,
                                  GHashTable *seated,
                                  GError **error);

G_END_DECLS
