/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts: what stands in a line of HTML, as a layout of Pango. */
#include <string.h>

#include "model/remit-xml.h"
#include "remit-paper-maker.h"

#define MONO "Monospace"

/* ── Looks ────────────────────────────────────────────────────────────────────────────────── */

static const struct
{
  const char *name;
  double size;
  double scale;
  gboolean is_bold;
  gboolean is_italic;
  gboolean is_mono;
} elements[] = {
  { .name = "h1", .size = 22, .is_bold = TRUE },
  { .name = "h2", .size = 15, .is_bold = TRUE },
  { .name = "h3", .size = 11, .is_bold = TRUE },
  { .name = "h4", .size = 10, .is_bold = TRUE },
  { .name = "h5", .size = 10, .is_bold = TRUE },
  { .name = "h6", .size = 10, .is_bold = TRUE },
  { .name = "strong", .is_bold = TRUE },
  { .name = "b", .is_bold = TRUE },
  { .name = "abbr", .is_bold = TRUE },
  { .name = "th", .is_bold = TRUE },
  { .name = "dt", .is_bold = TRUE },
  { .name = "em", .is_italic = TRUE },
  { .name = "i", .is_italic = TRUE },
  { .name = "small", .scale = 0.85 },
  { .name = "code", .scale = 0.85, .is_mono = TRUE },
  { .name = "pre", .scale = 0.85, .is_mono = TRUE },
};

static const struct
{
  const char *name;
  double scale;
  guint32 color;
  guint32 background;
  PangoWeight weight;
} classes[] = {
  { .name = "dim", .color = REMIT_PAPER_DIM },
  { .name = "skills", .color = REMIT_PAPER_DIM, .scale = 0.85 },
  { .name = "count", .color = REMIT_PAPER_DIM, .weight = PANGO_WEIGHT_NORMAL },
  { .name = "late", .color = REMIT_PAPER_WARN, .weight = PANGO_WEIGHT_BOLD },
  { .name = "l-A", .background = REMIT_PAPER_FILL },
  { .name = "l-D", .background = REMIT_PAPER_FILL },
};

gboolean
remit_paper_has_class (const xmlNode *element,
                       const char *name)
{
  xmlChar *value = xmlGetNoNsProp (element, BAD_CAST "class");
  g_auto (GStrv) words = NULL;
  gboolean found;

  if (value == NULL)
    return FALSE;
  words = g_strsplit_set ((const char *) value, " \t\n", -1);
  found = g_strv_contains ((const char *const *) words, name);
  xmlFree (value);
  return found;
}

static void
enter_element (RemitPaperStyle *self,
               guint i)
{
  if (elements[i].size > 0)
    self->size = elements[i].size;
  if (elements[i].scale > 0)
    self->size *= elements[i].scale;
  if (elements[i].is_bold)
    self->weight = PANGO_WEIGHT_BOLD;
  self->is_italic = self->is_italic || elements[i].is_italic;
  self->is_mono = self->is_mono || elements[i].is_mono;
}

static void
enter_class (RemitPaperStyle *self,
             guint i)
{
  if (classes[i].scale > 0)
    self->size *= classes[i].scale;
  if (classes[i].color != 0)
    self->color = classes[i].color;
  if (classes[i].background != 0)
    self->background = classes[i].background;
  if (classes[i].weight != 0)
    self->weight = classes[i].weight;
}

void
remit_paper_style_enter (RemitPaperStyle *self,
                         const xmlNode *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (remit_xml_is (element, elements[i].name))
      enter_element (self, i);
  if (xmlHasProp (element, BAD_CAST "class") == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (remit_paper_has_class (element, classes[i].name))
      enter_class (self, i);
}

/* ── What is in a line ────────────────────────────────────────────────────────────────────── */

static gboolean
is_one_of (const xmlNode *node,
           const char *const *names)
{
  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *) node->name);
}

