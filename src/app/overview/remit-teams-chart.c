/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map of the organisation: teams within teams, and who is in several. */
#include "remit-teams-chart.h"

#include <glib/gi18n.h>

#include "remit-brackets.h"
#include "widgets/drawing/remit-scale.h"

/* Pixels, for the usual text. */
#define ROW 26
#define WIDTH 360
#define INDENT 18
#define SIGN 12
#define GAP 8
#define LANE 9
#define WIDE_LANE 26
#define BRACKET 12
#define FIGURE 16
#define SMALL 0.8
#define MAX_WIDTH 4
#define RADIUS 8
#define BESIDE 3

#define MAX_DEPTH 8
#define MAX_LANES 16
/* More than that are not told from each other: those with the most people are drawn. */
#define MAX_LINKS 300
/* Brackets begin at the names of that many teams; of more these are not measured. */
#define MAX_MEASURED 120


struct _RemitTeamsChart
{
  RemitPlot parent_instance;

  const RemitOverview *overview;
  GArray *brackets;
  guint n_lanes;

};

G_DEFINE_FINAL_TYPE (RemitTeamsChart, remit_teams_chart, REMIT_TYPE_PLOT)

static const RemitOverviewTeam *
get_team (RemitTeamsChart *self,
          guint row)
{
  return &g_array_index (self->overview->teams, RemitOverviewTeam, row);
}

static guint
get_n_teams (RemitTeamsChart *self)
{
  return self->overview != NULL ? self->overview->teams->len : 0;
}

/* ── What it says ─────────────────────────────────────────────────────────────────────────── */

static const char *
get_topology (const RemitOverviewTeam *team)
{
  return _ (remit_team_info.fields[REMIT_TEAM_TOPOLOGY].choices[team->topology].label);
}

/* Returns: (nullable): the team around one */
static const RemitOverviewTeam *
find_parent (RemitTeamsChart *self,
             guint row)
{
  guint depth = get_team (self, row)->depth;

  while (depth > 0 && row-- > 0)
    if (get_team (self, row)->depth < depth)
      return get_team (self, row);
  return NULL;
}

/* Returns: (transfer full): "Data (2), Shop (1)": teams with people in common, and how many */
static char *
dup_links (RemitTeamsChart *self,
           guint row)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->overview->links->len; i++)
    {
      const RemitTeamLink *link = &g_array_index (self->overview->links, RemitTeamLink, i);

      if (link->from == row || link->to == row)
        /* Translators: the name of a team, and how many people it has in common with another */
        g_string_append_printf (words, _ ("%1$s%2$s (%3$u)"), words->len > 0 ? ", " : "",
                                get_team (self, link->from == row ? link->to : link->from)->name,
                                link->n_people);
    }
  return g_string_free (words, FALSE);
}

static guint
remit_teams_chart_get_n_items (RemitPlot *plot)
{
  return get_n_teams (REMIT_TEAMS_CHART (plot));
}

static char *
remit_teams_chart_dup_words (RemitPlot *plot,
                             guint item)
{
  RemitTeamsChart *self = REMIT_TEAMS_CHART (plot);
  const RemitOverviewTeam *team = get_team (self, item);
  const RemitOverviewTeam *parent = find_parent (self, item);
  g_autofree char *links = dup_links (self, item);
  GString *words = g_string_new (team->name);

  if (parent != NULL)
    /* Translators: after the name of a team: the one that it is a part of */
    g_string_append_printf (words, _ (", in %s"), parent->name);
  if (team->topology != REMIT_TOPOLOGY_UNSET)
    g_string_append_printf (words, ", %s", get_topology (team));
  if (*links != '\0')
    /* Translators: after the name of a team: other teams, with how many people in brackets */
    g_string_append_printf (words, _ (", people in common with %s"), links);
  return g_string_free (words, FALSE);
}

static GPtrArray *
remit_teams_chart_dup_rows (RemitPlot *plot)
{
  RemitTeamsChart *self = REMIT_TEAMS_CHART (plot);
  GPtrArray *rows = remit_chart_rows_new ();
  GPtrArray *head = remit_chart_rows_add (rows, _ ("Team"));

  /* Translators: the head of a column: the team that a team is a part of */
  g_ptr_array_add (head, g_strdup (_ ("Part of")));
  g_ptr_array_add (head, g_strdup (_ ("Topology")));
  g_ptr_array_add (head, g_strdup (_ ("People in common with")));
  for (guint row = 0; row < get_n_teams (self); row++)
    {
      const RemitOverviewTeam *parent = find_parent (self, row);
      GPtrArray *texts = remit_chart_rows_add (rows, get_team (self, row)->name);

      g_ptr_array_add (texts, g_strdup (parent != NULL ? parent->name : ""));
      g_ptr_array_add (texts, g_strdup (get_topology (get_team (self, row))));
      g_ptr_array_add (texts, dup_links (self, row));
    }
  return rows;
}

/* ── Drawing ──────────────────────────────────────────────────────────────────────────────── */

