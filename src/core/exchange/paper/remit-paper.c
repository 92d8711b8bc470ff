/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a plan on pages: for PDF, printers and pictures. */
#include "remit-paper.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "exchange/remit-exchange.h"
#include "model/remit-xml.h"
#include "remit-paper-maker.h"
#include "remit-paper-painter.h"

/* What is above and under the content of a page: its head, and its number. */
#define EDGE 22
#define HEIGHT_OF_ALL 1e7

/* Elements that are in each other are laid out within each other, which takes room on the stack. */
#define MAX_DEPTH 500

struct _RemitPaper
{
  RemitPaperMaker *maker;
  RemitPaperStrip *strip;
  RemitPaperPages *pages;
  double width;
  double height;
  double margin;
  gboolean is_bare;
  char *title;
  PangoLayout *space;
  GHashTable *names; /* of places, by the ids that links lead to */
};

/* ── Making it ────────────────────────────────────────────────────────────────────────────── */

static const xmlNode *
find_element (const xmlNode *node,
              const char *name)
{
  for (; node != NULL; node = node->next)
    {
      const xmlNode *found = remit_xml_is (node, name) ? node : NULL;

      if (found == NULL && node->type == XML_ELEMENT_NODE)
        found = find_element (node->children, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static const xmlNode *
find_id (const xmlNode *node,
         const char *id)
{
  for (; node != NULL; node = node->next)
    {
      xmlChar *own = node->type == XML_ELEMENT_NODE
                       ? xmlGetNoNsProp (node, BAD_CAST "id")
                       : NULL;
      gboolean is_it = own != NULL && xmlStrEqual (own, BAD_CAST id);
      const xmlNode *found = is_it || node->type != XML_ELEMENT_NODE
                               ? (is_it ? node : NULL)
                               : find_id (node->children, id);

      xmlFree (own);
      if (found != NULL)
        return found;
    }
  return NULL;
}

const xmlNode *
remit_paper_find_part (const xmlDoc *page,
                       const char *id)
{
  const xmlNode *root = xmlDocGetRootElement ((xmlDoc *) page);

  return root != NULL ? find_id (root, id) : NULL;
}

static PangoContext *
make_context (void)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), 72);
  context = pango_font_map_create_context (fonts);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  return context;
}

static gboolean
is_right_to_left (const xmlNode *root)
{
  g_autofree char *direction = remit_xml_dup_attribute ((xmlNode *) root, "dir");

  return g_strcmp0 (direction, "rtl") == 0;
}

static void
take_title (RemitPaper *self,
            const xmlNode *root)
{
  const xmlNode *title = find_element (root, "title");

  self->title = title != NULL ? remit_paper_dup_text (title) : g_strdup ("");
}

/* Ids that links lead to, and that are somewhere. */
static void
name_places (RemitPaper *self)
{
  GHashTableIter iter;
  gpointer id;
  guint n = 0;

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_hash_table_iter_init (&iter, self->pages->places);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_contains (self->maker->targets, id))
      g_hash_table_insert (self->names, id, NULL);
  /* in the order of the pages, so that the same report is the same file */
  for (guint i = 0; i < self->pages->pages->len; i++)
    {
      const GArray *page = self->pages->pages->pdata[i];

      for (guint j = 0; j < page->len; j++)
        {
          const GPtrArray *ids = g_array_index (page, RemitPaperPlaced, j).atom->ids;

          for (guint k = 0; k < ids->len; k++)
            if (g_hash_table_contains (self->names, ids->pdata[k]))
              g_hash_table_replace (self->names, ids->pdata[k], g_strdup_printf ("a%u", n++));
        }
    }
}

static double
get_edge (const RemitPaper *self)
{
  return self->is_bare ? 0 : EDGE;
}

