/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a page of the help, which is written in Mallard. */
#include "remit-help-page.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <string.h>

#include "model/remit-xml.h"

#define NAMESPACE "http://projectmallard.org/1.0/"

typedef struct {
  RemitHelpPage *page;
  RemitHelpTitle dup_title;
  gpointer data;
  RemitHelpBlockKind kind; /* of paragraphs here */
  guint depth;
  char *marker; /* of the next paragraph */
} Reader;

static void
block_free (gpointer data)
{
  RemitHelpBlock *self = data;

  g_free (self->marker);
  g_free (self->text);
  g_free (self->description);
  g_free (self);
}

static gboolean
is_one_of (const xmlNode *node,
           const char *const *names)
{
  for (; *names != NULL; names++)
    if (remit_xml_is (node, *names))
      return TRUE;
  return FALSE;
}

static xmlNode *
find_child (xmlNode *node,
            const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (remit_xml_is (child, name))
      return child;
  return NULL;
}

/* ── Within a paragraph ───────────────────────────────────────────────────────────────────── */

static void append_inline (Reader *self,
                           xmlNode *node,
                           GString *text);

/* Each stretch of white space is one space. */
static void
append_words (GString *text,
              const char *words)
{
  for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_ascii_isspace (*c))
      {
        g_autofree char *escaped = g_markup_escape_text (c, g_utf8_next_char (c) - c);

        g_string_append (text, escaped);
      }
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
}

/* What stands in a sequence of menus or keys. */
static void
append_sequence (Reader *self,
                 xmlNode *node,
                 GString *text,
                 const char *between)
{
  gboolean is_first = TRUE;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      {
        if (!is_first)
          g_string_append (text, between);
        append_inline (self, child, text);
        is_first = FALSE;
      }
}

static void
append_children (Reader *self,
                 xmlNode *node,
                 GString *text)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    append_inline (self, child, text);
}

static void
append_tagged (Reader *self,
               xmlNode *node,
               GString *text,
               const char *tag)
{
  g_string_append_printf (text, "<%s>", tag);
  append_children (self, node, text);
  g_string_append_printf (text, "</%s>", tag);
}

/* To a page, or to the Internet. */
static void
append_link (Reader *self,
             xmlNode *node,
             GString *text)
{
  g_autofree char *page = remit_xml_dup_attribute (node, "xref");
  g_autofree char *address = page == NULL ? remit_xml_dup_attribute (node, "href") : NULL;
  const char *goal = page != NULL ? page : address;
  g_autofree char *escaped = g_markup_escape_text (goal != NULL ? goal : "", -1);

  g_string_append_printf (text, "<a href=\"%s\">", escaped);
  if (node->children != NULL)
    append_children (self, node, text);
  else
    {
      g_autofree char *title =
        page != NULL && self->dup_title != NULL ? self->dup_title (page, self->data) : NULL;

      append_words (text, title != NULL ? title : goal != NULL ? goal : "");
    }
  g_string_append (text, "</a>");
}

static void
append_element (Reader *self,
                xmlNode *node,
                GString *text)
{
  static const char *const typed[] = { "cmd", "code", "file", "input", "output", "sys", NULL };

  if (remit_xml_is (node, "link"))
    append_link (self, node, text);
  else if (remit_xml_is (node, "guiseq"))
    append_sequence (self, node, text, " → ");
  else if (remit_xml_is (node, "keyseq"))
    append_sequence (self, node, text, "+");
  else if (remit_xml_is (node, "gui") || remit_xml_is (node, "key"))
    append_tagged (self, node, text, "b");
  else if (remit_xml_is (node, "em"))
    append_tagged (self, node, text, "i");
  else if (is_one_of (node, typed))
    append_tagged (self, node, text, "tt");
  else
    append_children (self, node, text);
}

static void
append_inline (Reader *self,
               xmlNode *node,
               GString *text)
{
  if (node->type == XML_ELEMENT_NODE)
    append_element (self, node, text);
  else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    append_words (text, (const char *) node->content);
}

static char *
dup_inline (Reader *self,
            xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_children (self, node, text);
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ── Blocks ───────────────────────────────────────────────────────────────────────────────── */

static void read_blocks (Reader *self,
                         xmlNode *node);

/* Returns: (transfer none): the new block, which takes @text */
static RemitHelpBlock *
add (Reader *self,
     RemitHelpBlockKind kind,
     char *text)
{
  RemitHelpBlock *block = g_new0 (RemitHelpBlock, 1);

  block->kind = kind;
  block->depth = self->depth;
  block->marker = g_steal_pointer (&self->marker);
  block->text = text;
  g_ptr_array_add (self->page->blocks, block);
  return block;
}

static void
add_list_title (Reader *self,
                xmlNode *list)
{
  xmlNode *title = find_child (list, "title");
  g_autofree char *words = title != NULL ? dup_inline (self, title) : NULL;

  if (words != NULL)
    add (self, REMIT_HELP_PARAGRAPH, g_strdup_printf ("<b>%s</b>", words));
}

static void
read_list (Reader *self,
           xmlNode *node)
{
  gboolean is_numbered = remit_xml_is (node, "steps");
  guint n = 0;

  add_list_title (self, node);
  self->depth++;
  for (xmlNode *item = node->children; item != NULL; item = item->next)
    {
      if (!remit_xml_is (item, "item"))
        continue;
      g_free (self->marker);
      self->marker = is_numbered ? g_strdup_printf ("%u.", ++n) : g_strdup ("•");
      read_blocks (self, item);
    }
  g_clear_pointer (&self->marker, g_free);
  self->depth--;
}

static void
read_terms (Reader *self,
            xmlNode *node)
{
  for (xmlNode *item = node->children; item != NULL; item = item->next)
    {
      xmlNode *title = remit_xml_is (item, "item") ? find_child (item, "title") : NULL;

      if (title == NULL)
        continue;
      add (self, REMIT_HELP_PARAGRAPH, dup_inline (self, title));
      self->depth++;
      read_blocks (self, item);
      self->depth--;
    }
}

static void
read_section (Reader *self,
              xmlNode *node)
{
  xmlNode *title = find_child (node, "title");
  char *id = remit_xml_dup_attribute (node, "id");

  if (title != NULL)
    {
      add (self, REMIT_HELP_HEADING, dup_inline (self, title));
      g_ptr_array_add (self->page->sections, id != NULL ? id : g_strdup (""));
    }
  else
    g_free (id);
  read_blocks (self, node);
}

static void
read_note (Reader *self,
           xmlNode *node)
{
  RemitHelpBlockKind before = self->kind;

  self->kind = REMIT_HELP_NOTE;
  read_blocks (self, node);
  self->kind = before;
}

static void
read_code (Reader *self,
           xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);

  add (self, REMIT_HELP_CODE, g_strstrip (g_strdup ((const char *) content)));
  xmlFree (content);
}