static void
remit_teams_chart_get_size (RemitPlot *plot,
                            int *width,
                            int *height)
{
  RemitTeamsChart *self = REMIT_TEAMS_CHART (plot);

  *width = remit_scale (GTK_WIDGET (self), WIDTH);
  *height = (int) get_n_teams (self) * remit_scale (GTK_WIDGET (self), ROW);
}

/* Topologies are told apart by their shape: a bar across, a bar down, a ring, a square, a dot. */
static void
draw_sign (RemitTeamsChart *self,
           RemitPainter *painter,
           RemitTopology topology,
           int from,
           int y)
{
  int size = remit_scale (GTK_WIDGET (self), SIGN);
  const GdkRGBA *colour = &painter->palette.tones[REMIT_TONE_NORMAL];
  graphene_rect_t place = remit_painter_place (painter, from, y, size, size);

  switch (topology)
    {
    case REMIT_TOPOLOGY_STREAM_ALIGNED:
      place = remit_painter_place (painter, from, y + size / 3, size, size / 3 + 1);
      remit_painter_fill (painter, &place, colour, 2);
      return;
    case REMIT_TOPOLOGY_PLATFORM:
      place = remit_painter_place (painter, from, y + size / 2, size, size / 2);
      remit_painter_fill (painter, &place, colour, 0);
      place = remit_painter_place (painter, from, y, size, size);
      remit_painter_outline (painter, &place, colour, 0, 1);
      return;
    case REMIT_TOPOLOGY_ENABLING:
      remit_painter_outline (painter, &place, colour, (float) size / 2, 2);
      return;
    case REMIT_TOPOLOGY_COMPLICATED_SUBSYSTEM:
      remit_painter_draw_pattern (painter, &place, colour, 0.4);
      return;
    case REMIT_TOPOLOGY_UNSET:
    default:
      place = remit_painter_place (painter, from + size / 3, y + size / 3, size / 3, size / 3);
      remit_painter_fill (painter, &place, &painter->palette.text, (float) size / 6);
      return;
    }
}

/* The line from the team around this one. */
static void
draw_branch (RemitTeamsChart *self,
             RemitPainter *painter,
             guint row,
             int from)
{
  int height = remit_scale (GTK_WIDGET (self), ROW);
  int indent = remit_scale (GTK_WIDGET (self), INDENT);
  guint depth = get_team (self, row)->depth;
  guint before = row;
  GdkRGBA colour = painter->palette.text;
  graphene_rect_t line;
  int top;

  colour.alpha *= 0.4f;
  /* from the one before within the same team, or from that team */
  while (before > 0 && get_team (self, --before)->depth > depth)
    ;
  top = (int) before * height + height / 2
        + (get_team (self, before)->depth < depth ? remit_scale (GTK_WIDGET (self), SIGN) / 2 : 0);
  line = remit_painter_place (painter, from - indent + 6, top, 1,
                              (int) row * height + height / 2 - top);
  gtk_snapshot_append_color (painter->snapshot, &colour, &line);
  line = remit_painter_place (painter, from - indent + 6, (int) row * height + height / 2,
                              indent - 8, 1);
  gtk_snapshot_append_color (painter->snapshot, &colour, &line);
}

/* Where brackets begin, and how far each lane is from the next. */
typedef struct {
  int from;
  int lane;
} Brackets;

static int
get_indent (RemitTeamsChart *self,
            guint row)
{
  return (int) MIN (get_team (self, row)->depth, MAX_DEPTH)
           * remit_scale (GTK_WIDGET (self), INDENT) + 4;
}

/* They stand close to the names, and use the room that is there, but no more than is easy to
 * read. */
static Brackets
find_brackets (RemitTeamsChart *self,
               RemitPainter *painter)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int least = remit_scale (widget, BRACKET) + (int) self->n_lanes * remit_scale (widget, LANE);
  int before = remit_scale (widget, SIGN) + 2 * GAP;
  Brackets brackets = { painter->width, 0 };
  int names = 0;

  if (self->n_lanes == 0)
    return brackets;
  for (guint row = 0; row < MIN (get_n_teams (self), MAX_MEASURED); row++)
    names = MAX (names, get_indent (self, row) + before
                          + remit_painter_measure (painter, get_team (self, row)->name, 1));
  if (get_n_teams (self) > MAX_MEASURED)
    names = painter->width;
  brackets.from = MIN (names + GAP, painter->width - least);
  brackets.lane = CLAMP ((painter->width - brackets.from - remit_scale (widget, BRACKET))
                           / (int) self->n_lanes,
                         remit_scale (widget, LANE), remit_scale (widget, WIDE_LANE));
  return brackets;
}

