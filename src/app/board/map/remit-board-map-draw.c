/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map, drawn: blocks, what fills them, names and headings. */
#include <glib/gi18n.h>

#include "remit-board-map-private.h"
#include "remit-map-palette.h"
#include "widgets/drawing/remit-finding-mark.h"
#include "widgets/drawing/remit-scale.h"

/* Pixels. */
#define RADIUS 6
#define STRIP 6
#define PADDING 7
#define SHORT_PADDING 4
#define ICON 16
#define SHORT_ICON 12
#define RING 2

/* So long a frame may look at teams of which it does not know yet what they come to: what is left
 * comes with the next ones. In microseconds. */
#define PATIENCE 5000

typedef struct {
  RemitBoardMap *map;
  GtkSnapshot *snapshot;
  RemitMapPalette colours;
  gint64 until;
  int cursor; /* the item with the keyboard, where that is to be seen; or -1 */
} Drawing;

RemitMapMetrics
remit_board_map_get_metrics (RemitBoardMap *self,
                             RemitMapSize size)
{
  static const struct {
    int width, height, gap;
  } sizes[REMIT_MAP_N_SIZES] = {
    [REMIT_MAP_LARGE] = { 168, 66, 8 },
    [REMIT_MAP_MEDIUM] = { 124, 56, 6 },
    [REMIT_MAP_LINE] = { 112, 38, 6 },
    [REMIT_MAP_SHORT] = { 60, 40, 4 },
    [REMIT_MAP_SMALL] = { 26, 26, 4 },
  };
  GtkWidget *widget = GTK_WIDGET (self);

  return (RemitMapMetrics){
    .block_width = remit_scale (widget, sizes[size].width),
    .block_height = remit_scale (widget, sizes[size].height),
    .stretch = size != REMIT_MAP_SMALL,
    .gap = sizes[size].gap,
    .heading_height = remit_scale (widget, 28),
    .indent = 14,
    .margin = 10,
  };
}

/* ── What a block says ────────────────────────────────────────────────────────────────────── */

/* Returns: (nullable): what a team comes to; nothing when there was no time to find out */
static const RemitMapFigure *
get_figure (Drawing *drawing,
            gint64 team)
{
  RemitBoardMap *self = drawing->map;
  RemitMapFigure *figure = g_hash_table_lookup (self->figures, &team);

  if (figure != NULL)
    return figure;
  if (g_get_monotonic_time () > drawing->until)
    {
      self->unfinished = TRUE;
      return NULL;
    }
  figure = g_new (RemitMapFigure, 1);
  *figure = remit_map_figure_get (remit_board_model_get_workspace (self->model),
                                  remit_board_model_get_checker (self->model),
                                  remit_board_model_get_plan (self->model), team, self->colors);
  g_hash_table_insert (self->figures, g_memdup2 (&team, sizeof team), figure);
  return figure;
}

/* Returns: (nullable): the icon that says the same as the colour */
static const char *
get_icon (RemitMapTone tone)
{
  switch (tone)
    {
    case REMIT_MAP_TONE_ERROR:
      return remit_finding_mark_get_icon (REMIT_SEVERITY_ERROR);
    case REMIT_MAP_TONE_WARNING:
      return remit_finding_mark_get_icon (REMIT_SEVERITY_WARNING);
    case REMIT_MAP_TONE_INFORMATION:
      return remit_finding_mark_get_icon (REMIT_SEVERITY_INFORMATION);
    case REMIT_MAP_TONE_NONE:
    case REMIT_MAP_TONE_PART:
    case REMIT_MAP_TONE_FULL:
    default:
      return NULL;
    }
}

/* ── Parts of a block ─────────────────────────────────────────────────────────────────────── */

static void
draw_border (Drawing *drawing,
             const graphene_rect_t *box,
             float width,
             const GdkRGBA *colour)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, box, RADIUS);
  gtk_snapshot_append_border (drawing->snapshot, &outline,
                              (const float[]){ width, width, width, width },
                              (const GdkRGBA[]){ *colour, *colour, *colour, *colour });
}

/* With a name, a strip below it, from where text begins; without, all of it from below. */
static void
draw_level (Drawing *drawing,
            const graphene_rect_t *box,
            const RemitMapFigure *figure)
{
  const GdkRGBA *colour = remit_map_palette_get_tone (&drawing->colours, figure->tone);
  graphene_rect_t part = *box;

  if (figure->level <= 0)
    return;
  if (drawing->map->size == REMIT_MAP_SMALL)
    {
      part.size.height = box->size.height * (float) figure->level;
      part.origin.y = box->origin.y + box->size.height - part.size.height;
    }
  else
    {
      part.size.height = STRIP;
      part.origin.y = box->origin.y + box->size.height - STRIP;
      part.size.width = box->size.width * (float) figure->level;
      if (gtk_widget_get_direction (GTK_WIDGET (drawing->map)) == GTK_TEXT_DIR_RTL)
        part.origin.x = box->origin.x + box->size.width - part.size.width;
    }
  gtk_snapshot_append_color (drawing->snapshot, colour, &part);
}