gboolean
remit_paper_is_inline (const xmlNode *node)
{
  static const char *const names[] = {
    "html", "body", "header", "main", "footer", "nav", "section", "article", "aside", "div", "p",
    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "li", "table", "caption",
    "thead", "tbody", "tfoot", "tr", "svg", "pre", "blockquote", "figure", "figcaption", "hr",
    "details", "summary", "form", "fieldset", "address", NULL,
  };

  return !is_one_of (node, names);
}

gboolean
remit_paper_is_hidden (const xmlNode *node)
{
  static const char *const names[] = { "head", "style", "script", "template", "title", "desc",
                                       "defs", "link", "meta", NULL };

  return (node->type != XML_ELEMENT_NODE && node->type != XML_TEXT_NODE
          && node->type != XML_CDATA_SECTION_NODE)
         || is_one_of (node, names)
         || (node->type == XML_ELEMENT_NODE && xmlHasProp (node, BAD_CAST "hidden") != NULL);
}

typedef struct
{
  RemitPaperMaker *maker;
  GString *text;
  PangoAttrList *attributes;
  GArray *links;
  gboolean needs_space;
} Text;

/* Spaces of the source are one, and none at the ends of lines. */
static void
add_characters (Text *self,
                const char *characters)
{
  for (const char *p = characters; *p != '\0'; p++)
    if (g_ascii_isspace (*p))
      self->needs_space = self->text->len > 0 && self->text->str[self->text->len - 1] != '\n';
    else
      {
        if (self->needs_space)
          g_string_append_c (self->text, ' ');
        self->needs_space = FALSE;
        g_string_append_c (self->text, *p);
      }
}

/* Those around are finished later, and are weaker. */
static void
add_attribute_at (Text *self,
                  PangoAttribute *attribute,
                  gsize start,
                  gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert_before (self->attributes, attribute);
}

static void
add_attribute (Text *self,
               PangoAttribute *attribute,
               guint start)
{
  add_attribute_at (self, attribute, start, self->text->len);
}

static guint16
get_channel (guint32 color,
             guint shift)
{
  return (guint16) ((color >> shift & 0xff) * 0x101);
}

/* What of @style is not as it is around. */
static void
add_looks (Text *self,
           const RemitPaperStyle *style,
           const RemitPaperStyle *around,
           guint start)
{
  if (style->size < around->size || style->size > around->size)
    add_attribute (self, pango_attr_size_new ((int) (style->size * PANGO_SCALE)), start);
  if (style->weight != around->weight)
    add_attribute (self, pango_attr_weight_new (style->weight), start);
  if (style->is_italic && !around->is_italic)
    add_attribute (self, pango_attr_style_new (PANGO_STYLE_ITALIC), start);
  if (style->is_mono && !around->is_mono)
    add_attribute (self, pango_attr_family_new (MONO), start);
  if (style->color != around->color)
    add_attribute (self,
                   pango_attr_foreground_new (get_channel (style->color, 16),
                                              get_channel (style->color, 8),
                                              get_channel (style->color, 0)),
                   start);
  if (style->background != around->background)
    add_attribute (self,
                   pango_attr_background_new (get_channel (style->background, 16),
                                              get_channel (style->background, 8),
                                              get_channel (style->background, 0)),
                   start);
}

/* Only within the page. */
static const char *
find_target (RemitPaperMaker *maker,
             const xmlNode *element)
{
  g_autofree char *address = NULL;
  const char *target;

  if (!remit_xml_is (element, "a"))
    return NULL;
  address = remit_xml_dup_attribute ((xmlNode *) element, "href");
  if (address == NULL || address[0] != '#' || address[1] == '\0')
    return NULL;
  target = g_string_chunk_insert_const (maker->strings, address + 1);
  g_hash_table_add (maker->targets, (gpointer) target);
  return target;
}

