/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edits that many widgets ask for, tried. */
#include "remit-try.h"

#include "plan/design/remit-design.h"

/* ── Records ──────────────────────────────────────────────────────────────────────────────── */

static gint64
create (RemitWorkspace *workspace,
        gpointer record,
        GError **error)
{
  return remit_design_create (workspace, record, error);
}

gboolean
remit_try_create (GtkWidget *widget,
                  RemitWorkspace *workspace,
                  const RemitRecord *record,
                  RemitTriedFunc tried)
{
  return remit_try_then (widget, workspace, create, remit_record_copy (record),
                         (GDestroyNotify) remit_record_free, tried);
}

typedef struct {
  RemitKind kind;
  gint64 id;
  guint field;
  char *text;
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  g_free (self->text);
  g_free (self);
}

static gint64
change (RemitWorkspace *workspace,
        gpointer data,
        GError **error)
{
  const Change *self = data;

  return remit_design_change (workspace, self->kind, self->id, self->field, self->text, error);
}

gboolean
remit_try_change (GtkWidget *widget,
                  RemitWorkspace *workspace,
                  RemitKind kind,
                  gint64 id,
                  guint field,
                  const char *text,
                  RemitTriedFunc tried)
{
  Change self = { kind, id, field, g_strdup (text) };

  return remit_try_then (widget, workspace, change, g_memdup2 (&self, sizeof self), change_free,
                         tried);
}

/* ── Entities ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
try_with_entity (GtkWidget *widget,
                 RemitWorkspace *workspace,
                 RemitTryFunc func,
                 const RemitTryEntity *entity,
                 RemitTriedFunc tried)
{
  return remit_try_then (widget, workspace, func, g_memdup2 (entity, sizeof *entity), g_free,
                         tried);
}

static gint64
duplicate (RemitWorkspace *workspace,
           gpointer data,
           GError **error)
{
  const RemitTryEntity *self = data;

  return remit_design_duplicate (workspace, self->kind, self->id, error);
}

gboolean
remit_try_duplicate (GtkWidget *widget,
                     RemitWorkspace *workspace,
                     RemitKind kind,
                     gint64 id,
                     RemitTriedFunc tried)
{
  return try_with_entity (widget, workspace, duplicate, &(RemitTryEntity){ kind, id, 0 }, tried);
}

static gint64
delete (RemitWorkspace *workspace,
        gpointer data,
        GError **error)
{
  const RemitTryEntity *self = data;

  return remit_design_delete (workspace, self->kind, self->id, error);
}

gboolean
remit_try_delete (GtkWidget *widget,
                  RemitWorkspace *workspace,
                  RemitKind kind,
                  gint64 id,
                  RemitTriedFunc tried)
{
  return try_with_entity (widget, workspace, delete, &(RemitTryEntity){ kind, id, 0 }, tried);
}

/* What a move by one place returns that did not fail. */
enum {
  MOVED = 1,
  STAYED,
};

static gint64
get_outcome (gboolean is_done,
             gboolean is_moved)
{
  if (!is_done)
    return 0;
  return is_moved ? MOVED : STAYED;
}

void
remit_try_say_moved (GtkWidget *widget,
                     RemitWorkspace *workspace,
                     gint64 done,
                     gpointer data G_GNUC_UNUSED,
                     const GError *error)
{
  if (done != STAYED)
    remit_feedback_edit (widget, workspace, done != 0, error);
}

static gint64
move_by (RemitWorkspace *workspace,
         gpointer data,
         GError **error)
{
  const RemitTryEntity *self = data;
  gboolean is_moved = FALSE;
  gboolean is_done = remit_design_move_by (workspace, self->kind, self->id, self->step, &is_moved,
                                           error);

  return get_outcome (is_done, is_moved);
}

gboolean
remit_try_move_by (GtkWidget *widget,
                   RemitWorkspace *workspace,
                   RemitKind kind,
                   gint64 id,
                   int step,
                   RemitTriedFunc tried)
{
  return try_with_entity (widget, workspace, move_by, &(RemitTryEntity){ kind, id, step }, tried);
}

static gint64
move_slot_by (RemitWorkspace *workspace,
              gpointer data,
              GError **error)
{
  const RemitTryEntity *self = data;
  gboolean is_moved = FALSE;
  gboolean is_done = remit_design_move_slot_by (workspace, self->id, self->step, &is_moved, error);

  return get_outcome (is_done, is_moved);
}

gboolean
remit_try_move_slot_by (GtkWidget *widget,
                        RemitWorkspace *workspace,
                        gint64 slot,
                        int step,
                        RemitTriedFunc tried)
{
  return try_with_entity (widget, workspace, move_slot_by,
                          &(RemitTryEntity){ REMIT_KIND_SLOT, slot, step }, tried);
}

/* ── Skills ───────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitKind kind;
  gint64 id;
  gint64 skill;
  int level;
  gboolean critical;
} Level;

static gint64
set_level (RemitWorkspace *workspace,
           gpointer data,
           GError **error)
{
  const Level *self = data;

  return remit_design_set_level (workspace, self->kind, self->id, self->skill, self->level,
                                 self->critical, error);
}

gboolean
remit_try_set_level (GtkWidget *widget,
                     RemitWorkspace *workspace,
                     RemitKind kind,
                     gint64 id,
                     gint64 skill,
                     int level,
                     gboolean critical,
                     RemitTriedFunc tried)
{
  Level self = { kind, id, skill, level, critical };

  return remit_try_then (widget, workspace, set_level, g_memdup2 (&self, sizeof self), g_free,
                         tried);
}

/* ── Several at once ──────────────────────────────────────────────────────────────────────── */

static gboolean
try_with_array (GtkWidget *widget,
                RemitWorkspace *workspace,
                RemitTryFunc func,
                gconstpointer elements,
                gsize n_elements,
                gsize size,
                RemitTriedFunc tried)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint) size);

  g_array_append_vals (array, elements, (guint) n_elements);
  return remit_try_then (widget, workspace, func, array, (GDestroyNotify) g_array_unref, tried);
}

static gint64
place (RemitWorkspace *workspace,
       gpointer data,
       GError **error)
{
  const GArray *placements = data;

  return remit_placement_do (workspace, (const RemitPlacement *) (void *) placements->data,
                             placements->len, error);
}

gboolean
remit_try_place (GtkWidget *widget,
                 RemitWorkspace *workspace,
                 const RemitPlacement *placements,
                 gsize n_placements,
                 RemitTriedFunc tried)
{
  return try_with_array (widget, workspace, place, placements, n_placements, sizeof *placements,
                         tried);
}

static gint64
set_rights (RemitWorkspace *workspace,
            gpointer data,
            GError **error)
{
  const GArray *cells = data;

  return remit_matrix_set (workspace, (const RemitCell *) (void *) cells->data, cells->len, error);
}

gboolean
remit_try_set_rights (GtkWidget *widget,
                      RemitWorkspace *workspace,
                      const RemitCell *cells,
                      gsize n_cells,
                      RemitTriedFunc tried)
{
  return try_with_array (widget, workspace, set_rights, cells, n_cells, sizeof *cells, tried);
}
