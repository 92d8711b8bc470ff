/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Live objects: their properties and notifications. */
#include "model/remit-entities.h"

#include "model/remit-text.h"

static RemitEntity *
make_person (const char *name)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_PERSON);

  remit_record_set_id (record, 7);
  remit_record_set_text (record, REMIT_PERSON_NAME, name);
  return remit_entity_new (record);
}

static void
test_properties (void)
{
  RemitEntity *person = make_person ("Ada");
  g_autofree char *name = NULL;
  gint64 id, capacity;

  g_object_get (person, "name", &name, "id", &id, "capacity", &capacity, NULL);
  g_assert_true (remit_entity_is (person, REMIT_KIND_PERSON));
  g_assert_cmpstr (name, ==, "Ada");
  g_assert_cmpint (id, ==, 7);
  g_assert_cmpint (capacity, ==, 100);
  g_assert_finalize_object (person);
}

static void
test_every_kind (void)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      RemitEntity *entity = remit_entity_new (remit_record_new (kind));

      g_assert_cmpint (remit_entity_get_kind (entity), ==, kind);
      for (guint i = 0; i < info->n_fields; i++)
        {
          g_auto (GValue) value = G_VALUE_INIT;

          g_object_get_property (G_OBJECT (entity), info->fields[i].name, &value);
          g_assert_true (G_IS_VALUE (&value));
        }
      g_assert_finalize_object (entity);
    }
}

static void
count (int *n)
{
  *n += 1;
}

static void
test_notify (void)
{
  RemitEntity *person = make_person ("Ada");
  g_autoptr (RemitRecord) values = remit_record_new (REMIT_KIND_PERSON);
  int names = 0;
  int titles = 0;

  g_signal_connect_swapped (person, "notify::name", G_CALLBACK (count), &names);
  g_signal_connect_swapped (person, "notify::title", G_CALLBACK (count), &titles);

  remit_record_set_text (values, REMIT_PERSON_NAME, "Ada Lovelace");
  remit_record_set_text (values, REMIT_PERSON_TITLE, "Analyst");
  remit_entity_update (person, values, 1 << REMIT_PERSON_NAME);
  g_assert_cmpint (names, ==, 1);
  g_assert_cmpint (titles, ==, 0);
  g_assert_cmpstr (remit_entity_get_text (person, REMIT_PERSON_NAME), ==, "Ada Lovelace");
  g_assert_cmpstr (remit_entity_get_text (person, REMIT_PERSON_TITLE), ==, "");

  remit_entity_update (person, values, 1 << REMIT_PERSON_NAME);
  g_assert_cmpint (names, ==, 1);
  g_assert_finalize_object (person);
}

/* Letter case is no difference, nor is how a letter is composed. */
static void
test_like (void)
{
  g_assert_true (remit_text_is_like ("ZOË", "Zoe\xcc\x88"));
  g_assert_false (remit_text_is_like ("Zoë", "Zoe"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/entity/properties", test_properties);
  g_test_add_func ("/model/entity/every-kind", test_every_kind);
  g_test_add_func ("/model/entity/notify", test_notify);
  g_test_add_func ("/model/entity/like", test_like);
  return g_test_run ();
}
