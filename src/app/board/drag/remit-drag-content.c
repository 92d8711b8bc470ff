/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a drag offers: to this window what is carried, to other programs people as vCards. */
#include "remit-drag-content.h"

#include "exchange/vcard/remit-vcard.h"

static GString *
make_cards (const RemitDrag *drag,
            RemitWorkspace *workspace)
{
  GString *cards = g_string_new (NULL);

  for (guint i = 0; i < drag->placements->len; i++)
    {
      gint64 id = g_array_index (drag->placements, RemitPlacement, i).person;
      RemitEntity *person = remit_workspace_get (workspace, REMIT_KIND_PERSON, id);

      if (person != NULL)
        remit_vcard_add (cards, person);
    }
  return cards;
}

GdkContentProvider *
remit_drag_content_new (const RemitDrag *drag,
                        RemitWorkspace *workspace)
{
  GdkContentProvider *parts[2] = { gdk_content_provider_new_typed (REMIT_TYPE_DRAG, drag) };
  g_autoptr (GBytes) bytes = NULL;

  if (drag->kind != REMIT_DRAG_PEOPLE || workspace == NULL)
    return parts[0];
  bytes = g_string_free_to_bytes (make_cards (drag, workspace));
  parts[1] = gdk_content_provider_new_for_bytes (REMIT_VCARD_TYPE, bytes);
  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}
