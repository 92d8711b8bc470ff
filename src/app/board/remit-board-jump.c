/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going to a slot by a few letters of its name or its team's, while people are carried. */
#include <glib/gi18n.h>
#include <string.h>

#include "remit-board-private.h"
#include "widgets/remit-feedback.h"

static gboolean
carries_people (RemitBoard *self)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);

  return remit_board_is_carrying (self) && drag != NULL && drag->kind == REMIT_DRAG_PEOPLE
         && !self->target->swapping;
}

/* Returns: the next slot that takes who is carried, from @index on; 0 when there is none */
static gint64
find_from (RemitBoard *self,
           int index,
           int step)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);

  for (; index >= 0 && index < (int) remit_board_matches_get_n (self->matches); index += step)
    {
      gint64 slot = remit_board_matches_get_slot (self->matches, (guint) index);

      if (remit_board_target_accepts (self->target, drag, slot))
        return slot;
    }
  return 0;
}

static int
find_index (RemitBoard *self)
{
  for (guint i = 0; i < remit_board_matches_get_n (self->matches); i++)
    if (remit_board_matches_get_slot (self->matches, i) == self->target->aim.slot)
      return (int) i;
  return -1;
}

static void
visit (RemitBoard *self,
       gint64 slot)
{
  RemitBoardPlace place;

  if (slot != 0 && remit_board_model_find_slot (self->model, slot, &place))
    remit_board_carry_to_place (self, &place);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* The cards that are not meant show nothing of what a drop would do. */
static void
set_typed (RemitBoard *self,
           const char *typed)
{
  gint64 first;

  remit_board_matches_set_typed (self->matches, typed);
  remit_board_mark_all_cards (self);
  g_signal_emit_by_name (self, "typed");
  if (*typed == '\0')
    return;
  first = find_from (self, 0, 1);
  if (first == 0)
    {
      g_autofree char *text = NULL;

      /* Translators: what somebody typed */
      text = g_strdup_printf (_ ("No slot matches “%s”"), typed);
      remit_feedback_announce (GTK_WIDGET (self), text);
    }
  visit (self, first);
}

static gboolean
type_letter (RemitBoard *self,
             gunichar letter)
{
  const char *typed = remit_board_matches_get_typed (self->matches);
  g_autoptr (GString) more = NULL;

  if (!carries_people (self) || (letter == ' ' ? *typed == '\0' : !g_unichar_isgraph (letter)))
    return FALSE;
  more = g_string_new (typed);
  g_string_append_unichar (more, letter);
  set_typed (self, more->str);
  return TRUE;
}

static gboolean
erase (RemitBoard *self)
{
  const char *typed = remit_board_matches_get_typed (self->matches);
  g_autofree char *less = NULL;

  if (!carries_people (self) || *typed == '\0')
    return FALSE;
  less = g_strndup (typed, (gsize) (g_utf8_prev_char (typed + strlen (typed)) - typed));
  set_typed (self, less);
  return TRUE;
}

gboolean
remit_board_jump_clear (RemitBoard *self)
{
  gboolean was_typed = *remit_board_matches_get_typed (self->matches) != '\0';

  if (was_typed)
    set_typed (self, "");
  return was_typed;
}

static gboolean
go (RemitBoard *self,
    int step)
{
  if (*remit_board_matches_get_typed (self->matches) == '\0' || !carries_people (self))
    return FALSE;
  visit (self, find_from (self, find_index (self) + step, step));
  return TRUE;
}

void
remit_board_jump_again (RemitBoard *self)
{
  g_autofree char *typed = g_strdup (remit_board_matches_get_typed (self->matches));

  if (*typed != '\0')
    set_typed (self, typed);
}

/* ── Keys ─────────────────────────────────────────────────────────────────────────────────── */

/* Before they are taken for what they do when nothing is carried. */
static gboolean
on_key_pressed (RemitBoard *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_BackSpace:
      return erase (self);
    case GDK_KEY_Escape:
      return remit_board_jump_clear (self);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return go (self, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return go (self, 1);
    default:
      return type_letter (self, gdk_keyval_to_unicode (keyval));
    }
}

void
remit_board_add_jump (RemitBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->matches = remit_board_matches_new (self->model);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