static void
arrange (RemitPaper *self,
         const xmlNode *element)
{
  const RemitPaperStyle style = { .size = 10, .weight = PANGO_WEIGHT_NORMAL,
                                  .color = REMIT_PAPER_TEXT };
  double room = self->height - 2 * self->margin - 2 * get_edge (self);

  remit_paper_maker_open (self->maker, "Document");
  if (remit_paper_is_inline (element))
    remit_paper_add_content (self->maker, element, &style, 0, self->width - 2 * self->margin,
                             self->strip);
  else
    remit_paper_add_block (self->maker, element, &style, 0, self->width - 2 * self->margin,
                           self->strip);
  self->pages = remit_paper_pages_new (self->strip, self->height > 0 ? room : HEIGHT_OF_ALL);
  if (!(self->height > 0))
    self->height = self->pages->bottom + 2 * self->margin + 2 * get_edge (self);
  name_places (self);
}

/* Without going into them. */
static gboolean
is_too_deep (const xmlNode *root)
{
  const xmlNode *node = root;
  guint depth = 0;

  while (node != NULL && depth <= MAX_DEPTH)
    if (node->type == XML_ELEMENT_NODE && node->children != NULL)
      {
        node = node->children;
        depth++;
      }
    else
      {
        while (node != root && node->next == NULL)
          {
            node = node->parent;
            depth--;
          }
        node = node != root ? node->next : NULL;
      }
  return depth > MAX_DEPTH;
}

static gboolean
refuse_depth (GError **error)
{
  return remit_exchange_refuse (error, _ ("The style sheet nests elements too deeply to be laid "
                                          "out on pages"));
}

static gboolean
refuse (GError **error)
{
  return remit_exchange_refuse (error, _ ("The style sheet does not make a web page, so there is "
                                          "nothing to print"));
}

static void
set_up (RemitPaper *self,
        const RemitPaperForm *form,
        const xmlNode *root,
        GCancellable *cancellable)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (
    REMIT_PAPER_FONT " 8");
  PangoContext *context = make_context ();

  self->width = form->width;
  self->height = form->height;
  self->margin = form->margin;
  self->is_bare = form->is_bare;
  self->strip = remit_paper_strip_new ();
  self->maker = remit_paper_maker_new (context, is_right_to_left (root),
                                       form->height > 0 ? form->height / 3 : HEIGHT_OF_ALL,
                                       cancellable);
  self->space = pango_layout_new (context);
  pango_layout_set_font_description (self->space, font);
  pango_layout_set_text (self->space, " ", -1);
  g_object_unref (context);
}

RemitPaper *
remit_paper_new (const xmlDoc *page,
                 const RemitPaperForm *form,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (RemitPaper) self = g_new0 (RemitPaper, 1);
  const xmlNode *root = xmlDocGetRootElement ((xmlDoc *) page);
  const xmlNode *body = NULL;

  if (root != NULL && is_too_deep (root))
    {
      refuse_depth (error);
      return NULL;
    }
  body = find_element (root, "body");
  if (body != NULL && form->part != NULL)
    body = find_id (body, form->part);
  if (body == NULL)
    {
      refuse (error);
      return NULL;
    }
  set_up (self, form, root, cancellable);
  take_title (self, root);
  arrange (self, body);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL
                                                                   : g_steal_pointer (&self);
}

void
remit_paper_free (RemitPaper *self)
{
  g_clear_object (&self->space);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->pages, remit_paper_pages_free);
  g_clear_pointer (&self->strip, remit_paper_strip_free);
  g_clear_pointer (&self->maker, remit_paper_maker_free);
  g_free (self->title);
  g_free (self);
}

guint
remit_paper_get_n_pages (const RemitPaper *self)
{
  return self->pages->pages->len;
}

void
remit_paper_get_size (const RemitPaper *self,
                      double *width,
                      double *height)
{
  *width = self->width;
  *height = self->height;
}

const char *
remit_paper_get_title (const RemitPaper *self)
{
  return self->title;
}

/* ── Painting it ──────────────────────────────────────────────────────────────────────────── */

