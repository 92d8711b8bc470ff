/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns and cells of tables that are fields of entities, in words. */
#pragma once

#include "remit-book-tables.h"

/** Adds a column for a field, unless the audience is not given it. @header: (nullable): instead of
 * the label of the field */
void remit_book_add_field_column (RemitBook *self,
                                  const RemitField *field,
                                  const char *header);

/**
 * remit_book_add_field:
 * @record: (nullable): for an empty cell
 *
 * Fills the cell of such a column: choices by their labels, references by names.
 */
void remit_book_add_field (RemitBook *self,
                           const RemitEntityInfo *info,
                           const RemitRecord *record,
                           guint field);

/** The same for all of a list of fields. */
void remit_book_add_field_columns (RemitBook *self,
                                   const RemitEntityInfo *info,
                                   const guint *fields,
                                   guint n);
void remit_book_add_fields (RemitBook *self,
                            const RemitRecord *record,
                            const guint *fields,
                            guint n);

/** Adds the column of what Remit knows the rows by, if it is asked for; @header says of what. */
void remit_book_add_key_column (RemitBook *self,
                                const char *header);
/** Fills its cell; @record: (nullable): for an empty one */
void remit_book_add_key (RemitBook *self,
                         const RemitRecord *record);
