/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers: 63 bits, unique across workspaces, rising with time. */
#include "remit-id.h"

#define RANDOM_BITS 21

static GMutex id_mutex;
static gint64 last_id;

gint64
remit_id_new (void)
{
  gint64 id = ((g_get_real_time () / 1000) << RANDOM_BITS)
              | g_random_int_range (0, 1 << RANDOM_BITS);

  g_mutex_lock (&id_mutex);
  if (id <= last_id)
    id = last_id + g_random_int_range (1, 64);
  last_id = id;
  g_mutex_unlock (&id_mutex);

  return id;
}

void
remit_id_format (gint64 id,
                 char buffer[17])
{
  static const char digits[] = "0123456789abcdef";
  guint64 rest = (guint64) id;

  for (int i = 15; i >= 0; i--, rest >>= 4)
    buffer[i] = digits[rest & 0xf];
  buffer[16] = '\0';
}

gint64
remit_id_parse (const char *text)
{
  guint64 id = 0;

  if (text == NULL)
    return 0;

  for (int i = 0; i < 16; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return 0;
      id = (id << 4) | (guint64) digit;
    }

  return text[16] == '\0' && id <= G_MAXINT64 ? (gint64) id : 0;
}
