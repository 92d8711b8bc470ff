/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a dragged plan is for other programs: a file. */
#include "remit-plan-content.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/remit-exporter.h"
#include "model/remit-file.h"
#include "model/remit-plan.h"
#include "store/remit-worker.h"

#define FILES "text/uri-list"

/* Where nobody is known to read a file any more, in seconds after it was written. */
#define STALE 3600

struct _RemitPlanContent
{
  GdkContentProvider parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  char *name;
};

G_DEFINE_FINAL_TYPE (RemitPlanContent, remit_plan_content, GDK_TYPE_CONTENT_PROVIDER)

/* What is asked for, as which type, and where it goes. */
typedef struct {
  char *type;
  GOutputStream *stream;
  int io_priority;
  RemitWorker *worker;
  GBytes *bytes;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_free (self->type);
  g_clear_object (&self->stream);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static const RemitExporter *
get_format (void)
{
  return remit_exporter_find (REMIT_EXPORT_PLAN, "xml");
}

/* ── In the thread ────────────────────────────────────────────────────────────────────────── */

/* @folder: has one file, or none */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* Whoever was given a file may read it when the drag has long ended. */
static void
remove_stale (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, name, NULL);
      GStatBuf info;

      if (g_stat (folder, &info) == 0 && now - info.st_mtime > STALE)
        remove_folder (folder);
    }
}

/* Returns: (transfer full): a path in a folder of its own, so that the file has the plan's name */
static char *
dup_path (const RemitPlanContent *self)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "remit", "dragged", NULL);
  g_autofree char *folder = g_build_filename (parent, "XXXXXX", NULL);

  g_mkdir_with_parents (parent, 0700);
  remove_stale (parent);
  return g_mkdtemp (folder) != NULL ? g_build_filename (folder, self->name, NULL)
                                    : g_build_filename (parent, self->name, NULL);
}

/* Returns: (transfer full) (nullable): the path */
static gpointer
write_plan (RemitStore *store,
            const RemitWorkControl *control,
            gpointer data,
            GError **error)
{
  const RemitPlanContent *self = data;
  const RemitExport export = { .store = store, .plan = self->plan,
                               .audience = REMIT_AUDIENCE_STAKEHOLDER,
                               .cancellable = control->cancellable };
  g_autofree char *path = dup_path (self);

  return remit_exporter_write (get_format (), &export, path, error) ? g_steal_pointer (&path)
                                                                    : NULL;
}

/* ── In the window ────────────────────────────────────────────────────────────────────────── */

static void
on_sent (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Returns: (transfer full) (nullable): the plan as what was asked for */
static GBytes *
read_as (const char *path,
         const char *type,
         GError **error)
{
  g_autofree char *uri = NULL;
  char *text;
  gsize length;

  if (!g_str_equal (type, FILES))
    return g_file_get_contents (path, &text, &length, error) ? g_bytes_new_take (text, length)
                                                             : NULL;
  uri = g_filename_to_uri (path, NULL, error);
  if (uri == NULL)
    return NULL;
  text = g_strconcat (uri, "\r\n", NULL);
  return g_bytes_new_take (text, strlen (text));
}

static void
on_written (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;
  Asked *asked = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *path = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (path != NULL)
    asked->bytes = read_as (path, asked->type, &error);
  if (asked->bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_output_stream_write_all_async (asked->stream, g_bytes_get_data (asked->bytes, NULL),
                                   g_bytes_get_size (asked->bytes), asked->io_priority,
                                   g_task_get_cancellable (task), on_sent, g_object_ref (task));
}

static void
remit_plan_content_write_mime_type_async (GdkContentProvider *provider,
                                          const char *mime_type,
                                          GOutputStream *stream,
                                          int io_priority,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  RemitPlanContent *self = REMIT_PLAN_CONTENT (provider);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Asked *asked = g_new0 (Asked, 1);
  const RemitWork work = { .of = remit_workspace_get_store (self->workspace), .func = write_plan,
                           .data = self, .free_result = g_free };

  asked->type = g_strdup (mime_type);
  asked->stream = g_object_ref (stream);
  asked->io_priority = io_priority;
  asked->worker = remit_worker_new ();
  g_task_set_source_tag (task, remit_plan_content_write_mime_type_async);
  g_task_set_task_data (task, asked, asked_free);
  remit_worker_run (asked->worker, &work, on_written, task);
}

static gboolean
remit_plan_content_write_mime_type_finish (GdkContentProvider *provider,
                                           GAsyncResult *result,
                                           GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static GdkContentFormats *
remit_plan_content_ref_formats (GdkContentProvider *provider)
{
  const char *types[] = { FILES, get_format ()->media_type };

  return gdk_content_formats_new (types, G_N_ELEMENTS (types));
}

static void
remit_plan_content_finalize (GObject *object)
{
  RemitPlanContent *self = REMIT_PLAN_CONTENT (object);

  g_clear_object (&self->workspace);
  g_free (self->name);

  G_OBJECT_CLASS (remit_plan_content_parent_class)->finalize (object);
}

static void
remit_plan_content_class_init (RemitPlanContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_plan_content_finalize;
  provider_class->ref_formats = remit_plan_content_ref_formats;
  provider_class->write_mime_type_async = remit_plan_content_write_mime_type_async;
  provider_class->write_mime_type_finish = remit_plan_content_write_mime_type_finish;
}

static void
remit_plan_content_init (RemitPlanContent *self)
{
}

GdkContentProvider *
remit_plan_content_new (RemitWorkspace *workspace,
                        gint64 plan)
{
  RemitPlanContent *self;
  RemitEntity *entity;
  g_autofree char *name = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  entity = remit_workspace_get (workspace, REMIT_KIND_PLAN, plan);
  name = remit_file_dup_name (entity != NULL ? remit_entity_get_text (entity, REMIT_PLAN_NAME)
                                             : "");
  self = g_object_new (REMIT_TYPE_PLAN_CONTENT, NULL);
  self->workspace = g_object_ref (workspace);
  self->plan = plan;
  self->name = g_strdup_printf ("%s.%s", name, get_format ()->suffixes[0]);
  return GDK_CONTENT_PROVIDER (self);
}