/* Each of several short texts in a line, such as a skill and its level, is seen as one. */
static void
set_apart (Text *self,
           gsize start)
{
  const char *text = self->text->str;
  const char *last = g_strrstr (text + start, " ");

  if (start > 0 && text[start - 1] == ' ')
    add_attribute_at (self, pango_attr_letter_spacing_new (5 * PANGO_SCALE), start - 1, start);
  if (last != NULL && last > text + start)
    add_attribute_at (self, pango_attr_allow_breaks_new (FALSE), (gsize) (last - text) - 1,
                      (gsize) (last - text) + 2);
}

static void add_node (Text *self,
                      const xmlNode *node,
                      const RemitPaperStyle *around);

static void
add_element (Text *self,
             const xmlNode *element,
             const RemitPaperStyle *around)
{
  RemitPaperStyle style = *around;
  const char *target = find_target (self->maker, element);
  RemitPaperLink link;
  guint start;

  if (self->needs_space)
    g_string_append_c (self->text, ' ');
  self->needs_space = FALSE;
  start = (guint) self->text->len;
  remit_paper_style_enter (&style, element);
  if (target != NULL)
    style.color = REMIT_PAPER_ACCENT;
  for (const xmlNode *node = element->children; node != NULL; node = node->next)
    add_node (self, node, &style);
  if (self->text->len == start)
    return;
  if (element->parent != NULL && remit_paper_has_class (element->parent, "skills"))
    set_apart (self, start);
  add_looks (self, &style, around, start);
  link = (RemitPaperLink){ (int) start, (int) self->text->len, target };
  if (target != NULL)
    g_array_append_val (self->links, link);
}

/* A block within a line begins a new one, and ends it. */
static void
break_line (Text *self)
{
  self->needs_space = FALSE;
  if (self->text->len > 0 && self->text->str[self->text->len - 1] != '\n')
    g_string_append_c (self->text, '\n');
}

static void
add_node (Text *self,
          const xmlNode *node,
          const RemitPaperStyle *around)
{
  if (remit_paper_is_hidden (node))
    return;
  if (node->type != XML_ELEMENT_NODE)
    add_characters (self, (const char *) node->content);
  else if (remit_xml_is (node, "br"))
    break_line (self);
  else if (remit_paper_is_inline (node))
    add_element (self, node, around);
  else
    {
      break_line (self);
      add_element (self, node, around);
      break_line (self);
    }
}

/* ── Layouts ──────────────────────────────────────────────────────────────────────────────── */

static PangoAlignment
get_alignment (RemitPaperMaker *maker,
               RemitPaperAlign align)
{
  if (align == REMIT_PAPER_CENTER)
    return PANGO_ALIGN_CENTER;
  return (align == REMIT_PAPER_START) == !maker->is_right_to_left ? PANGO_ALIGN_LEFT
                                                                   : PANGO_ALIGN_RIGHT;
}

/* A space at the end of a line that was wrapped has no glyph, for which PDF needs a remark that not
 * all readers of its structure understand; the end of a paragraph needs none. */
static void
end_lines (RemitPaperMaker *maker,
           PangoLayout *layout)
{
  int n = pango_layout_get_line_count (layout);
  g_autofree char *text = NULL;

  if (n < 2 || maker->is_right_to_left)
    return;
  text = g_strdup (pango_layout_get_text (layout));
  for (int i = 0; i + 1 < n; i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      int end = line->start_index + line->length;

      if (line->length > 1 && text[end - 1] == ' ')
        text[end - 1] = '\n';
    }
  pango_layout_set_text (layout, text, -1);
}

static PangoLayout *
make_layout (RemitPaperMaker *maker,
             const char *text,
             PangoAttrList *attributes,
             const RemitPaperStyle *style,
             double width)
{
  PangoLayout *layout = pango_layout_new (maker->context);
  PangoFontDescription *font = pango_font_description_from_string (
    style->is_mono ? MONO : REMIT_PAPER_FONT);

  pango_font_description_set_size (font, (int) (style->size * PANGO_SCALE));
  pango_font_description_set_weight (font, style->weight);
  if (style->is_italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, get_alignment (maker, style->align));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.15f);
  if (width >= 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  if (width >= 0)
    end_lines (maker, layout);
  return layout;
}

