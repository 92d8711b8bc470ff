/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook of OpenDocument: its sheets, which are all in one part. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/remit-exchange.h"
#include "remit-ods.h"

const char *const remit_ods_namespaces[] = {
  "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
  NULL
};

/* ── What it is ───────────────────────────────────────────────────────────────────────────── */

static const char *const manifest_namespaces[] = {
  "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", NULL
};

static gboolean
on_manifest (RemitSheetXml *xml G_GNUC_UNUSED,
             int namespace G_GNUC_UNUSED,
             const char *name,
             gpointer data,
             GError **error)
{
  return !g_str_equal (name, "encryption-data")
         || remit_exchange_refuse (error, _ ("The workbook is protected by a password. Save the "
                                             "workbook again without one."));
}

static gboolean
check_protection (RemitWorkbook *self,
                  GError **error)
{
  static const RemitSheetXmlHandler handler = { manifest_namespaces, on_manifest, NULL };

  return !remit_package_has (self->package, "META-INF/manifest.xml")
         || remit_sheet_xml_parse (self->package, "META-INF/manifest.xml", &handler, NULL, error);
}

/* ── The sheets ───────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitWorkbook *self;
  gboolean is_spreadsheet;
  guint depth;        /* of tables, one of which can be in a cell of another */
  char *style;        /* that is being defined */
  GHashTable *hidden; /* the styles of tables that are not shown */
} Loading;

static gboolean
on_content (RemitSheetXml *xml,
            int namespace,
            const char *name,
            gpointer data,
            GError **error G_GNUC_UNUSED)
{
  Loading *self = data;
  g_autofree char *style = NULL;

  if (namespace == REMIT_ODS_OFFICE && g_str_equal (name, "spreadsheet"))
    self->is_spreadsheet = TRUE;
  if (namespace == REMIT_ODS_STYLE && g_str_equal (name, "style"))
    {
      g_free (self->style);
      self->style = remit_sheet_xml_dup (xml, REMIT_ODS_STYLE, "name");
    }
  if (namespace == REMIT_ODS_STYLE && g_str_equal (name, "table-properties")
      && self->style != NULL && remit_sheet_xml_is (xml, REMIT_ODS_TABLE, "display", "false"))
    g_hash_table_add (self->hidden, g_steal_pointer (&self->style));
  if (namespace != REMIT_ODS_TABLE || !g_str_equal (name, "table") || !self->is_spreadsheet
      || self->depth++ > 0)
    return TRUE;
  style = remit_sheet_xml_dup (xml, REMIT_ODS_TABLE, "style-name");
  remit_workbook_add_sheet (self->self, remit_sheet_xml_dup (xml, REMIT_ODS_TABLE, "name"),
                            style != NULL && g_hash_table_contains (self->hidden, style), NULL);
  return TRUE;
}

static gboolean
end_content (RemitSheetXml *xml G_GNUC_UNUSED,
             int namespace,
             const char *name,
             gpointer data,
             GError **error G_GNUC_UNUSED)
{
  Loading *self = data;

  if (namespace == REMIT_ODS_TABLE && g_str_equal (name, "table") && self->depth > 0)
    self->depth--;
  /* what comes behind may be tables, but no sheets */
  if (namespace == REMIT_ODS_OFFICE && g_str_equal (name, "spreadsheet"))
    self->is_spreadsheet = FALSE;
  return TRUE;
}

gboolean
remit_ods_load (RemitWorkbook *self,
                GError **error)
{
  static const RemitSheetXmlHandler handler = { remit_ods_namespaces, on_content, end_content };
  g_autoptr (GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Loading loading = { .self = self, .hidden = hidden };
  gboolean done;

  done = check_protection (self, error)
         && remit_sheet_xml_parse (self->package, "content.xml", &handler, &loading, error);
  g_free (loading.style);
  return done;
}
