/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is who: people by number, e-mail address and name. */
#pragma once

#include "store/remit-store.h"

typedef struct _RemitCsvPerson RemitCsvPerson;

/**
 * RemitCsvPerson:
 * @number: (nullable): as in the system they came from
 * @email: (nullable)
 * @about: (nullable): what tells those apart who have nothing but a name: title and unit, folded
 * @line: the line of the file that they stand in, 0 when they do not
 * @next: another one of the same name
 */
struct _RemitCsvPerson
{
  gint64 id;
  const char *number;
  const char *email;
  const char *name;
  const char *about;
  guint line;
  RemitCsvPerson *next;
};

typedef struct _RemitCsvDirectory RemitCsvDirectory;

/** Reads who is in the workspace. */
RemitCsvDirectory *remit_csv_directory_new (RemitStore *store,
                                            GError **error);
void remit_csv_directory_free (RemitCsvDirectory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCsvDirectory, remit_csv_directory_free)

/** Returns: (transfer full): what a person's title and unit are kept as */
char *remit_csv_directory_dup_about (const char *title,
                                     const char *unit);

/** Adds somebody; empty texts are none. */
RemitCsvPerson *remit_csv_directory_add (RemitCsvDirectory *self,
                                         gint64 id,
                                         const char *number,
                                         const char *email,
                                         const char *name,
                                         const char *about,
                                         guint line);

/** Says that somebody stands in a line, with a number and an address that may be new. */
void remit_csv_directory_claim (RemitCsvDirectory *self,
                                RemitCsvPerson *person,
                                const char *number,
                                const char *email,
                                guint line);

/**
 * RemitCsvMatch:
 * @REMIT_CSV_MATCH_NONE: it is nobody who is there
 * @REMIT_CSV_MATCH_ONE: it is somebody
 * @REMIT_CSV_MATCH_SEVERAL: it may be one of several
 */
typedef enum {
  REMIT_CSV_MATCH_NONE,
  REMIT_CSV_MATCH_ONE,
  REMIT_CSV_MATCH_SEVERAL,
} RemitCsvMatch;

/**
 * remit_csv_directory_match:
 * @person: (out): who it is, or, without a match, who else has the same address; or %NULL
 *
 * Finds who a row is about. The number decides; then the address, unless both have numbers, which
 * differ; then the name, unless both have numbers or addresses. A person who stands in the file
 * already is only found by name when there is nothing but the name to tell them apart, and title
 * and unit do not. Of several who have nothing but the name, it is the one of the same title and
 * unit.
 */
RemitCsvMatch remit_csv_directory_match (RemitCsvDirectory *self,
                                         const char *number,
                                         const char *email,
                                         const char *name,
                                         const char *about,
                                         RemitCsvPerson **person);

/**
 * remit_csv_directory_find_key:
 * @key: a number or an e-mail address
 * @person: (out): who it is, or %NULL
 */
gboolean remit_csv_directory_find_key (RemitCsvDirectory *self,
                                       const char *key,
                                       RemitCsvPerson **person);

/**
 * remit_csv_directory_find:
 * @text: a number, an e-mail address or a name
 * @person: (out): who it is, or %NULL
 */
RemitCsvMatch remit_csv_directory_find (RemitCsvDirectory *self,
                                        const char *text,
                                        RemitCsvPerson **person);

/** Hash and equality of numbers and e-mail addresses, for which letter case does not count. */
guint remit_csv_key_hash (gconstpointer key);
gboolean remit_csv_key_equal (gconstpointer a,
                              gconstpointer b);
