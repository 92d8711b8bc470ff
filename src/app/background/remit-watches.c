/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which workspaces' clocks are watched while no window is open. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-watches.h"

#include "application/remit-application.h"
#include "application/remit-state.h"
#include "conflicts/due/remit-due-watch.h"

/* How often one looks whether there are others, in seconds. */
#define PAUSE 5

struct _RemitWatches
{
  GObject parent_instance;

  GApplication *application; /* not kept */
  GHashTable *watches;       /* by path */
  GHashTable *failed;        /* paths of which it has been said */
  guint timer;
};

G_DEFINE_FINAL_TYPE (RemitWatches, remit_watches, G_TYPE_OBJECT)

static void
watch (RemitWatches *self,
       const char *path)
{
  g_autoptr (RemitWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  if (g_hash_table_contains (self->watches, path) || !g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  workspace = remit_workspace_open (path, REMIT_STORE_NO_FLAGS, &error);
  if (workspace == NULL)
    {
      if (g_hash_table_add (self->failed, g_strdup (path)))
        g_message ("The clocks of %s cannot be watched: %s", path, error->message);
      return;
    }
  g_hash_table_remove (self->failed, path);
  remit_workspace_watch (workspace);
  g_hash_table_insert (self->watches, g_strdup (path),
                       remit_due_watch_new (workspace, self->application));
}

static gboolean
is_gone (gpointer path,
         gpointer watch G_GNUC_UNUSED,
         gpointer data G_GNUC_UNUSED)
{
  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

void
remit_watches_look (RemitWatches *self)
{
  g_autofree char *own = remit_application_dup_own_path ();
  g_auto (GStrv) paths = remit_state_dup_paths ();

  g_return_if_fail (REMIT_IS_WATCHES (self));

  g_hash_table_foreach_remove (self->watches, is_gone, NULL);
  watch (self, own);
  for (guint i = 0; paths[i] != NULL; i++)
    watch (self, paths[i]);
}

static gboolean
on_timer (gpointer data)
{
  remit_watches_look (data);
  return G_SOURCE_CONTINUE;
}

static void
remit_watches_dispose (GObject *object)
{
  RemitWatches *self = REMIT_WATCHES (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_weak_pointer (&self->application);
  g_hash_table_remove_all (self->watches);

  G_OBJECT_CLASS (remit_watches_parent_class)->dispose (object);
}

static void
remit_watches_finalize (GObject *object)
{
  RemitWatches *self = REMIT_WATCHES (object);

  g_hash_table_unref (self->watches);
  g_hash_table_unref (self->failed);

  G_OBJECT_CLASS (remit_watches_parent_class)->finalize (object);
}

static void
remit_watches_class_init (RemitWatchesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_watches_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_watches_finalize;
}

/* The first look waits, so that it delays neither the first window nor the session. */
static void
remit_watches_init (RemitWatches *self)
{
  self->watches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->failed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->timer = g_timeout_add_seconds (PAUSE, on_timer, self);
}

RemitWatches *
remit_watches_new (GApplication *application)
{
  RemitWatches *self = g_object_new (REMIT_TYPE_WATCHES, NULL);

  g_set_weak_pointer (&self->application, application);
  return self;
}

guint
remit_watches_count (RemitWatches *self)
{
  g_return_val_if_fail (REMIT_IS_WATCHES (self), 0);

  return g_hash_table_size (self->watches);
}
