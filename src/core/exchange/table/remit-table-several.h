/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people whom one cell names: "Ada Lovelace; Grace Hopper (50 %)". */
#pragma once

#include "remit-table-directory.h"
#include "remit-table-private.h"

/**
 * RemitTableHolder:
 * @text: how the cell names them; empty for nobody
 * @match: whether that is one person, several of one name, or nobody who is known
 * @person: (nullable): who that is
 * @percent: what the cell says behind the name, or -1
 */
typedef struct {
  char *text;
  RemitTableMatch match;
  RemitTablePerson *person;
  gint64 percent;
} RemitTableHolder;

/**
 * remit_table_several_read:
 * @text: a cell, with its line breaks
 *
 * Finds the people whom a cell names: by number, address or name, or by a number or an address
 * beside the name: "Ada Lovelace (P17)". Line breaks, semicolons and bars part several of them; so
 * do "/", "&" and the like, and "and" in the languages of `words/tables.ini`, when one of the parts
 * is somebody; commas do when two of them are, since "Lovelace, Ada" is one.
 *
 * Returns: (transfer full) (element-type RemitTableHolder): at least one
 */
GPtrArray *remit_table_several_read (RemitTableJob *job,
                                     RemitTableDirectory *directory,
                                     const char *text);
