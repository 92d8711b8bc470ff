/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contrasts in a picture of a window, after WCAG 2.2. */
#include "remit-shot-contrast.h"

#include <math.h>

#define TEXT 4.5
#define MARK 3.0

/* A colour that has less of a bar than this is the edge of another. */
#define SHARE 0.02

typedef struct {
  const char *name;
  GtkWidget *root;
  guint32 *pixels; /* 0xAARRGGBB */
  int width, height;
  guint n_faint;
} Picture;

typedef struct {
  int x, y, width, height;
} Place;

/* ── Arithmetic ───────────────────────────────────────────────────────────────────────────── */

static double
get_channel (guint value)
{
  double part = value / 255.0;

  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/* https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
static double
get_luminance (guint32 colour)
{
  return 0.2126 * get_channel (colour >> 16 & 0xff) + 0.7152 * get_channel (colour >> 8 & 0xff)
         + 0.0722 * get_channel (colour & 0xff);
}

static double
get_contrast (guint32 one,
              guint32 other)
{
  double a = get_luminance (one) + 0.05;
  double b = get_luminance (other) + 0.05;

  return MAX (a, b) / MIN (a, b);
}

static GHashTable *
count_colours (const Picture *picture,
               const Place *place)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (int y = place->y; y < place->y + place->height; y++)
    for (int x = place->x; x < place->x + place->width; x++)
      {
        gpointer colour = GUINT_TO_POINTER (picture->pixels[y * picture->width + x]);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, colour));

        g_hash_table_insert (counts, colour, GUINT_TO_POINTER (n + 1));
      }
  return counts;
}

static guint32
find_ground (GHashTable *counts)
{
  GHashTableIter iter;
  gpointer colour, n;
  guint32 ground = 0;
  guint most = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &colour, &n))
    if (GPOINTER_TO_UINT (n) > most)
      {
        ground = GPOINTER_TO_UINT (colour);
        most = GPOINTER_TO_UINT (n);
      }
  return ground;
}

/* Returns: the colour that stands out most from the ground, of those that have at least @least
 * pixels; the ground itself when it is alone */
static guint32
find_ink (GHashTable *counts,
          guint32 ground,
          guint least)
{
  GHashTableIter iter;
  gpointer colour, n;
  guint32 ink = ground;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &colour, &n))
    if (GPOINTER_TO_UINT (n) >= least
        && get_contrast (GPOINTER_TO_UINT (colour), ground) > get_contrast (ink, ground))
      ink = GPOINTER_TO_UINT (colour);
  return ink;
}

/* ── What is in sight ─────────────────────────────────────────────────────────────────────── */

static gboolean
intersect (GtkWidget *widget,
           GtkWidget *root,
           graphene_rect_t *rect)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, root, &bounds)
         && graphene_rect_intersection (rect, &bounds, rect);
}

/* Nothing lies over it, and most of it can be seen. */
static gboolean
find_place (Picture *picture,
            GtkWidget *widget,
            Place *place)
{
  graphene_rect_t whole, rect;
  GtkWidget *top;

  if (!gtk_widget_compute_bounds (widget, picture->root, &whole))
    return FALSE;
  rect = GRAPHENE_RECT_INIT (0, 0, (float) picture->width, (float) picture->height);
  for (GtkWidget *up = widget; up != NULL && up != picture->root; up = gtk_widget_get_parent (up))
    if (!intersect (up, picture->root, &rect))
      return FALSE;
  if (rect.size.width < whole.size.width * 0.9 || rect.size.height < whole.size.height * 0.9)
    return FALSE;
  top = gtk_widget_pick (picture->root, rect.origin.x + rect.size.width / 2,
                         rect.origin.y + rect.size.height / 2,
                         GTK_PICK_INSENSITIVE);
  if (top == NULL || (top != widget && !gtk_widget_is_ancestor (top, widget)
                      && !gtk_widget_is_ancestor (widget, top)))
    return FALSE;
  *place = (Place){ (int) ceilf (rect.origin.x), (int) ceilf (rect.origin.y),
                    (int) rect.size.width, (int) rect.size.height };
  place->width = MIN (place->width, picture->width - place->x);
  place->height = MIN (place->height, picture->height - place->y);
  return place->width > 0 && place->height > 0;
}

/* Drawn, and of more than one pixel's width. */
static gboolean
is_bar (GtkWidget *widget)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "remit-load-bar");
}

/* It draws its letters, if it has any. */
static gboolean
is_cell (GtkWidget *widget)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "remit-rights-cell");
}

static gboolean
has_letters (GtkWidget *cell)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (cell);

  return *classes != NULL;
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_TEXT (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));
  return NULL;
}

static gboolean
is_symbol (GtkWidget *widget)
{
  return GTK_IS_IMAGE (widget)
         && gtk_image_get_storage_type (GTK_IMAGE (widget)) != GTK_IMAGE_EMPTY;
}

/* ── What is told ─────────────────────────────────────────────────────────────────────────── */

static void
check_place (Picture *picture,
             GtkWidget *widget,
             const char *what,
             double least)
{
  g_autoptr (GHashTable) counts = NULL;
  Place place;
  guint32 ground, ink;
  double contrast;

  if (!find_place (picture, widget, &place))
    return;
  counts = count_colours (picture, &place);
  ground = find_ground (counts);
  ink = find_ink (counts, ground, is_bar (widget) ? (guint) (place.width * place.height * SHARE)
                                                  : 1);
  contrast = get_contrast (ground, ink);
  if (contrast >= least || (ink == ground && (is_bar (widget) || is_cell (widget))))
    return;
  picture->n_faint++;
  g_printerr ("%s: %.2f of %.1f: #%06x on #%06x: %s “%s” at %d, %d\n", picture->name, contrast,
              least, ink & 0xffffff, ground & 0xffffff, G_OBJECT_TYPE_NAME (widget), what, place.x,
              place.y);
}

static void
check (Picture *picture,
       GtkWidget *widget)
{
  const char *text;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget)
      || gtk_widget_get_opacity (widget) <= 0)
    return;
  text = get_text (widget);
  if (text != NULL && *text != '\0')
    check_place (picture, widget, text, TEXT);
  else if (is_cell (widget))
    check_place (picture, widget, "", has_letters (widget) ? TEXT : MARK);
  else if (is_symbol (widget))
    check_place (picture, widget, gtk_image_get_icon_name (GTK_IMAGE (widget)), MARK);
  else if (is_bar (widget))
    check_place (picture, widget, "", MARK);
  /* the signs in a switch are the theme's, half covered by its knob */
  for (GtkWidget *child = GTK_IS_SWITCH (widget) ? NULL : gtk_widget_get_first_child (widget);
       child != NULL; child = gtk_widget_get_next_sibling (child))
    check (picture, child);
}

guint
remit_shot_check_contrast (GtkWidget *root,
                           GdkTexture *texture,
                           const char *name)
{
  Picture picture = { .name = name, .root = root };

  picture.width = gdk_texture_get_width (texture);
  picture.height = gdk_texture_get_height (texture);
  picture.pixels = g_new (guint32, (gsize) picture.width * (gsize) picture.height);
  gdk_texture_download (texture, (guchar *) picture.pixels, (gsize) picture.width * 4);
  check (&picture, root);
  g_free (picture.pixels);
  return picture.n_faint;
}
