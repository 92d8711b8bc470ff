/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files share that the window is split into, by aspect. */
#pragma once

#include "check/remit-checker.h"
#include "conflicts/due/remit-due-watch.h"
#include "remit-window.h"

G_BEGIN_DECLS

struct _RemitWindow
{
  AdwApplicationWindow parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  RemitChecker *checker; /* of that plan */
  RemitDueWatch *watch;
  GtkLabel *badge; /* how many conflicts are due */
  char *path;
  gboolean is_past; /* the workspace as it stood, in a file that goes with the window */
  gint64 past_seq; /* after that entry of the history */
  gint64 past_time;
  RemitWindow *past_of; /* the window of the present, while it is there */
  GtkWidget *past_bar;
  GtkLabel *past_label;
  GSignalGroup *workspace_signals;
  GSignalGroup *plan_signals;
  GQueue imports; /* of paths that are still to be imported */
  gboolean importing;
  gboolean imported; /* and the result is still shown */

  GtkStack *pages;
  AdwFlap *sidebar_flap;
  AdwWindowTitle *workspace_title;
  GtkListBox *navigation;
  AdwFlap *inspector_flap;
  AdwBin *inspector_place;
  AdwViewStack *views;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkButton *undo_button_below; /* in a narrow window */
  GtkButton *redo_button_below;
  gboolean taking_back; /* a thread undoes or redoes */
  gboolean is_wide;
  guint room_source; /* the inspector is about to have more room, or less */
  GtkWidget *inspected_from; /* what had the keyboard before the inspector */
  GtkMenuButton *menu_button;
  GtkMenuButton *plan_button;
  GtkLabel *plan_label;
  GtkLabel *status_label;
};

/* remit-window-views.c: sidebar, views, inspector */
void remit_window_views_class_init (GtkWidgetClass *widget_class);
void remit_window_views_init (RemitWindow *self);
/** Says beside “Conflicts” how many are due. */
void remit_window_views_update_badge (RemitWindow *self);
/** Takes a view away from those that one can go to. */
void remit_window_views_hide (RemitWindow *self,
                              const char *name);
/** Shows the board, or, while there is no plan, how to get one. */
void remit_window_views_update (RemitWindow *self);

/* remit-window-room.c: the width of the inspector */
void remit_window_room_class_init (GtkWidgetClass *widget_class);
/** After something else is shown in the inspector. */
void remit_window_room_update (RemitWindow *self);
void remit_window_room_dispose (RemitWindow *self);

/* remit-window-actions.c: workspaces, what is about the program */
void remit_window_actions_class_init (GtkWidgetClass *widget_class);
void remit_window_actions_init (RemitWindow *self);
/** Gives @button the menu with @id when it has none yet. */
void remit_window_fill_menu (GtkMenuButton *button,
                             const char *id);

/* remit-window-plans.c: choosing and managing plans */
void remit_window_plans_class_init (GtkWidgetClass *widget_class);
void remit_window_plans_init (RemitWindow *self);
/** Goes to another plan when the one that is shown is there no longer. */
void remit_window_plans_update (RemitWindow *self);
/** The plan to show first in a workspace. */
gint64 remit_window_plans_choose (RemitWindow *self);
/** The nick of the shown plan's status; to set it is an edit. */
const char *remit_window_get_plan_status (RemitWindow *self);
void remit_window_set_plan_status (RemitWindow *self,
                                   const char *nick);

/* remit-window-undo.c: undo and redo */
void remit_window_undo_class_init (GtkWidgetClass *widget_class);
/** The buttons say what they would undo or redo. */
void remit_window_undo_update (RemitWindow *self);

/* remit-window-transfer.c: import and export */
void remit_window_transfer_class_init (GtkWidgetClass *widget_class);
void remit_window_transfer_init (RemitWindow *self);
void remit_window_transfer_finalize (RemitWindow *self);

/* remit-window-past.c: the workspace as it stood */
void remit_window_past_class_init (GtkWidgetClass *widget_class);
void remit_window_past_finalize (RemitWindow *self);

/* remit-window-state.c: what is remembered */
void remit_window_state_restore (RemitWindow *self);
void remit_window_state_save (RemitWindow *self);

G_END_DECLS
