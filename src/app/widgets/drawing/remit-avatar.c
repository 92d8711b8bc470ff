/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's initials on a colour: what AdwAvatar shows, in one widget instead of four. */
#include "remit-avatar.h"

/* libadwaita's style sheet has classes color1 to color14. */
#define N_COLORS 14

/* The first letters of the first word and of the last. */
static char *
dup_initials (const char *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autofree char *composed = g_utf8_normalize (trimmed, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *upper = composed != NULL ? g_utf8_strup (composed, -1) : NULL;
  GString *initials = g_string_new (NULL);
  const char *last;

  if (upper == NULL || *upper == '\0')
    return g_string_free (initials, FALSE);
  g_string_append_unichar (initials, g_utf8_get_char (upper));
  last = g_utf8_strrchr (upper, -1, ' ');
  if (last != NULL)
    g_string_append_unichar (initials, g_utf8_get_char (last + 1));
  return g_string_free (initials, FALSE);
}

void
remit_avatar_set_name (GtkLabel *label,
                       const char *name)
{
  g_autofree char *initials = NULL;
  char color[16];

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (name != NULL);

  initials = dup_initials (name);
  g_snprintf (color, sizeof color, "color%u", g_str_hash (name) % N_COLORS + 1);
  gtk_label_set_label (label, initials);
  gtk_widget_set_css_classes (GTK_WIDGET (label), (const char *[]){ color, NULL });
}
