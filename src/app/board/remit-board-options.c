/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the plan the board's view shows: grouping, folding and filter, as they are chosen, and
 * as they were left in the workspace. */
#include "remit-board-bench.h"
#include "remit-board-view-private.h"
#include "settings/remit-state-board.h"
#include "widgets/remit-menu.h"

enum {
  PROP_READY = 1,
  PROP_GROUPING,
  PROP_ZOOM,
  PROP_COLORS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* In the menu and in the settings. */
static const char *const groupings[REMIT_BOARD_N_GROUPINGS] = {
  [REMIT_BOARD_BY_NOTHING] = "nothing",
  [REMIT_BOARD_BY_PARENT] = "parent",
  [REMIT_BOARD_BY_SECTION] = "section",
  [REMIT_BOARD_BY_STAGE] = "stage",
};

static const char *const zooms[REMIT_BOARD_N_ZOOMS] = {
  [REMIT_BOARD_DETAIL] = "detail",
  [REMIT_BOARD_NAMES] = "names",
  [REMIT_BOARD_MAP_OF_ALL] = "map",
};

static const char *const colors[REMIT_MAP_N_COLORS] = {
  [REMIT_MAP_BY_FILL] = "fill",
  [REMIT_MAP_BY_LOAD] = "load",
  [REMIT_MAP_BY_FINDINGS] = "findings",
};

/* Returns: the one with a name, or @otherwise */
static guint
find_name (const char *const *names,
           guint n_names,
           const char *name,
           guint otherwise)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;
  return otherwise;
}

static RemitBoardGrouping
find_grouping (const char *name)
{
  return (RemitBoardGrouping) find_name (groupings, G_N_ELEMENTS (groupings), name,
                                         REMIT_BOARD_BY_PARENT);
}

static RemitBoardZoom
find_zoom (const char *name)
{
  return (RemitBoardZoom) find_name (zooms, G_N_ELEMENTS (zooms), name, REMIT_BOARD_DETAIL);
}

static RemitMapColors
find_colors (const char *name)
{
  return (RemitMapColors) find_name (colors, G_N_ELEMENTS (colors), name, REMIT_MAP_BY_FILL);
}

/* ── Remembering ──────────────────────────────────────────────────────────────────────────── */

/* Returns: (nullable): the file of the workspace; not of an earlier version, which goes with its
 * window */
static const char *
get_path (RemitBoardView *self)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));
  RemitStore *store = workspace != NULL ? remit_workspace_get_store (workspace) : NULL;

  return store != NULL && !remit_store_is_read_only (store) ? remit_store_get_path (store) : NULL;
}

static void
save (RemitBoardView *self)
{
  const RemitBoardFilter *filter = remit_board_get_filter (self->board);
  const char *path = get_path (self);
  g_auto (GStrv) folded = NULL;
  RemitStateBoard board = {
    .grouping = (char *) groupings[remit_board_get_grouping (self->board)],
    .zoom = (char *) zooms[self->zoom],
    .colors = (char *) colors[self->colors],
    .text = filter->text,
    .topology = filter->topology,
    .risk = filter->risk,
    .vacancy = (int) filter->vacancy,
    .findings = (int) filter->findings,
  };

  if (path == NULL || self->restoring)
    return;
  board.folded = folded = remit_board_dup_folded (self->board);
  remit_state_board_set (path, &board);
}

/* Another version of the program may have written what this one does not know. */
static void
restore_filter (RemitBoardView *self,
                const RemitStateBoard *board)
{
  const RemitBoardFilter filter = {
    .text = board->text,
    .topology = MAX (board->topology, REMIT_BOARD_ANY),
    .risk = MAX (board->risk, REMIT_BOARD_ANY),
    .vacancy = (RemitBoardVacancy) CLAMP (board->vacancy, 0, REMIT_BOARD_NO_VACANT_SLOTS),
    .findings = (RemitBoardFindings) CLAMP (board->findings, 0, REMIT_BOARD_WITHOUT_FINDINGS),
  };

  remit_board_set_filter (self->board, &filter);
  if (self->filter_bar != NULL)
    remit_board_filter_bar_set (self->filter_bar, &filter);
  gtk_toggle_button_set_active (self->filters, remit_board_filter_is_set (&filter));
}