/* A line of the page's edge, which ends with … where it is too long. */
static void
paint_edge (const RemitPaper *self,
            cairo_t *cr,
            const char *text,
            RemitPaperAlign align,
            double x,
            double y,
            double width)
{
  const RemitPaperStyle style = { .size = 8, .weight = PANGO_WEIGHT_NORMAL, .align = align,
                                  .color = REMIT_PAPER_DIM };
  g_autoptr (PangoLayout) layout = remit_paper_text_new_plain (self->maker, text, &style, width);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  cairo_move_to (cr, self->maker->is_right_to_left ? self->width - x - width : x, y);
  pango_cairo_show_layout (cr, layout);
}

static const char *
get_section (const RemitPaper *self,
             guint page)
{
  const GArray *placed = self->pages->pages->pdata[page];
  const char *section = NULL;

  for (guint i = 0; i < placed->len && section == NULL; i++)
    if (!g_array_index (placed, RemitPaperPlaced, i).is_repeated)
      section = g_array_index (placed, RemitPaperPlaced, i).atom->section;
  return section != NULL ? section : "";
}

static void
paint_edges (const RemitPaper *self,
             cairo_t *cr,
             guint page)
{
  double width = self->width - 2 * self->margin;
  /* Translators: the number of a page, and how many there are */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1,
                                             self->pages->pages->len);

  /* the first one begins with the name */
  if (page > 0)
    {
      paint_edge (self, cr, self->title, REMIT_PAPER_START, self->margin, self->margin,
                  width / 2 - 6);
      paint_edge (self, cr, get_section (self, page), REMIT_PAPER_END,
                  self->margin + width / 2 + 6, self->margin, width / 2 - 6);
    }
  paint_edge (self, cr, number, REMIT_PAPER_CENTER, self->margin,
              self->height - self->margin - 10, width);
}

static RemitPaperPainter
make_painter (const RemitPaper *self,
              cairo_t *cr)
{
  return (RemitPaperPainter){
    .cr = cr,
    .pages = self->pages,
    .context = self->maker->context,
    .space = self->space,
    .left = self->margin,
    .top = self->margin + get_edge (self),
    .width = self->width - 2 * self->margin,
    .is_right_to_left = self->maker->is_right_to_left,
  };
}

static void
paint (const RemitPaper *self,
       RemitPaperPainter *painter,
       guint page)
{
  remit_paper_painter_paint (painter, page);
  remit_paper_painter_leave (painter);
  if (!self->is_bare)
    paint_edges (self, painter->cr, page);
}

void
remit_paper_paint (const RemitPaper *self,
                   cairo_t *cr,
                   guint page)
{
  RemitPaperPainter painter = make_painter (self, cr);

  g_return_if_fail (page < self->pages->pages->len);

  paint (self, &painter, page);
}

/* Sections, and what is in them. */
static void
write_outline (const RemitPaper *self,
               cairo_surface_t *surface)
{
  int section = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < self->pages->headings->len; i++)
    {
      const RemitPaperPlace *place = &g_array_index (self->pages->headings, RemitPaperPlace, i);
      double top = MAX (self->margin + get_edge (self) + place->y - 6, 0);
      g_autofree char *target = g_strdup_printf ("page=%u pos=[%d %d]", place->page + 1,
                                                 (int) self->margin, (int) top);
      int made = cairo_pdf_surface_add_outline (
        surface, place->level == 1 ? CAIRO_PDF_OUTLINE_ROOT : section, place->title, target,
        place->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_BOLD : 0);

      if (place->level == 1)
        section = made;
    }
}

gboolean
remit_paper_write (const RemitPaper *self,
                   cairo_surface_t *surface,
                   GCancellable *cancellable,
                   void (*step) (gpointer data, double share),
                   gpointer data)
{
  cairo_t *cr = cairo_create (surface);
  RemitPaperPainter painter = make_painter (self, cr);
  guint n = self->pages->pages->len;
  gboolean done;

  painter.targets = self->names;
  write_outline (self, surface);
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable)
                    && cairo_status (cr) == CAIRO_STATUS_SUCCESS;
       i++)
    {
      paint (self, &painter, i);
      if (i + 1 == n)
        remit_paper_painter_finish (&painter);
      cairo_show_page (cr);
      if (step != NULL)
        step (data, (i + 1.0) / n);
    }
  done = cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  return done;
}
