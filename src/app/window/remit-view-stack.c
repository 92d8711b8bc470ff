/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views of the window, one at a time. */
#include "remit-view-stack.h"

#include <glib/gi18n.h>

#include "board/remit-board-view.h"
#include "plan/design/remit-design.h"
#include "remit-views.h"
#include "widgets/remit-place.h"
#include "widgets/scrolling/remit-flap.h"

struct _RemitViewStack
{
  RemitView parent_instance;

  AdwViewStack *stack; /* of an AdwBin for each view */
  gboolean is_past;
  struct {
    RemitKind kind;
    gint64 id;
  } marked; /* also in views that come later */
};

G_DEFINE_FINAL_TYPE (RemitViewStack, remit_view_stack, REMIT_TYPE_VIEW)

/* Puts the view in its place, or what stands there while there is no plan. */
static void
fill_place (RemitViewStack *self)
{
  const RemitViewInfo *info = remit_views_find (remit_view_stack_get_shown (self));
  GtkWidget *place = adw_view_stack_get_visible_child (self->stack);
  GType wanted;

  if (info == NULL || remit_view_get_workspace (REMIT_VIEW (self)) == NULL)
    return;
  wanted = info->get_type_without_plan != NULL && !remit_view_has_plan (REMIT_VIEW (self))
             ? info->get_type_without_plan ()
             : info->get_type ();
  if (!G_TYPE_CHECK_INSTANCE_TYPE (adw_bin_get_child (ADW_BIN (place)), wanted))
    {
      adw_bin_set_child (ADW_BIN (place), GTK_WIDGET (remit_view_new (wanted, G_OBJECT (self))));
      remit_view_mark_entity (remit_view_stack_get_view (self), self->marked.kind, self->marked.id);
    }
}

static void
remit_view_stack_mark_entity (RemitView *view,
                              RemitKind kind,
                              gint64 id)
{
  RemitViewStack *self = REMIT_VIEW_STACK (view);
  GtkWidget *place = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  self->marked.kind = kind;
  self->marked.id = id;
  for (; place != NULL; place = gtk_widget_get_next_sibling (place))
    if (ADW_IS_BIN (place) && adw_bin_get_child (ADW_BIN (place)) != NULL)
      remit_view_mark_entity (REMIT_VIEW (adw_bin_get_child (ADW_BIN (place))), kind, id);
}

static void
remit_view_stack_show_plan (RemitView *view,
                            RemitWorkspace *workspace,
                            gint64 plan)
{
  fill_place (REMIT_VIEW_STACK (view));
}

/* The history is of the present. */
static void
remit_view_stack_update (RemitView *view)
{
  if (REMIT_VIEW_STACK (view)->is_past)
    remit_view_enable_action (view, "show-story", FALSE);
}

static void
remit_view_stack_focus_search (RemitView *self)
{
  RemitView *view = remit_view_stack_get_view (REMIT_VIEW_STACK (self));

  if (view != NULL)
    remit_view_focus_search (view);
}

/* Somebody who is in a slot of the plan is shown there, in @other if that is a slot; else in the
 * list of people. */
static void
find_slot_of (RemitView *view,
              RemitKind *kind,
              gint64 *id,
              RemitKind other_kind,
              gint64 other)
{
  gint64 assignment = 0;

  if (*kind == REMIT_KIND_PERSON && remit_view_has_plan (view))
    assignment = remit_place_find_assignment (remit_view_get_workspace (view),
                                              remit_view_get_plan (view), *id,
                                              other_kind == REMIT_KIND_SLOT ? other : 0);
  if (assignment == 0)
    return;
  *kind = REMIT_KIND_ASSIGNMENT;
  *id = assignment;
}