static int
get_padding (RemitBoardMap *self)
{
  return self->size == REMIT_MAP_SHORT ? SHORT_PADDING : PADDING;
}

static int
get_icon_size (RemitBoardMap *self)
{
  return self->size == REMIT_MAP_SHORT ? SHORT_ICON : ICON;
}

static void
draw_icon (Drawing *drawing,
           const graphene_rect_t *box,
           const RemitMapFigure *figure)
{
  GtkWidget *widget = GTK_WIDGET (drawing->map);
  gboolean small = drawing->map->size == REMIT_MAP_SMALL;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const char *name = get_icon (figure->tone);
  g_autoptr (GtkIconPaintable) icon = NULL;
  float size = (float) get_icon_size (drawing->map);
  float padding = (float) get_padding (drawing->map);
  float x = box->origin.x + (box->size.width - size) / 2;
  float y = box->origin.y + (box->size.height - size) / 2;

  if (name == NULL)
    return;
  if (!small)
    {
      x = rtl ? box->origin.x + padding : box->origin.x + box->size.width - size - padding;
      y = box->origin.y + padding - 1;
    }
  icon = gtk_icon_theme_lookup_icon (
    gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), name, NULL, (int) size,
    gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_symbolic_paintable_snapshot_symbolic (
    GTK_SYMBOLIC_PAINTABLE (icon), drawing->snapshot, (double) size, (double) size,
    small ? &drawing->colours.ground
          : remit_map_palette_get_tone (&drawing->colours, figure->tone), 1);
  gtk_snapshot_restore (drawing->snapshot);
}

static void
set_small (PangoLayout *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (text, attributes);
}

/* Returns: (transfer none): the name of a team, made once */
static PangoLayout *
get_text (RemitBoardMap *self,
          gint64 team,
          const char *name,
          int width)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, team);
  PangoLayout *text = g_hash_table_lookup (self->texts, key);

  if (text == NULL)
    {
      text = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
      pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
      pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (text, self->size == REMIT_MAP_LINE ? -1 : -2);
      if (self->size == REMIT_MAP_SHORT)
        set_small (text);
      g_hash_table_insert (self->texts, g_steal_pointer (&key), text);
    }
  pango_layout_set_width (text, MAX (1, width) * PANGO_SCALE);
  return text;
}

static void
draw_text (Drawing *drawing,
           PangoLayout *text,
           double x,
           double y)
{
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (drawing->snapshot, text, &drawing->colours.text);
  gtk_snapshot_restore (drawing->snapshot);
}

static void
draw_name (Drawing *drawing,
           const graphene_rect_t *box,
           gint64 team,
           gboolean has_icon)
{
  RemitBoardMap *self = drawing->map;
  RemitEntity *entity =
    remit_workspace_get (remit_board_model_get_workspace (self->model), REMIT_KIND_TEAM, team);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int padding = get_padding (self);
  int taken = has_icon ? get_icon_size (self) + padding : 0;
  PangoLayout *text;

  if (entity == NULL)
    return;
  text = get_text (self, team, remit_entity_get_text (entity, REMIT_TEAM_NAME),
                   (int) box->size.width - 2 * padding - taken);
  draw_text (drawing, text, box->origin.x + padding + (rtl ? taken : 0),
             box->origin.y + padding - 1);
}

/* ── Items ────────────────────────────────────────────────────────────────────────────────── */

/* The focused, selected or drop-target item. */
static void
draw_marks (Drawing *drawing,
            const graphene_rect_t *box,
            int item,
            gboolean selected)
{
  RemitBoardMap *self = drawing->map;
  graphene_rect_t ring = *box;

  graphene_rect_inset (&ring, -RING, -RING);
  if (self->over != 0 && self->over == remit_board_map_get_item_team (self, item))
    draw_border (drawing, &ring, 3,
                 self->verdict == REMIT_VERDICT_FINE       ? &drawing->colours.success
                 : self->verdict == REMIT_VERDICT_DOUBTFUL ? &drawing->colours.warning
                                                           : &drawing->colours.error);
  else if (item == drawing->cursor)
    draw_border (drawing, &ring, RING, &drawing->colours.accent);
  else if (selected)
    draw_border (drawing, &ring, RING, &drawing->colours.text);
}

