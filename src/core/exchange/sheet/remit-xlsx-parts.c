/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts to which the cells of .xlsx refer: texts, and formats of numbers. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/remit-exchange.h"
#include "remit-workbook-private.h"

static const char *const namespaces[] = { REMIT_XLSX_NAMESPACES, NULL };

/* ── Texts ────────────────────────────────────────────────────────────────────────────────── */

/* All of them are kept. */
#define MAX_STRINGS (512u << 20)

/* Returns: the character that `_x000D_` is, or 0 */
static gunichar
read_escape (const char *text)
{
  gunichar character = 0;

  if (text[0] != '_' || text[1] != 'x')
    return 0;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return 0;
      character = character * 16 + (gunichar) g_ascii_xdigit_value (text[i]);
    }
  return text[6] == '_' && g_unichar_validate (character) ? character : 0;
}

void
remit_xlsx_unescape (GString *text)
{
  const char *escape = strstr (text->str, "_x");
  gsize to = escape != NULL ? (gsize) (escape - text->str) : 0;
  gsize from = to;

  if (escape == NULL)
    return;
  while (from < text->len)
    {
      gunichar character = read_escape (text->str + from);

      if (character == 0)
        {
          text->str[to++] = text->str[from++];
          continue;
        }
      /* which is never longer than its escape */
      to += (gsize) g_unichar_to_utf8 (character, text->str + to);
      from += 7;
    }
  g_string_truncate (text, to);
}

/* A text has one part for each change of its font, and may say how it is spoken. */
typedef struct {
  RemitWorkbook *self;
  gboolean is_spoken;
} Strings;

static gboolean
on_string (RemitSheetXml *xml,
           int namespace G_GNUC_UNUSED,
           const char *name,
           gpointer data,
           GError **error G_GNUC_UNUSED)
{
  Strings *strings = data;

  if (g_str_equal (name, "rPh"))
    strings->is_spoken = TRUE;
  else if (g_str_equal (name, "t") && !strings->is_spoken)
    remit_sheet_xml_collect (xml);
  return TRUE;
}

static gboolean
end_string (RemitSheetXml *xml,
            int namespace G_GNUC_UNUSED,
            const char *name,
            gpointer data,
            GError **error)
{
  Strings *strings = data;
  RemitWorkbook *self = strings->self;
  GString *text = remit_sheet_xml_get_text (xml);
  gsize offset = self->strings->len;

  remit_sheet_xml_rest (xml);
  if (g_str_equal (name, "rPh"))
    strings->is_spoken = FALSE;
  if (!g_str_equal (name, "si"))
    return TRUE;
  remit_xlsx_unescape (text);
  g_array_append_val (self->offsets, offset);
  g_string_append_len (self->strings, text->str, (gssize) strlen (text->str) + 1);
  g_string_truncate (text, 0);
  return self->strings->len <= MAX_STRINGS
         || remit_exchange_refuse (error, _ ("The texts of the workbook exceed %u MiB"),
                                   MAX_STRINGS >> 20);
}

gboolean
remit_xlsx_load_strings (RemitWorkbook *self,
                         GError **error)
{
  static const RemitSheetXmlHandler handler = { namespaces, on_string, end_string };
  Strings strings = { self, FALSE };

  if (self->strings != NULL)
    return TRUE;
  self->strings = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self->strings_part == NULL
         || remit_sheet_xml_parse (self->package, self->strings_part, &handler, &strings, error);
}

/* ── Formats ──────────────────────────────────────────────────────────────────────────────── */

#define MAX_FORMATS 100000

typedef struct {
  RemitWorkbook *self;
  GHashTable *own; /* the workbook's own formats, by number */
  gboolean is_list;
} Styles;

static void
add_own (Styles *self,
         RemitSheetXml *xml)
{
  g_autofree char *code = remit_sheet_xml_dup (xml, -1, "formatCode");
  guint64 id = remit_sheet_xml_get_number (xml, -1, "numFmtId", 0);

  if (code != NULL && g_hash_table_size (self->own) < MAX_FORMATS)
    {
      RemitNumberFormat format = remit_number_format_parse (code);

      g_hash_table_replace (self->own, GUINT_TO_POINTER ((guint) id),
                            g_memdup2 (&format, sizeof format));
    }
}

static gboolean
on_style (RemitSheetXml *xml,
          int namespace G_GNUC_UNUSED,
          const char *name,
          gpointer data,
          GError **error G_GNUC_UNUSED)
{
  Styles *self = data;

  if (g_str_equal (name, "numFmt"))
    add_own (self, xml);
  else if (g_str_equal (name, "cellXfs"))
    self->is_list = TRUE;
  else if (self->is_list && g_str_equal (name, "xf") && self->self->formats->len < MAX_FORMATS)
    {
      guint id = (guint) remit_sheet_xml_get_number (xml, -1, "numFmtId", 0);
      const RemitNumberFormat *own = g_hash_table_lookup (self->own, GUINT_TO_POINTER (id));
      RemitNumberFormat format = own != NULL ? *own : remit_number_format_get_known (id);

      g_array_append_val (self->self->formats, format);
    }
  return TRUE;
}

static gboolean
end_style (RemitSheetXml *xml G_GNUC_UNUSED,
           int namespace G_GNUC_UNUSED,
           const char *name,
           gpointer data,
           GError **error G_GNUC_UNUSED)
{
  Styles *self = data;

  if (g_str_equal (name, "cellXfs"))
    self->is_list = FALSE;
  return TRUE;
}

gboolean
remit_xlsx_load_styles (RemitWorkbook *self,
                        GError **error)
{
  static const RemitSheetXmlHandler handler = { namespaces, on_style, end_style };
  g_autoptr (GHashTable) own = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Styles styles = { self, own, FALSE };

  if (self->formats != NULL)
    return TRUE;
  self->formats = g_array_new (FALSE, FALSE, sizeof (RemitNumberFormat));
  return self->styles_part == NULL
         || remit_sheet_xml_parse (self->package, self->styles_part, &handler, &styles, error);
}