void
remit_board_options_restore (RemitBoardView *self)
{
  g_auto (RemitStateBoard) board = { .topology = REMIT_BOARD_ANY, .risk = REMIT_BOARD_ANY };
  const char *path = get_path (self);

  if (path != NULL)
    remit_state_board_get (path, &board);
  self->restoring = TRUE;
  remit_board_set_grouping (self->board, find_grouping (board.grouping));
  remit_board_take_folded (self->board, (const char *const *) board.folded);
  restore_filter (self, &board);
  remit_board_zoom_set_colors (self, find_colors (board.colors));
  remit_board_zoom_set (self, remit_board_bench_get_zoom () != NULL
                                ? find_zoom (remit_board_bench_get_zoom ())
                                : find_zoom (board.zoom));
  self->restoring = FALSE;
  for (guint i = PROP_GROUPING; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/* ── Choosing ─────────────────────────────────────────────────────────────────────────────── */

void
remit_board_options_update (RemitBoardView *self)
{
  gboolean has_groups = remit_board_has_groups (self->board);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.fold-groups", has_groups);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.unfold-groups", has_groups);
}

void
remit_board_options_changed (RemitBoardView *self)
{
  REMIT_VIEW_GET_CLASS (self)->update (REMIT_VIEW (self));
  save (self);
}

static void
on_filter_changed (RemitBoardView *self)
{
  g_auto (RemitBoardFilter) filter = { 0 };

  remit_board_filter_bar_get (self->filter_bar, &filter);
  remit_board_set_filter (self->board, &filter);
  remit_board_options_changed (self);
}

/* The bar has many parts, and few people want them. */
static void
on_filters_toggled (RemitBoardView *self)
{
  if (self->filter_bar != NULL || !gtk_toggle_button_get_active (self->filters))
    return;
  self->filter_bar = g_object_new (REMIT_TYPE_BOARD_FILTER_BAR, NULL);
  remit_board_filter_bar_set (self->filter_bar, remit_board_get_filter (self->board));
  g_signal_connect_object (self->filter_bar, "changed", G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->filter_place, GTK_WIDGET (self->filter_bar));
}

static void
on_clear_filters (GtkWidget *widget,
                  const char *name G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (widget);
  RemitBoardFilter all;

  remit_board_filter_init (&all);
  remit_board_set_filter (self->board, &all);
  if (self->filter_bar != NULL)
    remit_board_filter_bar_set (self->filter_bar, &all);
  remit_board_options_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

static void
on_fold_groups (GtkWidget *widget,
                const char *name,
                GVariant *parameter G_GNUC_UNUSED)
{
  remit_board_fold_all (REMIT_BOARD_VIEW (widget)->board, g_str_equal (name, "view.fold-groups"));
}

static void
on_create_popup (GtkMenuButton *button,
                 gpointer data G_GNUC_UNUSED)
{
  remit_menu_fill (button, "board", NULL);
}

/* ── Properties ───────────────────────────────────────────────────────────────────────────── */

static void
get_property (GObject *object,
              guint prop_id,
              GValue *value,
              GParamSpec *pspec)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (object);

  switch (prop_id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    case PROP_GROUPING:
      g_value_set_static_string (value, groupings[remit_board_get_grouping (self->board)]);
      break;
    case PROP_ZOOM:
      g_value_set_static_string (value, zooms[self->zoom]);
      break;
    case PROP_COLORS:
      g_value_set_static_string (value, colors[self->colors]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_property (GObject *object,
              guint prop_id,
              const GValue *value,
              GParamSpec *pspec)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (object);

  switch (prop_id)
    {
    case PROP_GROUPING:
      remit_board_set_grouping (self->board, find_grouping (g_value_get_string (value)));
      break;
    case PROP_ZOOM:
      remit_board_zoom_set (self, find_zoom (g_value_get_string (value)));
      break;
    case PROP_COLORS:
      remit_board_zoom_set_colors (self, find_colors (g_value_get_string (value)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  remit_board_options_changed (self);
  g_object_notify_by_pspec (object, pspec);
}

void
remit_board_options_install (RemitBoardViewClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  properties[PROP_READY] = g_param_spec_boolean (
    "ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_GROUPING] = g_param_spec_string ("grouping", NULL, NULL, NULL, flags);
  properties[PROP_ZOOM] = g_param_spec_string ("zoom", NULL, NULL, NULL, flags);
  properties[PROP_COLORS] = g_param_spec_string ("map-colors", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "view.group-by", "grouping");
  gtk_widget_class_install_property_action (widget_class, "view.zoom", "zoom");
  gtk_widget_class_install_property_action (widget_class, "view.map-colors", "map-colors");
  gtk_widget_class_install_action (widget_class, "view.fold-groups", NULL, on_fold_groups);
  gtk_widget_class_install_action (widget_class, "view.unfold-groups", NULL, on_fold_groups);
  gtk_widget_class_install_action (widget_class, "view.clear-filters", NULL, on_clear_filters);
}

void
remit_board_options_init (RemitBoardView *self)
{
  gtk_menu_button_set_create_popup_func (self->more, on_create_popup, self, NULL);
  g_signal_connect_object (self->filters, "toggled", G_CALLBACK (on_filters_toggled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "folded", G_CALLBACK (remit_board_options_changed),
                           self, G_CONNECT_SWAPPED);
}
