/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of views, onto the clipboard and into files. */
#include "remit-picture.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/remit-file.h"
#include "exchange/paper/remit-view-table.h"
#include "model/remit-plan.h"
#include "remit-saved.h"
#include "widgets/remit-ask-file.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-patience.h"

/* What a chart drew of itself: nothing in it belongs to the window any more. */
typedef struct
{
  GskRenderNode *node;
  int width;
  int height;
  GPtrArray *rows;
} Drawn;

/* One picture, from the question where to until the toast. @drawn: a chart; without one it is a
 * subject of a plan */
typedef struct
{
  GWeakRef parent;
  char *name;
  Drawn *drawn;
  RemitWorkspace *workspace;
  gint64 plan;
  RemitPictureSubject subject;
  char *path; /* NULL: onto the clipboard */
  RemitWorker *worker;
  RemitPatience *patience;
} Taking;

static void
drawn_free (Drawn *self)
{
  gsk_render_node_unref (self->node);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static Taking *
taking_new_chart (GtkWindow *parent,
                  RemitChart *chart,
                  const char *title)
{
  Taking *self = g_new0 (Taking, 1);

  g_weak_ref_init (&self->parent, parent);
  self->name = g_strdup (title);
  self->drawn = g_new0 (Drawn, 1);
  self->drawn->node = remit_chart_draw (chart, title, &self->drawn->width, &self->drawn->height);
  self->drawn->rows = remit_chart_dup_rows (chart);
  self->worker = remit_worker_new ();
  return self;
}

static Taking *
taking_new (GtkWindow *parent,
            RemitWorkspace *workspace,
            gint64 plan,
            RemitPictureSubject subject)
{
  Taking *self = g_new0 (Taking, 1);

  g_weak_ref_init (&self->parent, parent);
  self->workspace = g_object_ref (workspace);
  self->plan = plan;
  self->subject = subject;
  self->worker = remit_worker_new ();
  return self;
}

static void
taking_free (Taking *self)
{
  g_clear_pointer (&self->patience, remit_patience_free);
  g_weak_ref_clear (&self->parent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->drawn, drawn_free);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taking, taking_free)

/* ── In the thread ────────────────────────────────────────────────────────────────────────── */

/* A picture of a plan goes into slides and mails, so it is what stakeholders may see. */
static RemitViewPicture *
draw_plan (const Taking *self,
           RemitStore *store,
           const RemitWorkControl *control,
           GError **error)
{
  const RemitExport export = { .store = store, .plan = self->plan,
                               .audience = REMIT_AUDIENCE_STAKEHOLDER,
                               .cancellable = control->cancellable };

  return remit_view_picture_new (&export, self->subject, error);
}

static void
paint_node (cairo_t *cr,
            gpointer node)
{
  gsk_render_node_draw (node, cr);
}

/* @plan: (nullable): of a chart there is none */
static GBytes *
draw (const Taking *self,
      RemitViewPicture *plan,
      RemitPictureFormat format,
      GError **error)
{
  const Drawn *drawn = self->drawn;

  return plan != NULL
           ? remit_view_picture_draw (plan, format, error)
           : remit_picture_file_draw (drawn->width, drawn->height, format, paint_node,
                                      drawn->node, error);
}

static GdkContentProvider *
make_part (const char *type,
           GBytes *bytes)
{
  GdkContentProvider *part = gdk_content_provider_new_for_bytes (type, bytes);

  g_bytes_unref (bytes);
  return part;
}

static GdkContentProvider *
make_text_part (const char *type,
                char *text)
{
  return make_part (type, g_bytes_new_take (text, strlen (text)));
}

/* Returns: (transfer full) (nullable): all that it may be pasted as */
static gpointer
make_content (RemitStore *store,
              const RemitWorkControl *control,
              gpointer data,
              GError **error)
{
  const Taking *self = data;
  g_autoptr (RemitViewPicture) plan = self->drawn == NULL ? draw_plan (self, store, control, error)
                                                          : NULL;
  GBytes *png = self->drawn != NULL || plan != NULL ? draw (self, plan, REMIT_PICTURE_PNG, error)
                                                    : NULL;
  GBytes *svg = png != NULL ? draw (self, plan, REMIT_PICTURE_SVG, error) : NULL;
  g_autofree char *text = NULL;
  GdkContentProvider *parts[5];

  if (svg == NULL)
    {
      g_clear_pointer (&png, g_bytes_unref);
      return NULL;
    }
  text = plan != NULL ? remit_view_picture_dup_text (plan)
                      : remit_view_table_dup_text (self->drawn->rows);
  parts[0] = make_part ("image/png", png);
  parts[1] = make_part ("image/svg+xml", svg);
  parts[2] = make_text_part ("text/html", plan != NULL
                                            ? remit_view_picture_dup_html (plan)
                                            : remit_view_table_dup_html (self->drawn->rows));
  parts[3] = make_text_part ("text/tab-separated-values", g_strdup (text));
  parts[4] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}

static gboolean
write_bytes (const char *path,
             GBytes *bytes,
             GCancellable *cancellable,
             GError **error)
{
  RemitOutput *output = remit_output_open (path, cancellable, error);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return output != NULL
         && remit_output_close (output, remit_output_write (output, data, length), error);
}

/* Returns: (transfer full) (nullable): the path */
static gpointer
write_picture (RemitStore *store,
               const RemitWorkControl *control,
               gpointer data,
               GError **error)
{
  const Taking *self = data;
  g_autoptr (RemitViewPicture) plan = self->drawn == NULL ? draw_plan (self, store, control, error)
                                                          : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (plan != NULL || self->drawn != NULL)
    bytes = draw (self, plan, remit_picture_find_format (self->path), error);
  if (bytes == NULL || !write_bytes (self->path, bytes, control->cancellable, error))
    return NULL;
  return g_strdup (self->path);
}

/* ── In the window ────────────────────────────────────────────────────────────────────────── */

static void
on_drawn (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (Taking) self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) content =
    remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (parent == NULL || remit_worker_was_cancelled (error))
    return;
  if (content == NULL)
    {
      remit_feedback_error (GTK_WIDGET (parent), error);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (parent)), content);
  remit_feedback_say (GTK_WIDGET (parent), _ ("Copied as picture and table"));
}

