/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What refers to an entity, be it in a plan that is loaded or not. */
#include "remit-design-private.h"

GPtrArray *
remit_design_load_referring (RemitStore *store,
                             RemitKind kind,
                             guint field,
                             gint64 id,
                             GError **error)
{
  const RemitField *info = &remit_entity_info (kind)->fields[field];
  g_autofree char *where = g_strdup_printf ("WHERE t.\"%s\" = ?1 ORDER BY t.id",
                                            remit_field_get_column (info));

  return remit_store_load_all (store, kind, where, id, error);
}
