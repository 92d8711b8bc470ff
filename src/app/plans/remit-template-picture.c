/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template as a picture: a block for each team, and a mark for each of its slots. */
#include "remit-template-picture.h"

#include <glib/gi18n.h>

#include "board/map/remit-map-layout.h"
#include "board/map/remit-map-palette.h"
#include "model/remit-percent.h"
#include "widgets/drawing/remit-scale.h"

/* Pixels. */
#define BLOCK_WIDTH 148
#define BLOCK_GAP 8
#define PADDING 8
#define RADIUS 8
#define MARK 16
#define MARK_GAP 4
#define MARK_RADIUS 3
#define LINE_GAP 4

/**
 * RemitTemplatePicture:
 *
 * The blocks stand as those of the map of teams do, the marks in them as blocks in a map of their
 * own. A mark is filled from below as far as the slot takes a person's time; one of a slot that may
 * stay vacant is round.
 */
struct _RemitTemplatePicture
{
  GtkWidget parent_instance;

  const RemitTemplateDetails *details;
  RemitMapLayout *blocks;
  GPtrArray *marks; /* of RemitMapLayout, for each team */
  GPtrArray *texts; /* of PangoLayout: name and topology of each team */
  int width;        /* that they are laid out for */
};

G_DEFINE_FINAL_TYPE (RemitTemplatePicture, remit_template_picture, GTK_TYPE_WIDGET)

static const RemitTemplateTeam *
get_team (RemitTemplatePicture *self,
          guint i)
{
  return self->details->teams->pdata[i];
}

static guint
get_n_teams (RemitTemplatePicture *self)
{
  return self->details != NULL ? self->details->teams->len : 0;
}

static const char *
get_topology (const RemitTemplateTeam *team)
{
  if (team->topology == REMIT_TOPOLOGY_UNSET)
    return "";
  return _ (remit_team_info.fields[REMIT_TEAM_TOPOLOGY].choices[team->topology].label);
}

/* ── Layout ───────────────────────────────────────────────────────────────────────────────── */

static PangoLayout *
create_text (RemitTemplatePicture *self,
             const char *text,
             gboolean is_name)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, is_name ? pango_attr_weight_new (PANGO_WEIGHT_BOLD)
                                              : pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, is_name ? -2 : -1);
  return layout;
}

static void
create_texts (RemitTemplatePicture *self)
{
  g_ptr_array_set_size (self->texts, 0);
  for (guint i = 0; i < get_n_teams (self); i++)
    {
      g_ptr_array_add (self->texts, create_text (self, get_team (self, i)->name, TRUE));
      g_ptr_array_add (self->texts, create_text (self, get_topology (get_team (self, i)), FALSE));
    }
}

