/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads the installed templates off the main loop. */
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

static gpointer
find_templates (RemitStore *store G_GNUC_UNUSED,
                const RemitWorkControl *control G_GNUC_UNUSED,
                gpointer data G_GNUC_UNUSED,
                GError **error G_GNUC_UNUSED)
{
  GPtrArray *templates = remit_templates_list ();

  g_ptr_array_sort (templates, compare_templates);
  return templates;
}

void
remit_template_loader_run (RemitWorker *worker,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  const RemitWork work = {
    .func = find_templates,
    .free_result = (GDestroyNotify) g_ptr_array_unref,
  };

  remit_worker_run (worker, &work, callback, data);
}
