/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scripts that are built in, as resources. */
#include "remit-script.h"

void
remit_script_register (gsize *registered,
                       void (*register_resource) (void))
{
  if (!g_once_init_enter (registered))
    return;
  register_resource ();
  g_once_init_leave (registered, 1);
}

/* It is looked up among all resources: what a resource's own getter returns is NULL while another
 * thread, which loads icons for example, is registering it. */
GBytes *
remit_script_load (const char *path)
{
  GBytes *script = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (script != NULL);
  return script;
}
