/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a CSV file: its encoding, and its bytes as UTF-8, block by block. */
#pragma once

#include <glib.h>

typedef struct _RemitCsvText RemitCsvText;

/**
 * remit_csv_text_open:
 * @fd: (transfer full): the file
 * @name: what it is called in messages
 * @chosen: (nullable): the encoding of the file, as iconv knows it, or %NULL to find out
 * @encoding: (out) (transfer none): "UTF-8", "ISO-8859-1", "WINDOWS-1252", "UTF-16LE", "UTF-16BE",
 *   or what was chosen
 * @odd_line: (out): the first line that is not UTF-8; 0 when the whole file is
 *
 * Reads the file once to see how it is encoded. What is neither UTF-8 nor UTF-16 is taken for
 * Latin-1, or, when it has characters where Latin-1 has none, for Windows-1252, if it makes sense
 * so, and if another encoding is not more likely, in which it has other letters.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE; %REMIT_EXCHANGE_ERROR_REFUSED for NUL bytes, what says
 * that it is UTF-8 but is not, and what makes no sense, with the line; for what is not in the
 * chosen encoding
 */
RemitCsvText *remit_csv_text_open (int fd,
                                   const char *name,
                                   const char *chosen,
                                   const char **encoding,
                                   guint *odd_line,
                                   GError **error);
/** Returns: (nullable): the encoding in which a file may be that is not UTF-8 */
const char *remit_csv_text_propose (int fd);

void remit_csv_text_free (RemitCsvText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCsvText, remit_csv_text_free)

/** Goes back to the start of the text, after a byte-order mark. */
gboolean remit_csv_text_rewind (RemitCsvText *self,
                                GError **error);

/**
 * remit_csv_text_read:
 * @block: (out) (transfer none): the next part of the text, until the next call
 * @length: (out): its length in bytes, 0 at the end
 */
gboolean remit_csv_text_read (RemitCsvText *self,
                              const char **block,
                              gsize *length,
                              GError **error);

/** Returns: the share of the file that was read since the start, 0 to 1 */
double remit_csv_text_get_share (RemitCsvText *self);