static void
draw_block (Drawing *drawing,
            const graphene_rect_t *box,
            int item)
{
  gint64 team = remit_board_map_get_item_team (drawing->map, item);
  const RemitMapFigure *figure = get_figure (drawing, team);
  gboolean small = drawing->map->size == REMIT_MAP_SMALL;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, box, RADIUS);
  if (!small)
    gtk_snapshot_push_rounded_clip (drawing->snapshot, &outline);
  gtk_snapshot_append_color (drawing->snapshot, &drawing->colours.card, box);
  if (figure != NULL)
    draw_level (drawing, box, figure);
  if (!small)
    gtk_snapshot_pop (drawing->snapshot);
  if (small)
    gsk_rounded_rect_init_from_rect (&outline, box, 0);
  gtk_snapshot_append_border (drawing->snapshot, &outline, (const float[]){ 1, 1, 1, 1 },
                              (const GdkRGBA[]){ drawing->colours.line, drawing->colours.line,
                                                 drawing->colours.line, drawing->colours.line });
  if (figure != NULL)
    draw_icon (drawing, box, figure);
  if (!small)
    draw_name (drawing, box, team, figure != NULL && get_icon (figure->tone) != NULL);
  draw_marks (drawing, box, item, team != 0 && team == drawing->map->selected);
}

/* Returns: (transfer none): name and size of a group, made once */
static PangoLayout *
get_heading (RemitBoardMap *self,
             const RemitBoardGroup *group)
{
  PangoLayout *text = g_hash_table_lookup (self->texts, group->key);
  g_autofree char *name = NULL;
  g_autofree char *teams = NULL;
  g_autofree char *markup = NULL;

  if (text != NULL)
    return text;
  name = g_markup_escape_text (group->name, -1);
  teams = g_strdup_printf (ngettext ("%u team", "%u teams", (guint) group->n_teams),
                           (guint) group->n_teams);
  markup = g_strdup_printf ("<b>%s</b>  <small>%s</small>", name, teams);
  text = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_markup (text, markup, -1);
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  g_hash_table_insert (self->texts, g_strdup (group->key), text);
  return text;
}

static void
draw_heading (Drawing *drawing,
              const graphene_rect_t *box,
              int item)
{
  GtkWidget *widget = GTK_WIDGET (drawing->map);
  const RemitBoardGroup *group = remit_board_map_get_item_group (drawing->map, item);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PangoLayout *text = get_heading (drawing->map, group);
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
    gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
    group->folded ? "pan-end-symbolic" : "pan-down-symbolic", NULL, 16,
    gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
  int height;

  pango_layout_set_width (text, MAX (1, (int) box->size.width - 20) * PANGO_SCALE);
  pango_layout_get_pixel_size (text, NULL, &height);
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (
    drawing->snapshot,
    &GRAPHENE_POINT_INIT (rtl ? box->origin.x + box->size.width - 16 : box->origin.x,
                          box->origin.y + (box->size.height - 16) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), drawing->snapshot, 16,
                                            16, &drawing->colours.text, 1);
  gtk_snapshot_restore (drawing->snapshot);
  draw_text (drawing, text, box->origin.x + (rtl ? 0 : 20),
             box->origin.y + (box->size.height - (float) height) / 2);
  draw_marks (drawing, box, item, FALSE);
}

static int
find_visible_cursor (RemitBoardMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (widget);

  return gtk_widget_has_focus (widget) && gtk_window_get_focus_visible (GTK_WINDOW (root))
           ? remit_board_map_find_cursor (self)
           : -1;
}

void
remit_board_map_draw (RemitBoardMap *self,
                      GtkSnapshot *snapshot)
{
  int top = remit_scroller_get_y (&self->scroller);
  Drawing drawing = { self, snapshot, .until = g_get_monotonic_time () + PATIENCE };
  int first, last;

  drawing.cursor = find_visible_cursor (self);
  remit_map_palette_init (&drawing.colours, GTK_WIDGET (self));
  self->unfinished = FALSE;
  if (!remit_map_layout_find_items (self->layout, top, gtk_widget_get_height (GTK_WIDGET (self)),
                                    &first, &last))
    return;
  for (int i = first; i <= last; i++)
    {
      const RemitMapItem *item = remit_map_layout_get_item (self->layout, i);
      const graphene_rect_t box =
        GRAPHENE_RECT_INIT ((float) item->x, (float) (item->y - top), (float) item->width,
                            (float) item->height);

      if (item->is_heading)
        draw_heading (&drawing, &box, i);
      else
        draw_block (&drawing, &box, i);
    }
}