static gboolean
is_rtl (RemitTemplatePicture *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
place_blocks (RemitTemplatePicture *self,
              int width,
              int height)
{
  const RemitMapMetrics metrics = {
    .block_width = remit_scale (GTK_WIDGET (self), BLOCK_WIDTH),
    .block_height = height,
    .stretch = TRUE,
    .gap = BLOCK_GAP,
  };

  remit_map_layout_begin (self->blocks, &metrics, width, is_rtl (self));
  for (guint i = 0; i < get_n_teams (self); i++)
    remit_map_layout_add_block (self->blocks, (int) i, -1);
}

static int
get_text_height (RemitTemplatePicture *self,
                 guint i,
                 int width)
{
  PangoLayout *text = self->texts->pdata[i];
  int height;

  pango_layout_set_width (text, MAX (1, width) * PANGO_SCALE);
  pango_layout_get_pixel_size (text, NULL, &height);
  return *pango_layout_get_text (text) != '\0' ? height : 0;
}

/* Places the marks of a team. Returns: how high its block has to be */
static int
place_marks (RemitTemplatePicture *self,
             guint i,
             int width)
{
  int size = remit_scale (GTK_WIDGET (self), MARK);
  const RemitMapMetrics metrics = { .block_width = size, .block_height = size, .gap = MARK_GAP };
  RemitMapLayout *marks = remit_map_layout_new ();
  const RemitTemplateTeam *team = get_team (self, i);

  remit_map_layout_begin (marks, &metrics, width, is_rtl (self));
  for (guint j = 0; j < team->slots->len; j++)
    remit_map_layout_add_block (marks, (int) j, -1);
  g_ptr_array_add (self->marks, marks);
  return get_text_height (self, 2 * i, width) + get_text_height (self, 2 * i + 1, width)
         + remit_map_layout_get_height (marks) + LINE_GAP + 2 * PADDING;
}

static void
lay_out (RemitTemplatePicture *self,
         int width)
{
  int height = 0;

  if (width == self->width)
    return;
  self->width = width;
  g_ptr_array_set_size (self->marks, 0);
  place_blocks (self, width, 1);
  for (guint i = 0; i < get_n_teams (self); i++)
    {
      int inner = remit_map_layout_get_item (self->blocks, (int) i)->width - 2 * PADDING;
      int needed = place_marks (self, i, inner);

      height = MAX (height, needed);
    }
  place_blocks (self, width, height);
}

/* What is drawn and pointed at stands where there is room for it: the picture may have been
 * measured for another width since, or be of another template that has no room yet. */
static void
lay_out_here (RemitTemplatePicture *self)
{
  lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

/* Has everything placed anew. */
static void
forget (RemitTemplatePicture *self)
{
  self->width = -1;
  create_texts (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static GtkSizeRequestMode
remit_template_picture_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
remit_template_picture_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline G_GNUC_UNUSED,
                                int *natural_baseline G_GNUC_UNUSED)
{
  RemitTemplatePicture *self = REMIT_TEMPLATE_PICTURE (widget);
  int width = remit_scale (widget, BLOCK_WIDTH);

  *minimum = *natural = width;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  lay_out (self, MAX (for_size, width));
  *minimum = *natural = remit_map_layout_get_height (self->blocks);
}

static void
remit_template_picture_size_allocate (GtkWidget *widget,
                                      int width,
                                      int height G_GNUC_UNUSED,
                                      int baseline G_GNUC_UNUSED)
{
  lay_out (REMIT_TEMPLATE_PICTURE (widget), width);
}

/* ── Drawing ──────────────────────────────────────────────────────────────────────────────── */

static void
draw_outline (GtkSnapshot *snapshot,
              const GskRoundedRect *outline,
              const GdkRGBA *colour)
{
  gtk_snapshot_append_border (snapshot, outline, (const float[]){ 1, 1, 1, 1 },
                              (const GdkRGBA[]){ *colour, *colour, *colour, *colour });
}

static void
draw_mark (GtkSnapshot *snapshot,
           const RemitMapPalette *colours,
           const graphene_rect_t *box,
           const RemitTemplateSlot *slot)
{
  graphene_rect_t part = *box;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, box,
                                   slot->is_required ? MARK_RADIUS : box->size.width / 2);
  part.size.height = box->size.height * (float) MIN (slot->fte, 100) / 100;
  part.origin.y += box->size.height - part.size.height;
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colours->accent, &part);
  gtk_snapshot_pop (snapshot);
  draw_outline (snapshot, &outline, &colours->line);
}

static int
draw_text (RemitTemplatePicture *self,
           GtkSnapshot *snapshot,
           guint i,
           const GdkRGBA *colour,
           const graphene_rect_t *box,
           int top)
{
  int height = get_text_height (self, i, (int) box->size.width - 2 * PADDING);

  if (height == 0)
    return 0;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box->origin.x + PADDING,
                                                          box->origin.y + (float) top));
  gtk_snapshot_append_layout (snapshot, self->texts->pdata[i], colour);
  gtk_snapshot_restore (snapshot);
  return height;
}

static graphene_rect_t
get_box (RemitMapLayout *layout,
         guint i)
{
  const RemitMapItem *item = remit_map_layout_get_item (layout, (int) i);

  return GRAPHENE_RECT_INIT ((float) item->x, (float) item->y, (float) item->width,
                             (float) item->height);
}

/* Marks stand at the lower end of the block, so that those of teams in one line are level. */
static graphene_rect_t
get_mark (RemitTemplatePicture *self,
          guint team,
          guint slot)
{
  graphene_rect_t block = get_box (self->blocks, team);
  RemitMapLayout *marks = self->marks->pdata[team];
  graphene_rect_t box = get_box (marks, slot);

  box.origin.x += block.origin.x + PADDING;
  box.origin.y += block.origin.y + block.size.height - PADDING
                  - (float) remit_map_layout_get_height (marks);
  return box;
}

static void
draw_block (RemitTemplatePicture *self,
            GtkSnapshot *snapshot,
            const RemitMapPalette *colours,
            guint i)
{
  const RemitTemplateTeam *team = get_team (self, i);
  graphene_rect_t box = get_box (self->blocks, i);
  GskRoundedRect outline;
  int top = PADDING;

  gsk_rounded_rect_init_from_rect (&outline, &box, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colours->card, &box);
  gtk_snapshot_pop (snapshot);
  draw_outline (snapshot, &outline, &colours->line);
  top += draw_text (self, snapshot, 2 * i, &colours->text, &box, top);
  draw_text (self, snapshot, 2 * i + 1, &colours->text, &box, top);
  for (guint j = 0; j < team->slots->len; j++)
    {
      graphene_rect_t mark = get_mark (self, i, j);

      draw_mark (snapshot, colours, &mark, team->slots->pdata[j]);
    }
}

