/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a section of the report says, in rows. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

/** Returns: (transfer full) (element-type GPtrArray): rows of texts, of which the first is the
 * head; of the board of teams, by @section */
GPtrArray *remit_view_table_new_board (const xmlNode *section);

/** The same of the map: a row a team. @section: the board's */
GPtrArray *remit_view_table_new_map (const xmlNode *section);

/** The same of the matrix: a row a decision, of each team after a row with its name. */
GPtrArray *remit_view_table_new_matrix (const xmlNode *section);

/** Returns: (transfer full): rows as HTML */
char *remit_view_table_dup_html (const GPtrArray *rows);

/** Returns: (transfer full): rows as lines, with tabs */
char *remit_view_table_dup_text (const GPtrArray *rows);
