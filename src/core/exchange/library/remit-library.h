/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ready-made roles, skills, decisions and ladders, read from plan files, for plans to take from. */
#pragma once

#include "model/remit-entities.h"

/**
 * RemitLibraryPart:
 * @record: a right of a decision, or a level of a ladder
 * @role: the key of the role that holds it
 * @holder: that role as the file has it, in the user's language
 */
typedef struct {
  RemitRecord *record;
  char *role;
  RemitRecord *holder;
} RemitLibraryPart;

/**
 * RemitLibraryItem:
 * @key: by which it is known: a role’s or decision’s key, a skill’s name, a ladder’s name as a key
 * @group: the heading under which it is shown: the name of its file, or the category of a skill
 * @title: this, @group and @text in the user's language
 * @text: the description, with a role's accountabilities, a skill's levels, the holders of a
 *   decision's rights or the levels of a ladder, a line each
 * @record: the values, in the user's language; a skill keeps its name
 * @parts: (element-type RemitLibraryPart): the rights of a decision: of the roles with the same
 *   letter those that come first are wanted first. The levels of a ladder: of those at the same
 *   position the first is wanted first
 */
typedef struct {
  RemitKind kind;
  char *key;
  char *group;
  char *title;
  char *text;
  RemitRecord *record;
  GPtrArray *parts;
} RemitLibraryItem;

/** The kinds that have a library, ending with %REMIT_KIND_NONE. */
extern const RemitKind remit_library_kinds[];

/** Returns: the data folder of the library of a kind: "decisions" */
const char *remit_library_get_folder (RemitKind kind);

/**
 * remit_library_load:
 * @kind: one of %remit_library_kinds
 * @problems: (out) (optional) (transfer full) (element-type utf8): what cannot be used in files,
 *   where it is, and why, in words
 *
 * Reads the plan files in the folder of the kind in the program's data, and in that of the user's
 * data folder (`remit/decisions`). Of two items with the same key, the user's counts.
 *
 * Returns: (transfer full) (element-type RemitLibraryItem): in the order of the files
 */
GPtrArray *remit_library_load (RemitKind kind,
                               GPtrArray **problems);

/** Returns: (transfer none) (nullable): the item with a key, in either case */
const RemitLibraryItem *remit_library_find (GPtrArray *library,
                                            const char *key);

/** Returns: whether all words that were typed are in what is said of the item */
gboolean remit_library_item_matches (const RemitLibraryItem *item,
                                     const char *typed);
