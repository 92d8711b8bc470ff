/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook of Office Open XML: where its parts are, and what sheets it has. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/remit-exchange.h"
#include "remit-workbook-private.h"

/* ── Relationships ────────────────────────────────────────────────────────────────────────── */

static const char *const relationship_namespaces[] = {
  "http://schemas.openxmlformats.org/package/2006/relationships", NULL
};

/* @kind: the last word of its type: "worksheet", "styles", … */
typedef struct {
  char *id;
  char *kind;
  char *part;
} Relationship;

/* Those of one part, which are relative to the folder in which it is. */
typedef struct {
  const char *folder;
  GPtrArray *all;
} Relationships;

static void
relationship_free (gpointer data)
{
  Relationship *self = data;

  g_free (self->id);
  g_free (self->kind);
  g_free (self->part);
  g_free (self);
}

/* Returns: (transfer full): the name of a part, with all ".." taken */
static char *
resolve (const char *folder,
         const char *target)
{
  g_autofree char *path = *target == '/' ? g_strdup (target)
                                         : g_strconcat ("/", folder, target, NULL);
  g_autofree char *whole = g_canonicalize_filename (path, "/");

  return g_strdup (whole + 1);
}

static gboolean
on_relationship (RemitSheetXml *xml,
                 int namespace G_GNUC_UNUSED,
                 const char *name,
                 gpointer data,
                 GError **error G_GNUC_UNUSED)
{
  Relationships *self = data;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  Relationship *relationship;

  if (!g_str_equal (name, "Relationship")
      || remit_sheet_xml_is (xml, -1, "TargetMode", "External"))
    return TRUE;
  type = remit_sheet_xml_dup (xml, -1, "Type");
  target = remit_sheet_xml_dup (xml, -1, "Target");
  if (type == NULL || target == NULL)
    return TRUE;
  relationship = g_new0 (Relationship, 1);
  relationship->id = remit_sheet_xml_dup (xml, -1, "Id");
  relationship->kind = g_path_get_basename (type);
  relationship->part = resolve (self->folder, target);
  g_ptr_array_add (self->all, relationship);
  return TRUE;
}

/* Returns: (transfer full) (nullable): what a part refers to; of the whole with "" */
static GPtrArray *
load_relationships (RemitWorkbook *self,
                    const char *part,
                    GError **error)
{
  static const RemitSheetXmlHandler handler = { relationship_namespaces, on_relationship, NULL };
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (relationship_free);
  const char *slash = strrchr (part, '/');
  g_autofree char *folder = slash != NULL ? g_strndup (part, (gsize) (slash + 1 - part))
                                          : g_strdup ("");
  g_autofree char *name = g_strconcat (folder, "_rels/", slash != NULL ? slash + 1 : part, ".rels",
                                       NULL);
  Relationships found = { folder, all };

  if (!remit_sheet_xml_parse (self->package, name, &handler, &found, error))
    return NULL;
  return g_steal_pointer (&all);
}

static const Relationship *
find_kind (GPtrArray *relationships,
           const char *kind)
{
  for (guint i = 0; i < relationships->len; i++)
    if (g_strcmp0 (((Relationship *) g_ptr_array_index (relationships, i))->kind, kind) == 0)
      return g_ptr_array_index (relationships, i);
  return NULL;
}

static const Relationship *
find_id (GPtrArray *relationships,
         const char *id)
{
  for (guint i = 0; i < relationships->len; i++)
    if (g_strcmp0 (((Relationship *) g_ptr_array_index (relationships, i))->id, id) == 0)
      return g_ptr_array_index (relationships, i);
  return NULL;
}

/* ── The workbook ─────────────────────────────────────────────────────────────────────────── */

enum { MAIN, MAIN_STRICT, REFERENCE, REFERENCE_STRICT };

static const char *const workbook_namespaces[] = {
  REMIT_XLSX_NAMESPACES, "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "http://purl.oclc.org/ooxml/officeDocument/relationships", NULL
};

typedef struct {
  RemitWorkbook *self;
  GPtrArray *relationships;
} Loading;

/* Sheets of charts, dialogs and macros have no cells. */
static void
add_sheet (Loading *self,
           RemitSheetXml *xml)
{
  g_autofree char *id = remit_sheet_xml_dup (xml, REFERENCE, "id");
  const Relationship *relationship;
  char *name;

  if (id == NULL)
    id = remit_sheet_xml_dup (xml, REFERENCE_STRICT, "id");
  relationship = find_id (self->relationships, id);
  if (relationship == NULL || g_strcmp0 (relationship->kind, "worksheet") != 0)
    return;
  name = remit_sheet_xml_dup (xml, -1, "name");
  remit_workbook_add_sheet (self->self, name != NULL ? name : g_strdup (""),
                            remit_sheet_xml_is (xml, -1, "state", "hidden")
                              || remit_sheet_xml_is (xml, -1, "state", "veryHidden"),
                            g_strdup (relationship->part));
}

static gboolean
on_workbook (RemitSheetXml *xml,
             int namespace,
             const char *name,
             gpointer data,
             GError **error G_GNUC_UNUSED)
{
  Loading *self = data;

  if (namespace > MAIN_STRICT)
    return TRUE;
  if (g_str_equal (name, "sheet"))
    add_sheet (self, xml);
  else if (g_str_equal (name, "workbookPr"))
    self->self->from_1904 = remit_sheet_xml_is_true (xml, "date1904");
  return TRUE;
}

static char *
dup_part (GPtrArray *relationships,
          const char *kind)
{
  const Relationship *found = find_kind (relationships, kind);

  return found != NULL ? g_strdup (found->part) : NULL;
}

gboolean
remit_xlsx_load (RemitWorkbook *self,
                 GError **error)
{
  static const RemitSheetXmlHandler handler = { workbook_namespaces, on_workbook, NULL };
  g_autoptr (GPtrArray) top = load_relationships (self, "", error);
  const Relationship *workbook = top != NULL ? find_kind (top, "officeDocument") : NULL;
  g_autoptr (GPtrArray) relationships = NULL;
  Loading loading;

  if (top == NULL)
    return FALSE;
  if (workbook == NULL)
    return remit_exchange_refuse (error, _ ("This is an archive, not a workbook (.xlsx or .ods). "
                                            "If the archive contains a workbook, unpack it "
                                            "first."));
  if (g_str_has_suffix (workbook->part, ".bin"))
    return remit_exchange_refuse (error, _ ("This is a binary workbook (.xlsb). Save the workbook "
                                            "again as “.xlsx”."));
  relationships = load_relationships (self, workbook->part, error);
  if (relationships == NULL)
    return FALSE;
  self->strings_part = dup_part (relationships, "sharedStrings");
  self->styles_part = dup_part (relationships, "styles");
  loading = (Loading){ self, relationships };
  return remit_sheet_xml_parse (self->package, workbook->part, &handler, &loading, error);
}
