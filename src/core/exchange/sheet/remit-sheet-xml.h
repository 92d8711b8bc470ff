/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the XML of a workbook's parts as a stream. */
#pragma once

#include "remit-package.h"

typedef struct _RemitSheetXml RemitSheetXml;

/**
 * RemitSheetXmlHandler:
 * @namespaces: (array zero-terminated=1): those that are of interest: elements of others are passed
 *   over, but not what is within them
 * @start: (nullable): called at the start of an element, with the place of its namespace in these
 * @end: (nullable): called at its end, with the text that was collected
 *
 * Each returns whether to read on; %FALSE with @error set fails, without ends the reading.
 */
typedef struct {
  const char *const *namespaces;
  gboolean (*start) (RemitSheetXml *xml, int namespace, const char *name, gpointer data,
                     GError **error);
  gboolean (*end) (RemitSheetXml *xml, int namespace, const char *name, gpointer data,
                   GError **error);
} RemitSheetXmlHandler;

/**
 * remit_sheet_xml_parse:
 *
 * Reads a part. It cannot reach beyond itself: there are no DTDs, no entities and no network.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: it is no XML as it should be; those of the handler
 */
gboolean remit_sheet_xml_parse (RemitPackage *package,
                                const char *part,
                                const RemitSheetXmlHandler *handler,
                                gpointer data,
                                GError **error);

/**
 * remit_sheet_xml_get:
 * @namespace: of the attribute: its place in the list; -1 for one without a namespace
 * @length: (out)
 *
 * Returns: (transfer none) (nullable): the attribute of the element that starts, which does not end
 *   with a zero, but with something that is no part of any number or word
 */
const char *remit_sheet_xml_get (RemitSheetXml *self,
                                 int namespace,
                                 const char *name,
                                 gsize *length);

/** Returns: (transfer full) (nullable): the same as a string */
char *remit_sheet_xml_dup (RemitSheetXml *self,
                           int namespace,
                           const char *name);
/** Returns: whether there is such an attribute, with that value */
gboolean remit_sheet_xml_is (RemitSheetXml *self,
                             int namespace,
                             const char *name,
                             const char *value);
/** Returns: whether there is such an attribute, and it says so: "1", "true" */
gboolean remit_sheet_xml_is_true (RemitSheetXml *self,
                                  const char *name);
/** Returns: the number that it says, or @otherwise */
guint64 remit_sheet_xml_get_number (RemitSheetXml *self,
                                    int namespace,
                                    const char *name,
                                    guint64 otherwise);

/** Begins to collect text, up to remit_sheet_xml_rest(); what was collected before is kept. */
void remit_sheet_xml_collect (RemitSheetXml *self);
void remit_sheet_xml_rest (RemitSheetXml *self);
/** Returns: (transfer none): what was collected, which may be changed, or emptied */
GString *remit_sheet_xml_get_text (RemitSheetXml *self);
