/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is who: people by number, e-mail address and name. */
#pragma once

#include "store/remit-store.h"

typedef struct _RemitTablePerson RemitTablePerson;

/**
 * RemitTablePerson:
 * @number: (nullable): as in the system they came from
 * @email: (nullable)
 * @about: (nullable): what tells those apart who have nothing but a name: title and unit, folded
 * @unit: (nullable): of those who were there before
 * @until: their last day, or 0
 * @line: the line of the file that they stand in, 0 when they do not
 * @is_old: whether they were there before
 * @is_expected: whether the file has a row with their number or address
 * @next: another one of the same name
 */
struct _RemitTablePerson {
  gint64 id;
  const char *number;
  const char *email;
  const char *name;
  const char *about;
  const char *unit;
  gint64 until;
  guint line;
  gboolean is_old;
  gboolean is_expected;
  RemitTablePerson *next;
};

/** What of a row decides who it is about; what it lacks is empty. */
typedef struct {
  char *number;
  char *email;
  char *name;
  char *about; /* title and unit, see remit_table_directory_dup_about() */
  const char *unit;
} RemitTableWho;

typedef struct _RemitTableDirectory RemitTableDirectory;

/** Reads who is in the workspace. */
RemitTableDirectory *remit_table_directory_new (RemitStore *store,
                                                GError **error);
void remit_table_directory_free (RemitTableDirectory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitTableDirectory, remit_table_directory_free)

/** Returns: (transfer full): what a person's title and unit are kept as */
char *remit_table_directory_dup_about (const char *title,
                                       const char *unit);

/** Adds somebody. */
RemitTablePerson *remit_table_directory_add (RemitTableDirectory *self,
                                             gint64 id,
                                             const RemitTableWho *who,
                                             guint line);

/** Says that somebody stands in a line, with a number and an address that may be new. */
void remit_table_directory_claim (RemitTableDirectory *self,
                                  RemitTablePerson *person,
                                  const RemitTableWho *who,
                                  guint line);

/** Says that the file has a row with a number and an address, before any is matched: a row whose
 * address is unknown is not taken for somebody who has a row. */
void remit_table_directory_expect (RemitTableDirectory *self,
                                   const char *number,
                                   const char *email);

/** Returns: how many there are, and one of them */
guint remit_table_directory_get_n (RemitTableDirectory *self);
const RemitTablePerson *remit_table_directory_get (RemitTableDirectory *self,
                                                   guint i);

/**
 * RemitTableMatch:
 * @REMIT_TABLE_MATCH_NONE: it is nobody who is there
 * @REMIT_TABLE_MATCH_ONE: it is somebody
 * @REMIT_TABLE_MATCH_SEVERAL: it may be one of several
 */
typedef enum {
  REMIT_TABLE_MATCH_NONE,
  REMIT_TABLE_MATCH_ONE,
  REMIT_TABLE_MATCH_SEVERAL,
} RemitTableMatch;

/**
 * remit_table_directory_match:
 * @person: (out): who it is, or, without a match, who else has the same address; or %NULL
 *
 * Finds who a row is about. The number decides; then the address, unless both have numbers, which
 * differ; then the name, unless both have numbers or addresses. A person who stands in the file
 * already is only found by name when there is nothing but the name to tell them apart, and title
 * and unit do not. Of several who have nothing but the name, it is the one of the same title and
 * unit.
 *
 * Who is the only one of the name in the unit is the same person with another address, unless both
 * have numbers, or the file has a row with the old one, too. A name the other way round, “Lovelace
 * Ada”, is the same in the same unit; in Han signs, kana and hangul it is anywhere.
 */
RemitTableMatch remit_table_directory_match (RemitTableDirectory *self,
                                             const RemitTableWho *who,
                                             RemitTablePerson **person);

/**
 * remit_table_directory_find_key:
 * @key: a number or an e-mail address
 * @person: (out): who it is, or %NULL
 */
gboolean remit_table_directory_find_key (RemitTableDirectory *self,
                                         const char *key,
                                         RemitTablePerson **person);

/**
 * remit_table_directory_find:
 * @text: a number, an e-mail address or a name
 * @person: (out): who it is, or %NULL
 */
RemitTableMatch remit_table_directory_find (RemitTableDirectory *self,
                                            const char *text,
                                            RemitTablePerson **person);

/** Hash and equality of numbers and e-mail addresses, which are compared as remit_text_fold() has
 * them. */
guint remit_table_key_hash (gconstpointer key);
gboolean remit_table_key_equal (gconstpointer a,
                                gconstpointer b);
