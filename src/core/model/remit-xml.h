/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers of small files in XML share, which read them as a tree. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

/** Returns: whether it is an element of that name, whatever its namespace */
gboolean remit_xml_is (const xmlNode *node,
                       const char *name);

/** Returns: (transfer full) (nullable): an attribute without a namespace */
char *remit_xml_dup_attribute (xmlNode *node,
                               const char *name);