static void
read_picture (Reader *self,
              xmlNode *node)
{
  g_autofree char *file = remit_xml_dup_attribute (node, "src");
  xmlNode *words = find_child (node, "p");

  if (file != NULL)
    add (self, REMIT_HELP_PICTURE, g_steal_pointer (&file))->description =
      words != NULL ? dup_inline (self, words) : NULL;
}

static void
read_block (Reader *self,
            xmlNode *node)
{
  static const char *const unseen[] = { "info", "title", "links", NULL };
  static const char *const code[] = { "code", "screen", NULL };
  static const char *const lists[] = { "list", "steps", NULL };

  if (node->type != XML_ELEMENT_NODE || is_one_of (node, unseen))
    return;
  if (remit_xml_is (node, "p"))
    add (self, self->kind, dup_inline (self, node));
  else if (is_one_of (node, lists))
    read_list (self, node);
  else if (remit_xml_is (node, "terms"))
    read_terms (self, node);
  else if (remit_xml_is (node, "section"))
    read_section (self, node);
  else if (remit_xml_is (node, "note"))
    read_note (self, node);
  else if (is_one_of (node, code))
    read_code (self, node);
  else if (remit_xml_is (node, "media"))
    read_picture (self, node);
  else
    read_blocks (self, node);
}

static void
read_blocks (Reader *self,
             xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    read_block (self, child);
}

/* ── The page ─────────────────────────────────────────────────────────────────────────────── */

static void
read_link (Reader *self,
           xmlNode *node)
{
  g_autofree char *type = remit_xml_dup_attribute (node, "type");
  char *goal = remit_xml_dup_attribute (node, "xref");

  if (goal != NULL && g_strcmp0 (type, "guide") == 0 && self->page->guide == NULL)
    self->page->guide = goal;
  else if (goal != NULL && g_strcmp0 (type, "seealso") == 0)
    g_ptr_array_add (self->page->see_also, goal);
  else
    g_free (goal);
}

static void
read_info (Reader *self,
           xmlNode *info)
{
  for (xmlNode *child = info->children; child != NULL; child = child->next)
    if (remit_xml_is (child, "link"))
      read_link (self, child);
    else if (remit_xml_is (child, "desc") && self->page->description == NULL)
      self->page->description = dup_inline (self, child);
}

static void
read_root (Reader *self,
           xmlNode *root)
{
  xmlNode *info = find_child (root, "info");
  xmlNode *title = find_child (root, "title");

  self->page->title = title != NULL ? dup_inline (self, title) : g_strdup ("");
  if (info != NULL)
    read_info (self, info);
  read_blocks (self, root);
}

static RemitHelpPage *
page_new (void)
{
  RemitHelpPage *self = g_new0 (RemitHelpPage, 1);

  self->see_also = g_ptr_array_new_with_free_func (g_free);
  self->sections = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

static gboolean
is_page (const xmlNode *root)
{
  return root != NULL && remit_xml_is (root, "page") && root->ns != NULL
         && strcmp ((const char *) root->ns->href, NAMESPACE) == 0;
}

RemitHelpPage *
remit_help_page_read (const char *path,
                      RemitHelpTitle dup_title,
                      gpointer data,
                      GError **error)
{
  Reader reader = { .dup_title = dup_title, .data = data, .kind = REMIT_HELP_PARAGRAPH };
  g_autofree char *contents = NULL;
  gsize length;
  xmlDoc *doc;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;
  doc = length > 0 && length < G_MAXINT
          ? xmlReadMemory (contents, (int) length, NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
          : NULL;
  if (doc != NULL && is_page (xmlDocGetRootElement (doc)))
    {
      reader.page = page_new ();
      read_root (&reader, xmlDocGetRootElement (doc));
      g_free (reader.marker);
    }
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The help has no page “%s”."),
                 path);
  xmlFreeDoc (doc);
  return reader.page;
}

void
remit_help_page_free (RemitHelpPage *self)
{
  g_free (self->title);
  g_free (self->description);
  g_free (self->guide);
  g_ptr_array_unref (self->see_also);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}