static void
text_init (Text *self,
           RemitPaperMaker *maker,
           const RemitPaperStyle *style)
{
  *self = (Text){ maker, g_string_new (NULL), pango_attr_list_new (),
                  g_array_new (FALSE, FALSE, sizeof (RemitPaperLink)), FALSE };
}

static void
text_clear (Text *self)
{
  g_string_free (self->text, TRUE);
  pango_attr_list_unref (self->attributes);
  g_clear_pointer (&self->links, g_array_unref);
}

/* What is of the whole comes first, so that its parts are stronger. Ligatures are not found by all
 * that search or read aloud; and a word that is broken has no sign that nobody typed. */
static void
add_common (Text *self,
            const RemitPaperStyle *style)
{
  PangoAttribute *features = pango_attr_font_features_new ("liga=0, clig=0");
  PangoAttribute *hyphens = pango_attr_insert_hyphens_new (FALSE);
  PangoAttribute *color = pango_attr_foreground_new (get_channel (style->color, 16),
                                                     get_channel (style->color, 8),
                                                     get_channel (style->color, 0));

  color->start_index = 0;
  color->end_index = PANGO_ATTR_INDEX_TO_TEXT_END;
  pango_attr_list_insert_before (self->attributes, color);
  features->start_index = 0;
  features->end_index = PANGO_ATTR_INDEX_TO_TEXT_END;
  pango_attr_list_insert_before (self->attributes, features);
  hyphens->start_index = 0;
  hyphens->end_index = PANGO_ATTR_INDEX_TO_TEXT_END;
  pango_attr_list_insert_before (self->attributes, hyphens);
}

/* A number and its percent sign are not parted. */
static void
join_percents (Text *self)
{
  for (gsize i = 1; i + 1 < self->text->len; i++)
    if (self->text->str[i] == ' ' && self->text->str[i + 1] == '%'
        && g_ascii_isdigit (self->text->str[i - 1]))
      add_attribute_at (self, pango_attr_allow_breaks_new (FALSE), i - 1, i + 2);
}

static void
finish_text (Text *self)
{
  while (self->text->len > 0 && self->text->str[self->text->len - 1] == '\n')
    g_string_truncate (self->text, self->text->len - 1);
}

PangoLayout *
remit_paper_text_new (RemitPaperMaker *maker,
                      const xmlNode *first,
                      const xmlNode *until,
                      const RemitPaperStyle *style,
                      double width,
                      GArray **links)
{
  PangoLayout *layout = NULL;
  Text self;

  text_init (&self, maker, style);
  for (const xmlNode *node = first; node != NULL && node != until; node = node->next)
    add_node (&self, node, style);
  finish_text (&self);
  join_percents (&self);
  if (self.text->len > 0)
    {
      add_common (&self, style);
      layout = make_layout (maker, self.text->str, self.attributes, style, width);
    }
  if (links != NULL)
    *links = layout != NULL && self.links->len > 0 ? g_steal_pointer (&self.links) : NULL;
  text_clear (&self);
  return layout;
}

PangoLayout *
remit_paper_text_new_plain (RemitPaperMaker *maker,
                            const char *text,
                            const RemitPaperStyle *style,
                            double width)
{
  PangoLayout *layout;
  Text self;

  text_init (&self, maker, style);
  add_common (&self, style);
  layout = make_layout (maker, text, self.attributes, style, width);
  text_clear (&self);
  return layout;
}

void
remit_paper_text_measure (PangoLayout *layout,
                          double *width,
                          double *height)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  if (width != NULL)
    *width = (double) extents.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) extents.height / PANGO_SCALE;
}

char *
remit_paper_dup_text (const xmlNode *element)
{
  xmlChar *content = xmlNodeGetContent (element);
  g_auto (GStrv) words = g_strsplit_set ((const char *) content, " \t\r\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  xmlFree (content);
  return g_string_free (text, FALSE);
}