static void
remit_template_picture_snapshot (GtkWidget *widget,
                                 GtkSnapshot *snapshot)
{
  RemitTemplatePicture *self = REMIT_TEMPLATE_PICTURE (widget);
  RemitMapPalette colours;

  lay_out_here (self);
  remit_map_palette_init (&colours, widget);
  for (guint i = 0; i < get_n_teams (self); i++)
    draw_block (self, snapshot, &colours, i);
}

/* ── In words ─────────────────────────────────────────────────────────────────────────────── */

/* "ML team, Stream-aligned: 5 slots, 3.8 FTE" */
static char *
dup_team_words (const RemitTemplateTeam *team)
{
  const char *topology = get_topology (team);
  g_autofree char *name = *topology == '\0' ? g_strdup (team->name)
                                            /* Translators: a team, and its topology */
                                            : g_strdup_printf (_ ("%1$s, %2$s"), team->name,
                                                               topology);

  /* Translators: a team, how many slots it has, and full-time equivalents */
  return g_strdup_printf (ngettext ("%1$s: %2$u slot, %3$.1f FTE", "%1$s: %2$u slots, %3$.1f FTE",
                                    team->slots->len),
                          name, team->slots->len,
                          remit_template_team_get_size (team, FALSE).fte / 100.0);
}

static void
name (RemitTemplatePicture *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < get_n_teams (self); i++)
    {
      g_autofree char *part = dup_team_words (get_team (self, i));

      g_strv_builder_add (parts, part);
    }
  list = g_strv_builder_end (parts);
  words = g_strjoinv ("; ", list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *words != '\0' ? words : _ ("Teams"), -1);
}

static char *
dup_slot_words (const RemitTemplateSlot *slot)
{
  g_autofree char *percent = remit_percent_keep (g_strdup_printf (_ ("%d %%"), slot->fte));

  /* Translators: a slot, and its percent */
  return g_strdup_printf (slot->is_required ? _ ("%1$s: %2$s") : _ ("%1$s: %2$s, optional"),
                          slot->name, percent);
}

static gboolean
on_query_tooltip (RemitTemplatePicture *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  int i;

  if (keyboard || get_n_teams (self) == 0)
    return FALSE;
  lay_out_here (self);
  i = remit_map_layout_hit (self->blocks, x, y);
  if (i < 0)
    return FALSE;
  for (guint j = 0; text == NULL && j < get_team (self, (guint) i)->slots->len; j++)
    {
      graphene_rect_t box = get_mark (self, (guint) i, j);

      if (graphene_rect_contains_point (&box, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        text = dup_slot_words (get_team (self, (guint) i)->slots->pdata[j]);
    }
  if (text == NULL)
    text = dup_team_words (get_team (self, (guint) i));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_template_picture_css_changed (GtkWidget *widget,
                                    GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (remit_template_picture_parent_class)->css_changed (widget, change);
  forget (REMIT_TEMPLATE_PICTURE (widget));
}

static void
remit_template_picture_direction_changed (GtkWidget *widget,
                                          GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (remit_template_picture_parent_class)->direction_changed (widget, previous);
  forget (REMIT_TEMPLATE_PICTURE (widget));
}

static void
remit_template_picture_finalize (GObject *object)
{
  RemitTemplatePicture *self = REMIT_TEMPLATE_PICTURE (object);

  remit_map_layout_free (self->blocks);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->texts);

  G_OBJECT_CLASS (remit_template_picture_parent_class)->finalize (object);
}

static void
remit_template_picture_class_init (RemitTemplatePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_template_picture_finalize;
  widget_class->get_request_mode = remit_template_picture_get_request_mode;
  widget_class->measure = remit_template_picture_measure;
  widget_class->size_allocate = remit_template_picture_size_allocate;
  widget_class->snapshot = remit_template_picture_snapshot;
  widget_class->css_changed = remit_template_picture_css_changed;
  widget_class->direction_changed = remit_template_picture_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "templatepicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
remit_template_picture_init (RemitTemplatePicture *self)
{
  self->blocks = remit_map_layout_new ();
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_map_layout_free);
  self->texts = g_ptr_array_new_with_free_func (g_object_unref);
  self->width = -1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}

void
remit_template_picture_set (RemitTemplatePicture *self,
                            const RemitTemplateDetails *details)
{
  g_return_if_fail (REMIT_IS_TEMPLATE_PICTURE (self));

  self->details = details;
  forget (self);
  name (self);
}
