/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which encoding a file in XML says that it is in. */
#pragma once

#include <glib.h>

/**
 * remit_plan_encoding_dup_other:
 * @bytes: (array length=length): those that the file begins with, the first line whole
 *
 * Looks at the mark of the byte order and the XML declaration, as XML 1.0 says in its appendix F.
 *
 * Returns: (transfer full) (nullable): the name of the encoding, when it is another one than UTF-8
 *   (or its part, ASCII) and UTF-16
 */
char *remit_plan_encoding_dup_other (const char *bytes,
                                     gsize length);

/** Returns: (transfer full) (nullable): translated: why a file in such an encoding is refused;
 *   %NULL when it is not */
char *remit_plan_encoding_dup_refusal (const char *bytes,
                                       gsize length);