static void
on_written (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (Taking) self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (parent != NULL && !remit_worker_was_cancelled (error))
    /* Translators: %s: the name of a file */
    remit_saved_say (parent, path, _ ("Exported to %s"), error);
}

/* Takes @self. */
static void
begin (Taking *self)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  const RemitWork work = {
    .of = self->workspace != NULL ? remit_workspace_get_store (self->workspace) : NULL,
    .func = self->path != NULL ? write_picture : make_content,
    .data = self,
    .free_result = self->path != NULL ? g_free : g_object_unref,
  };

  self->patience = remit_patience_new (parent, self->worker, _ ("Drawing…"));
  remit_worker_run (self->worker, &work, self->path != NULL ? on_written : on_drawn, self);
}

void
remit_picture_copy (GtkWindow *parent,
                    RemitWorkspace *workspace,
                    gint64 plan,
                    RemitPictureSubject subject)
{
  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  begin (taking_new (parent, workspace, plan, subject));
}

static void
on_chosen (gpointer data,
           GFile *file)
{
  g_autoptr (Taking) self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);

  if (file == NULL)
    return;
  self->path = g_file_get_path (file);
  if (self->path != NULL)
    begin (g_steal_pointer (&self));
  else
    remit_saved_refuse_place (parent, file);
}

void
remit_picture_save (GtkWindow *parent,
                    RemitWorkspace *workspace,
                    gint64 plan,
                    RemitPictureSubject subject,
                    GFile *file)
{
  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));
  g_return_if_fail (G_IS_FILE (file));

  on_chosen (taking_new (parent, workspace, plan, subject), file);
}

static char *
dup_name (Taking *self)
{
  /* Translators: the name of a file, after that of a plan */
  static const char *const names[REMIT_N_PICTURES] = {
    [REMIT_PICTURE_BOARD] = N_ ("%s, board"),
    [REMIT_PICTURE_MAP] = N_ ("%s, map"),
    [REMIT_PICTURE_MATRIX] = N_ ("%s, decision rights"),
  };
  RemitEntity *entity = remit_workspace_get (self->workspace, REMIT_KIND_PLAN, self->plan);

  return g_strdup_printf (_ (names[self->subject]),
                          entity != NULL ? remit_entity_get_text (entity, REMIT_PLAN_NAME) : "");
}

/* Takes @self. */
static void
ask (GtkWindow *parent,
     Taking *self)
{
  static const char *const suffixes[] = { "png", "svg", "pdf", NULL };
  g_autofree char *clean = remit_file_dup_name (self->name);
  g_autofree char *name = g_strdup_printf ("%s.png", clean);

  remit_ask_file (parent,
                  &(RemitFileQuestion){ .title = _ ("Save Picture"), .action = _ ("_Save"),
                                        .files = _ ("Pictures (PNG, SVG, PDF)"),
                                        .suffixes = suffixes, .only = TRUE, .name = name },
                  on_chosen, self);
}

void
remit_picture_ask (GtkWindow *parent,
                   RemitWorkspace *workspace,
                   gint64 plan,
                   RemitPictureSubject subject)
{
  Taking *self;

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  self = taking_new (parent, workspace, plan, subject);
  self->name = dup_name (self);
  ask (parent, self);
}

void
remit_picture_copy_chart (GtkWindow *parent,
                          RemitChart *chart,
                          const char *title)
{
  g_return_if_fail (REMIT_IS_CHART (chart));

  begin (taking_new_chart (parent, chart, title));
}

void
remit_picture_ask_chart (GtkWindow *parent,
                         RemitChart *chart,
                         const char *title)
{
  g_return_if_fail (REMIT_IS_CHART (chart));

  ask (parent, taking_new_chart (parent, chart, title));
}

void
remit_picture_save_chart (GtkWindow *parent,
                          RemitChart *chart,
                          const char *title,
                          GFile *file)
{
  g_return_if_fail (REMIT_IS_CHART (chart));
  g_return_if_fail (G_IS_FILE (file));

  on_chosen (taking_new_chart (parent, chart, title), file);
}

gboolean
remit_picture_parse_target (GVariant *target,
                            RemitPictureSubject *subject)
{
  const char *nick = g_variant_get_string (target, NULL);

  for (guint i = 0; i < REMIT_N_PICTURES; i++)
    if (g_str_equal (nick, remit_picture_nicks[i]))
      {
        *subject = (RemitPictureSubject) i;
        return TRUE;
      }
  return FALSE;
}