static void
draw_team (RemitTeamsChart *self,
           RemitPainter *painter,
           const Brackets *brackets,
           guint row)
{
  const RemitOverviewTeam *team = get_team (self, row);
  GtkWidget *widget = GTK_WIDGET (self);
  RemitPainterText style = remit_painter_usual_text (painter);
  int height = remit_scale (widget, ROW);
  int sign = remit_scale (widget, SIGN);
  int from = get_indent (self, row);
  graphene_rect_t place = remit_painter_place (painter, from + sign + GAP, (int) row * height,
                                               brackets->from - from - sign - GAP, height);

  if (team->depth > 0)
    draw_branch (self, painter, row, from);
  draw_sign (self, painter, team->topology, from, (int) row * height + (height - sign) / 2);
  remit_painter_draw_text (painter, team->name, &place, &style);
}

/* How many people, on the bracket, where there is room beside it. */
static void
draw_figure (RemitTeamsChart *self,
             RemitPainter *painter,
             const RemitBracket *bracket,
             int edge,
             int middle)
{
  int size = remit_scale (GTK_WIDGET (self), FIGURE);
  RemitPainterText style = remit_painter_usual_text (painter);
  g_autofree char *figure = g_strdup_printf ("%u", bracket->weight);
  graphene_rect_t place = remit_painter_place (painter, edge + 3, middle - size / 2, size, size);

  style.scale = SMALL;
  remit_painter_draw_text (painter, figure, &place, &style);
}

/* A frame without the side towards the names. */
static void
draw_bracket (RemitTeamsChart *self,
              RemitPainter *painter,
              const Brackets *brackets,
              const RemitBracket *bracket)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int row = remit_scale (widget, ROW);
  float line = (float) CLAMP (bracket->weight, 1, MAX_WIDTH);
  /* those that end in a row do so above those that begin there */
  int y = (int) bracket->from * row + row / 2 + BESIDE;
  int width = remit_scale (widget, BRACKET) + (int) bracket->lane * brackets->lane;
  int height = (int) (bracket->to - bracket->from) * row - 2 * BESIDE;
  const GdkRGBA colour = painter->palette.tones[REMIT_TONE_NORMAL];
  graphene_rect_t place = remit_painter_place (painter, brackets->from, y, width, height);
  graphene_size_t round = GRAPHENE_SIZE_INIT (RADIUS, RADIUS);
  graphene_size_t none = GRAPHENE_SIZE_INIT (0, 0);
  gboolean rtl = painter->rtl;
  GskRoundedRect frame;

  gsk_rounded_rect_init (&frame, &place, rtl ? &round : &none, rtl ? &none : &round,
                         rtl ? &none : &round, rtl ? &round : &none);
  gtk_snapshot_append_border (painter->snapshot, &frame,
                              (const float[]){ line, rtl ? 0 : line, line, rtl ? line : 0 },
                              (const GdkRGBA[]){ colour, colour, colour, colour });
  if (brackets->lane >= remit_scale (widget, FIGURE) + 4)
    draw_figure (self, painter, bracket, brackets->from + width, y + height / 2);
}

static void
remit_teams_chart_draw (RemitPlot *plot,
                        RemitPainter *painter)
{
  RemitTeamsChart *self = REMIT_TEAMS_CHART (plot);

  Brackets brackets = find_brackets (self, painter);

  for (guint row = 0; row < get_n_teams (self); row++)
    draw_team (self, painter, &brackets, row);
  for (guint i = 0; i < self->brackets->len; i++)
    draw_bracket (self, painter, &brackets, &g_array_index (self->brackets, RemitBracket, i));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_teams_chart_finalize (GObject *object)
{
  g_array_unref (REMIT_TEAMS_CHART (object)->brackets);

  G_OBJECT_CLASS (remit_teams_chart_parent_class)->finalize (object);
}

static void
remit_teams_chart_class_init (RemitTeamsChartClass *klass)
{
  RemitPlotClass *plot_class = REMIT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_teams_chart_finalize;
  plot_class->row_height = ROW;
  plot_class->get_n_items = remit_teams_chart_get_n_items;
  plot_class->dup_words = remit_teams_chart_dup_words;
  plot_class->get_size = remit_teams_chart_get_size;
  plot_class->draw = remit_teams_chart_draw;
  plot_class->dup_rows = remit_teams_chart_dup_rows;
}

static void
remit_teams_chart_init (RemitTeamsChart *self)
{
  self->brackets = g_array_new (FALSE, FALSE, sizeof (RemitBracket));
}

void
remit_teams_chart_set (RemitTeamsChart *self,
                       const RemitOverview *overview)
{
  g_return_if_fail (REMIT_IS_TEAMS_CHART (self));

  self->overview = overview;
  g_array_set_size (self->brackets, 0);
  for (guint i = 0; overview != NULL && i < overview->links->len; i++)
    {
      const RemitTeamLink *link = &g_array_index (overview->links, RemitTeamLink, i);
      RemitBracket bracket = { link->from, link->to, link->n_people, 0 };

      g_array_append_val (self->brackets, bracket);
    }
  remit_brackets_limit (self->brackets, MAX_LINKS);
  self->n_lanes = remit_brackets_arrange (self->brackets, MAX_LANES);
  remit_plot_refresh (REMIT_PLOT (self));
}
