/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook: which of both kinds it is, and its sheets. */
#include "remit-workbook.h"

#include <glib/gi18n-lib.h>

#include "exchange/remit-exchange.h"
#include "remit-workbook-private.h"

static void
sheet_free (gpointer data)
{
  RemitWorkbookSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

void
remit_workbook_add_sheet (RemitWorkbook *self,
                          char *name,
                          gboolean is_hidden,
                          char *part)
{
  RemitWorkbookSheet *sheet = g_new0 (RemitWorkbookSheet, 1);

  /* one without a name counts, too */
  sheet->name = name != NULL ? name : g_strdup ("");
  sheet->is_hidden = is_hidden;
  sheet->part = part;
  g_ptr_array_add (self->sheets, sheet);
}

/* What other programs store as an archive, too. */
static gboolean
refuse_kind (RemitWorkbook *self,
             GError **error)
{
  if (remit_package_has (self->package, "Index/Document.iwa")
      || remit_package_has (self->package, "Index.zip"))
    return remit_exchange_refuse (error, _ ("This is a Numbers document. Export it to Excel "
                                            "(.xlsx) or CSV."));
  return remit_exchange_refuse (error, _ ("This is an archive, not a workbook (.xlsx or .ods). If "
                                          "the archive contains a workbook, unpack it first."));
}

static gboolean
load (RemitWorkbook *self,
      GError **error)
{
  if (remit_package_has (self->package, "_rels/.rels"))
    return remit_xlsx_load (self, error);
  if (!remit_package_has (self->package, "content.xml"))
    return refuse_kind (self, error);
  self->is_ods = TRUE;
  return remit_ods_load (self, error);
}

RemitWorkbook *
remit_workbook_open (int fd,
                     GError **error)
{
  g_autoptr (RemitWorkbook) self = g_new0 (RemitWorkbook, 1);

  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->package = remit_package_open (fd, error);
  if (self->package == NULL || !load (self, error))
    return NULL;
  if (self->sheets->len > 0)
    return g_steal_pointer (&self);
  remit_exchange_refuse (error, _ ("The document has no sheet with cells. If this is a text or a "
                                   "presentation, copy the table into a spreadsheet."));
  return NULL;
}

void
remit_workbook_free (RemitWorkbook *self)
{
  if (self == NULL)
    return;
  remit_package_free (self->package);
  g_ptr_array_unref (self->sheets);
  g_free (self->strings_part);
  if (self->strings != NULL)
    g_string_free (self->strings, TRUE);
  g_clear_pointer (&self->offsets, g_array_unref);
  g_free (self->styles_part);
  g_clear_pointer (&self->formats, g_array_unref);
  g_free (self);
}

GPtrArray *
remit_workbook_get_sheets (RemitWorkbook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sheets;
}

gboolean
remit_workbook_read (RemitWorkbook *self,
                     guint sheet,
                     RemitSheetReading *reading,
                     GError **error)
{
  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, FALSE);

  if (self->is_ods)
    return remit_ods_read (self, sheet, reading, error);
  return remit_xlsx_read (self, g_ptr_array_index (self->sheets, sheet), reading, error);
}
