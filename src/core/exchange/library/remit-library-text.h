/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What items of the library are called, and how they are described. */
#pragma once

#include "remit-library.h"

/** Returns: (transfer full): the key of an item: empty when it has none. @record: not translated */
char *remit_library_dup_key (const RemitRecord *record);

/** Returns: (transfer full): the heading of an item from a file called @file */
char *remit_library_dup_group (const RemitRecord *record,
                               const char *file);

char *remit_library_dup_title (const RemitRecord *record);

/** Returns: (transfer full): the description of an item with all its parts, some lines */
char *remit_library_dup_text (const RemitLibraryItem *item);