/* In the view that has a place for it, if there is one that has something to show. */
static void
remit_view_stack_show_entity (RemitView *view,
                              RemitKind kind,
                              gint64 id,
                              RemitKind other_kind,
                              gint64 other)
{
  RemitViewStack *self = REMIT_VIEW_STACK (view);
  const RemitViewInfo *info;

  find_slot_of (view, &kind, &id, other_kind, other);
  info = remit_views_find_place (kind);
  if (info == NULL || (info->get_type_without_plan != NULL && !remit_view_has_plan (view)))
    return;
  remit_view_stack_show (self, info->name);
  if (remit_view_stack_get_view (self) != NULL)
    remit_view_show_entity (remit_view_stack_get_view (self), kind, id, other_kind, other);
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

/* To where the view wants it, or else to the first that takes it; it stays where it is in there. */
static void
focus_view (RemitView *view)
{
  GtkWidget *widget = GTK_WIDGET (view);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (remit_view_take_focus (view) || (focus != NULL && gtk_widget_is_ancestor (focus, widget)))
    return;
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* With a key: the keyboard goes along. */
static void
on_show_view (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  const char *name = g_variant_get_string (parameter, NULL);

  if (remit_views_find (name) == NULL)
    {
      g_warning ("There is no view “%s”", name);
      return;
    }
  remit_view_stack_show (data, name);
  if (remit_view_stack_get_view (data) != NULL)
    focus_view (remit_view_stack_get_view (data));
}

/* What is of another plan is looked at in that plan. */
static void
go_to_plan_of (RemitView *view,
               RemitKind kind,
               gint64 id)
{
  RemitStore *store = remit_workspace_get_store (remit_view_get_workspace (view));
  g_autoptr (RemitRecord) record = NULL;
  gint64 plan = 0;

  if (kind != REMIT_KIND_NONE && kind != REMIT_KIND_PLAN)
    record = remit_store_load (store, kind, id, NULL);
  if (record != NULL)
    plan = remit_design_get_plan (record);
  if (plan != 0 && plan != remit_view_get_plan (view))
    gtk_widget_activate_action (GTK_WIDGET (view), "win.choose-plan", "x", plan);
}

/* Somebody in a slot is looked at as a person. */
static void
inspect_person (RemitView *view,
                int *kind,
                gint64 *id)
{
  RemitEntity *assignment = remit_workspace_get (remit_view_get_workspace (view),
                                                 REMIT_KIND_ASSIGNMENT, *id);

  *kind = REMIT_KIND_PERSON;
  *id = assignment != NULL ? remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON) : 0;
}

/* What is inspected when the view has been laid out. */
typedef struct {
  int kind;
  gint64 id;
  guint n_frames;
} Inspection;

static gboolean
on_inspect_tick (GtkWidget *widget,
                 GdkFrameClock *clock G_GNUC_UNUSED,
                 gpointer data)
{
  Inspection *self = data;

  if (self->n_frames-- > 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_activate_action (widget, "win.inspect", "(ix)", self->kind, self->id);
  return G_SOURCE_REMOVE;
}

/* A view that comes and details of another width in one frame are more than GTK lays out: the frame
 * lacks what is around the view (see remit-flap.h). */
static void
inspect (RemitViewStack *self,
         int kind,
         gint64 id,
         gboolean has_switched)
{
  const Inspection later = { kind, id, 1 };

  if (!has_switched || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", kind, id);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_inspect_tick,
                                  g_memdup2 (&later, sizeof later), g_free);
}

/* What the keyboard has come to, and for how many frames it is looked whether it stays. */
typedef struct {
  GtkWidget *focus;
  guint n_frames;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *self = data;

  g_clear_weak_pointer (&self->focus);
  g_free (self);
}

static gboolean
on_keep_tick (GtkWidget *widget,
              GdkFrameClock *clock G_GNUC_UNUSED,
              gpointer data)
{
  Keeping *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    g_set_weak_pointer (&self->focus, focus);
  else if (focus != NULL && self->focus != NULL
           && gtk_widget_get_ancestor (focus, GTK_TYPE_MENU_BUTTON) != NULL)
    {
      gtk_widget_grab_focus (self->focus);
      return G_SOURCE_REMOVE;
    }
  return self->n_frames-- > 0;
}

/* A menu out of which something was gone to gives the keyboard back to its button when it has
 * closed. */
static void
keep_keyboard (GtkWidget *self)
{
  Keeping *keeping = g_new0 (Keeping, 1);

  keeping->n_frames = 30;
  gtk_widget_add_tick_callback (self, on_keep_tick, keeping, keeping_free);
  on_keep_tick (self, NULL, keeping);
}

/* Where something is mended: in the view that has its place, if there is one, and beside it. */
static void
on_show_place (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  g_autofree char *before = g_strdup (remit_view_stack_get_shown (data));
  int kind, holder_kind;
  gint64 id, holder;

  g_variant_get (parameter, "(ixix)", &kind, &id, &holder_kind, &holder);
  remit_flap_settle (data);
  go_to_plan_of (data, (RemitKind) kind, id);
  remit_view_show_entity (data, (RemitKind) kind, id, (RemitKind) holder_kind, holder);
  if (kind == REMIT_KIND_ASSIGNMENT)
    inspect_person (data, &kind, &id);
  keep_keyboard (data);
  inspect (data, kind, id, g_strcmp0 (before, remit_view_stack_get_shown (data)) != 0);
}

/* All that ever happened to an entity. */
static void
on_show_story (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  gint64 id;
  int kind;

  g_variant_get (parameter, "(ix)", &kind, &id);
  remit_view_stack_show (data, "history");
  if (remit_view_stack_get_view (data) != NULL)
    remit_view_show_entity (remit_view_stack_get_view (data), (RemitKind) kind, id,
                            REMIT_KIND_NONE, 0);
}

/* On the board of the second of two plans: how it differs from the first one. */
static void
on_show_differences (GSimpleAction *action,
                     GVariant *parameter,
                     gpointer data)
{
  gint64 a, b;

  g_variant_get (parameter, "(xx)", &a, &b);
  gtk_widget_activate_action (data, "win.choose-plan", "x", b);
  remit_view_stack_show (data, "board");
  if (REMIT_IS_BOARD_VIEW (remit_view_stack_get_view (data))
      && remit_view_get_plan (remit_view_stack_get_view (data)) == b)
    remit_board_view_compare (REMIT_BOARD_VIEW (remit_view_stack_get_view (data)), a);
}

static void
on_focus_search (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer data)
{
  remit_view_focus_search (data);
}

/* Goes to a view, and searches there. */
static void
on_search_view (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  RemitViewStack *self = data;
  const char *name, *words;
  GtkWidget *focus, *entry;

  g_variant_get (parameter, "(&s&s)", &name, &words);
  remit_view_stack_show (self, name);
  remit_view_focus_search (REMIT_VIEW (self));
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  entry = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) : NULL;
  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

static const RemitViewAction actions[] = {
  { { .name = "show-view", .activate = on_show_view, .parameter_type = "s" },
    REMIT_VIEW_NEEDS_WORKSPACE },
  { { .name = "show-place", .activate = on_show_place, .parameter_type = "(ixix)" },
    REMIT_VIEW_NEEDS_WORKSPACE },
  { { .name = "show-story", .activate = on_show_story, .parameter_type = "(ix)" },
    REMIT_VIEW_NEEDS_WORKSPACE },
  { { .name = "show-differences", .activate = on_show_differences, .parameter_type = "(xx)" },
    REMIT_VIEW_NEEDS_PLAN },
  { { .name = "search-view", .activate = on_search_view, .parameter_type = "(ss)" },
    REMIT_VIEW_NEEDS_PLAN },
  { { .name = "focus-search", .activate = on_focus_search }, REMIT_VIEW_NEEDS_WORKSPACE },
};

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_view_stack_class_init (RemitViewStackClass *klass)
{
  RemitViewClass *view_class = REMIT_VIEW_CLASS (klass);

  view_class->actions = actions;
  view_class->n_actions = G_N_ELEMENTS (actions);
  view_class->show_plan = remit_view_stack_show_plan;
  view_class->update = remit_view_stack_update;
  view_class->show_entity = remit_view_stack_show_entity;
  view_class->mark_entity = remit_view_stack_mark_entity;
  view_class->focus_search = remit_view_stack_focus_search;
}

static void
remit_view_stack_init (RemitViewStack *self)
{
  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    adw_view_stack_add_titled (self->stack, adw_bin_new (), info->name, _ (info->title));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (fill_place), self,
                           G_CONNECT_SWAPPED);
}

const char *
remit_view_stack_get_shown (RemitViewStack *self)
{
  g_return_val_if_fail (REMIT_IS_VIEW_STACK (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}

void
remit_view_stack_bind (RemitViewStack *self,
                       GObject *object,
                       const char *property)
{
  g_return_if_fail (REMIT_IS_VIEW_STACK (self));

  g_object_bind_property (self->stack, "visible-child-name", object, property,
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

void
remit_view_stack_show (RemitViewStack *self,
                       const char *name)
{
  g_return_if_fail (REMIT_IS_VIEW_STACK (self));

  if (remit_views_find (name) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, name);
}

RemitView *
remit_view_stack_get_view (RemitViewStack *self)
{
  g_return_val_if_fail (REMIT_IS_VIEW_STACK (self), NULL);

  return (RemitView *) adw_bin_get_child (
    ADW_BIN (adw_view_stack_get_visible_child (self->stack)));
}

void
remit_view_stack_set_past (RemitViewStack *self)
{
  g_return_if_fail (REMIT_IS_VIEW_STACK (self));

  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    if (info->is_of_present)
      {
        GtkWidget *place = adw_view_stack_get_child_by_name (self->stack, info->name);

        adw_view_stack_page_set_visible (adw_view_stack_get_page (self->stack, place), FALSE);
      }
  self->is_past = TRUE;
  remit_view_stack_update (REMIT_VIEW (self));
}
