/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the templates that are installed, beside the main loop. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-template-loader.h"

/* The smallest team that can work is where most should begin. */
static const char FIRST_TEMPLATE[] = "minimum-viable-ml-team";

static int
compare_templates (gconstpointer a,
                   gconstpointer b)
{
  const RemitTemplate *first = *(RemitTemplate *const *) a;
  const RemitTemplate *second = *(RemitTemplate *const *) b;

  if (g_str_equal (first->id, FIRST_TEMPLATE) != g_str_equal (second->id, FIRST_TEMPLATE))
    return g_str_equal (first->id, FIRST_TEMPLATE) ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

static void
find_templates (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  GPtrArray *templates = remit_templates_list ();

  g_ptr_array_sort (templates, compare_templates);
  g_task_return_pointer (task, templates, (GDestroyNotify) g_ptr_array_unref);
}

void
remit_template_loader_run (GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, remit_template_loader_run);
  g_task_run_in_thread (task, find_templates);
}

GPtrArray *
remit_template_loader_finish (GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
