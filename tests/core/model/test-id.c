/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers. */
#include "model/remit-id.h"

#define MANY 200000

static void
test_unique_and_rising (void)
{
  gint64 last = 0;

  for (int i = 0; i < MANY; i++)
    {
      gint64 id = remit_id_new ();

      g_assert_cmpint (id, >, last);
      last = id;
    }
}

static gpointer
make_ids (gpointer data)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int i = 0; i < MANY / 4; i++)
    {
      gint64 id = remit_id_new ();

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
test_threads (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GThread *threads[4];
  GArray *ids[4];

  for (int i = 0; i < 4; i++)
    threads[i] = g_thread_new ("ids", make_ids, NULL);
  for (int i = 0; i < 4; i++)
    {
      ids[i] = g_thread_join (threads[i]);
      for (guint j = 0; j < ids[i]->len; j++)
        g_assert_true (g_hash_table_add (seen, &g_array_index (ids[i], gint64, j)));
    }
  for (int i = 0; i < 4; i++)
    g_array_unref (ids[i]);
}

static void
test_time_in_high_bits (void)
{
  gint64 now = g_get_real_time () / 1000;

  g_assert_cmpint (remit_id_new () >> 21, >=, now - 1);
  g_assert_cmpint (remit_id_new () >> 21, <=, now + 5000);
}

static void
test_text (void)
{
  char text[17];

  remit_id_format (0x0198f2abcdef0123, text);
  g_assert_cmpstr (text, ==, "0198f2abcdef0123");
  g_assert_cmpint (remit_id_parse (text), ==, 0x0198f2abcdef0123);
  g_assert_cmpint (remit_id_parse ("7fffffffffffffff"), ==, G_MAXINT64);
}

static void
test_bad_text (void)
{
  g_assert_cmpint (remit_id_parse (NULL), ==, 0);
  g_assert_cmpint (remit_id_parse (""), ==, 0);
  g_assert_cmpint (remit_id_parse ("0198f2abcdef012"), ==, 0);
  g_assert_cmpint (remit_id_parse ("0198f2abcdef01234"), ==, 0);
  g_assert_cmpint (remit_id_parse ("0198f2abcdef012g"), ==, 0);
  g_assert_cmpint (remit_id_parse ("8000000000000000"), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/id/unique-and-rising", test_unique_and_rising);
  g_test_add_func ("/model/id/threads", test_threads);
  g_test_add_func ("/model/id/time-in-high-bits", test_time_in_high_bits);
  g_test_add_func ("/model/id/text", test_text);
  g_test_add_func ("/model/id/bad-text", test_bad_text);
  return g_test_run ();
}
