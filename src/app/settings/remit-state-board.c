/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the board of a workspace showed when it was seen last. */
#include "remit-state-board.h"

#include "model/remit-file.h"
#include "remit-state.h"

/* So many workspaces are remembered, the others forgotten. */
static const gsize BOARDS_MAX = 50;

#define FORMAT "(sssassiiii)"

void
remit_state_board_clear (RemitStateBoard *self)
{
  g_clear_pointer (&self->grouping, g_free);
  g_clear_pointer (&self->zoom, g_free);
  g_clear_pointer (&self->colors, g_free);
  g_clear_pointer (&self->folded, g_strfreev);
  g_clear_pointer (&self->text, g_free);
}

gboolean
remit_state_board_get (const char *path,
                       RemitStateBoard *board)
{
  GSettings *settings = remit_state_get ();
  g_autofree char *text = NULL;
  g_autoptr (GVariant) boards = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (settings == NULL)
    return FALSE;
  text = remit_file_dup_text (path);
  boards = g_settings_get_value (settings, "boards");
  return g_variant_lookup (boards, text, "(sss^assiiii)", &board->grouping, &board->zoom,
                           &board->colors, &board->folded, &board->text, &board->topology,
                           &board->risk, &board->vacancy, &board->findings);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static GVariant *
create_value (const RemitStateBoard *board)
{
  static const char *const none[] = { NULL };

  return g_variant_new ("(sss^assiiii)", or_empty (board->grouping), or_empty (board->zoom),
                        or_empty (board->colors),
                        board->folded != NULL ? (const char *const *) board->folded : none,
                        or_empty (board->text), board->topology, board->risk, board->vacancy,
                        board->findings);
}

/* The newest stands first, so that the ones that are forgotten are the oldest. */
void
remit_state_board_set (const char *path,
                       const RemitStateBoard *board)
{
  GSettings *settings = remit_state_get ();
  g_autofree char *text = NULL;
  g_autoptr (GVariant) before = NULL;
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{s" FORMAT "}"));
  GVariantIter iter;
  const char *other;
  GVariant *value;
  gsize n = 1;

  g_return_if_fail (path != NULL);

  if (settings == NULL)
    return;
  text = remit_file_dup_text (path);
  before = g_settings_get_value (settings, "boards");
  g_variant_builder_add (&builder, "{s@" FORMAT "}", text, create_value (board));
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "{&s@" FORMAT "}", &other, &value))
    {
      if (!g_str_equal (other, text) && n++ < BOARDS_MAX)
        g_variant_builder_add (&builder, "{s@" FORMAT "}", other, value);
      g_variant_unref (value);
    }
  g_settings_set_value (settings, "boards", g_variant_builder_end (&builder));
}
