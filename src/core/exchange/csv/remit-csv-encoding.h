/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which encoding a text is that is not UTF-8. */
#pragma once

#include <glib.h>

/** Returns: (transfer none) (nullable): "UTF-16LE" or "UTF-16BE" for bytes that are so, with or
 * without a mark */
const char *remit_csv_encoding_find_utf_16 (const char *bytes,
                                            gsize length);

/**
 * RemitCsvWestern:
 * @n_high: bytes that are not ASCII
 * @n_odd: of these, those that make no sense in Latin-1 or Windows-1252: a sign within a word, a
 *   capital behind a small letter, a word of nothing but such letters
 *
 * Whether a text is in Western European languages, as far as its bytes were seen. Zeroed at first.
 */
typedef struct {
  gsize n_high;
  gsize n_odd;
  guint n_letters;      /* of the word so far */
  guint n_high_letters; /* and those that are not ASCII */
  gboolean after_small;
  gboolean after_sign;
} RemitCsvWestern;

void remit_csv_western_add (RemitCsvWestern *self,
                            const char *bytes,
                            gsize length);
gboolean remit_csv_western_is_likely (const RemitCsvWestern *self);

/**
 * remit_csv_encoding_recode:
 * @fd: the file, from its start
 * @encoding: as iconv knows it
 *
 * Returns: a file without a name that has the same text as UTF-8, without a mark; -1 with @error
 * set
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: there is no such encoding, or the file is not in it;
 *   %REMIT_EXCHANGE_ERROR_UNREADABLE
 */
int remit_csv_encoding_recode (int fd,
                               const char *encoding,
                               GError **error);
