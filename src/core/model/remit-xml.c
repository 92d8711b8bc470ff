/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers of small files in XML share, which read them as a tree. */
#include "remit-xml.h"

gboolean
remit_xml_is (const xmlNode *node,
              const char *name)
{
  return node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, BAD_CAST name);
}

char *
remit_xml_dup_attribute (xmlNode *node,
                         const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}
