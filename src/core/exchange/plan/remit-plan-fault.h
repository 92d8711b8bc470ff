/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a file in XML, in words. */
#pragma once

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#if LIBXML_VERSION < 21200
typedef xmlError RemitXmlError;
#else
typedef const xmlError RemitXmlError;
#endif

/**
 * remit_plan_describe_fault:
 * @error: what libxml2 says of the form of a file
 * @parser: (nullable): who read it
 * @is_empty: whether there was nothing to read
 *
 * Returns: (transfer full): the same in words that say what to do
 */
char *remit_plan_describe_fault (RemitXmlError *error,
                                 xmlParserCtxt *parser,
                                 gboolean is_empty);
